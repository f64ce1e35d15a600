#include "scan/name_proofs.h"

#include <re2/re2.h>
#include <algorithm>
#include <optional>
#include <utility>

#include "knowledge/names_index.h"
#include "model/utf8.h"
#include "scan/names_boundaries.h"
#include "scan/title_case.h"

namespace hardfacts {

namespace {

/// How much of the text a rule's head and tail may look at.
constexpr std::size_t reach = 120;

/// The names that rules prove in one block.
class ProofFinder {
public:
    ProofFinder(const Text& text, const NameRuleTable& rules, const std::vector<Mention>& known, const TextBlock& block,
                const std::vector<NameWord>& words, std::size_t from, std::vector<ProvedName>& found)
        : all_(text),
          text_(std::string_view(text.folded).substr(0, block.span.end)),
          rules_(rules),
          known_(known),
          block_(block.span),
          titled_(block.kind == BlockKind::heading || block.kind == BlockKind::front_matter),
          words_(words),
          from_(from),
          found_(found) {}

    void run() {
        for (const NameRule& rule : rules_.rules) {
            if (rule.by_maker) longest_joint_ = std::max(longest_joint_, rule.joint.size());
        }
        const auto ended = [](const Mention& one, std::size_t where) { return one.span.end <= where; };
        passed_ = static_cast<std::size_t>(std::lower_bound(known_.begin(), known_.end(), block_.begin, ended) -
                                           known_.begin());
        for (std::size_t k = from_; k < words_.size(); ++k) {
            const NameWord& word = words_[k];
            if (word.script == NameScript::kanji) {
                look_inside(k);
                continue;
            }
            look_behind(k, word.span.end);
            look_in_front(k, word.span.begin);
            look_for_maker(k, word.span.begin);
            look_for_owner(k, word.span.end);
            if (word.script == NameScript::katakana) look_at_end(k);
        }
    }

private:
    bool applies(const NameRule& rule, const NameWord& word) const {
        return rule.scripts[static_cast<std::size_t>(word.script)];
    }
    bool is_cut(std::size_t at) const {
        return at < text_.size() && is_word_byte(text_[at]) && is_word_byte(text_[at - 1]);
    }
    std::string_view text_of(std::size_t k) const { return slice(text_, words_[k].span); }

    bool may_be_cue(std::size_t at) const {
        const std::size_t left = text_.size() - at;
        return (left >= rules_.behind_filter.size() && rules_.behind_filter.may(text_.data() + at)) ||
               (left >= rules_.behind_short.size() && rules_.behind_short.may(text_.data() + at));
    }

    void look_behind(std::size_t k, std::size_t end) {
        if (!may_be_cue(end)) return;
        rules_.behind.find(text_.substr(end), false, [&](std::size_t size, std::uint32_t number) {
            const NameRule& rule = rules_.rules[number];
            if (is_cut(end + size) || !applies(rule, words_[k])) return;
            if (const auto first = first_word(k, rule)) take({*first, end}, {end, end + size}, number);
        });
    }

    void look_in_front(std::size_t k, std::size_t begin) {
        const std::size_t least = rules_.front_filter.size();
        if (begin < block_.begin + least || !rules_.front_filter.may(text_.data() + begin - least)) return;
        const std::string_view front = text_.substr(block_.begin, begin - block_.begin);
        rules_.front.find(front, false, [&](std::size_t size, std::uint32_t number) {
            const NameRule& rule = rules_.rules[number];
            const std::size_t at = begin - size;
            if (!applies(rule, words_[k])) return;
            if (at > block_.begin && is_word_byte(text_[at]) && is_word_byte(text_[at - 1])) return;
            if (const auto end = last_word(k, rule)) take({begin, *end}, {at, begin}, number);
        });
    }

    /// Samsung P9 Express, 三菱電機の「Serendie」: the company in front is known.
    void look_for_maker(std::size_t k, std::size_t begin) {
        if (!stands_behind_known(begin)) return;
        for (const std::uint32_t number : rules_.maker_rules) {
            const NameRule& rule = rules_.rules[number];
            const std::size_t size = rule.joint.size();
            if (begin < block_.begin + size || !applies(rule, words_[k])) continue;
            if (text_.substr(begin - size, size) != rule.joint) continue;
            const Mention* maker = known_before(begin - size, rule);
            if (maker == nullptr) continue;
            const auto end = last_word(k, rule);
            if (!end || ends_in_word(rule, {begin, *end})) continue;
            take({begin, *end}, {rule.keeps_cue ? maker->span.begin : begin - size, begin}, number);
        }
    }
    /// A name that none but words of the trade make (Texas Medical Center) may end in one.
    bool ends_in_word(const NameRule& rule, Span name) const {
        const std::string_view last = last_word_of(name);
        return rule.is_none ? rules_.parts_names(last) : rules_.is_word(last);
    }
    /// True where some mention ends so near in front that a maker's joint may stand between. Asked in ascending order:
    /// few words stand there, and each of the others would be compared with every joint.
    bool stands_behind_known(std::size_t begin) {
        while (passed_ < known_.size() && known_[passed_].span.end <= begin) ++passed_;
        return passed_ > 0 && known_[passed_ - 1].span.end + longest_joint_ >= begin;
    }
    static bool is_made_by(const NameRule& rule, const Mention& one) {
        return (rule.makers >> static_cast<unsigned>(one.type) & 1U) != 0;
    }
    /// The known name of the rule's types that ends at `end`.
    const Mention* known_before(std::size_t end, const NameRule& rule) const {
        const auto at = std::lower_bound(known_.begin(), known_.end(), end,
                                         [](const Mention& one, std::size_t where) { return one.span.end < where; });
        const bool found = at != known_.end() && at->span.end == end && is_made_by(rule, *at);
        return found && at->span.begin >= block_.begin ? &*at : nullptr;
    }

    /// SusHi Tech Tokyo: the place behind is known. REQUIRES: stands_behind_known was asked, so passed_ is the first
    /// mention behind the word.
    void look_for_owner(std::size_t k, std::size_t end) {
        if (passed_ >= known_.size() || known_[passed_].span.begin > end + longest_joint_) return;
        const Mention& known = known_[passed_];
        for (const std::uint32_t number : rules_.owner_rules) {
            const NameRule& rule = rules_.rules[number];
            if (!applies(rule, words_[k]) || !is_made_by(rule, known)) continue;
            if (known.span.begin != end + rule.joint.size() || text_.substr(end, rule.joint.size()) != rule.joint)
                continue;
            if (const auto first = first_word(k, rule)) take({*first, end}, {end, known.span.end}, number);
        }
    }
    std::string_view last_word_of(Span name) const {
        const std::string_view words = slice(text_, name);
        return words.substr(words.rfind(' ') + 1);
    }

    /// サクラホールディングス
    void look_at_end(std::size_t k) {
        const Span word = words_[k].span;
        if (k + 1 < words_.size() && words_[k + 1].joined) return;
        rules_.ends.find(slice(text_, word), false, [&](std::size_t size, std::uint32_t number) {
            std::size_t first = k;
            while (first > from_ && words_[first].joined) --first;
            const Span name{words_[first].span.begin, word.end - size};
            if (name.end >= name.begin + 6 && !rules_.is_word(slice(text_, name)))
                take(name, {name.end, word.end}, number);
        });
    }

    /// A cue among kanji: 青葉工科大学の, 株式会社青葉製作所
    void look_inside(std::size_t k) {
        const Span run = words_[k].span;
        if (!is_glued(run.begin)) look_behind_kanji(k, run);
        for (std::size_t at = run.begin; at + 6 <= run.end; at += 3) {
            if (at > block_.begin && rules_.kanji_front.test(static_cast<unsigned char>(text_[at - 1])))
                look_in_front_of_kanji(at, run.end);
        }
    }
    /// イノベーション専門職大学: the name begins in front of the kanji.
    bool is_glued(std::size_t at) const {
        if (at == block_.begin) return false;
        if (at >= block_.begin + 3 && text_[at - 3] == '\xE3') {  // most kanji stand behind kana
            const auto second = static_cast<unsigned char>(text_[at - 2]);
            return second == 0x83 || (second == 0x82 && static_cast<unsigned char>(text_[at - 1]) >= 0xA1);
        }
        const char32_t left = decode_before(text_, at).value;
        return is_katakana(left) || is_latin(left) || is_ascii_digit(left) || left == U'・';
    }
    void look_behind_kanji(std::size_t k, Span run) {
        for (std::size_t at = run.begin + 6; at < run.end; at += 3) {
            if (rules_.kanji_behind.test(static_cast<unsigned char>(text_[at + 2])))
                look_behind(k, at, {run.begin, at});
        }
        look_behind(k, run.end, run);
    }
    void look_behind(std::size_t k, std::size_t at, Span name) {
        if (!may_be_cue(at)) return;
        rules_.behind.find(text_.substr(at), false, [&](std::size_t size, std::uint32_t number) {
            const NameRule& rule = rules_.rules[number];
            if (rule.max_kanji != 0 && name.size() > 3 * rule.max_kanji) return;
            if (applies(rule, words_[k]) && !rules_.is_word(slice(text_, name))) take(name, {at, at + size}, number);
        });
    }
    void look_in_front_of_kanji(std::size_t at, std::size_t end) {
        rules_.front.find(text_.substr(block_.begin, at - block_.begin), false,
                          [&](std::size_t size, std::uint32_t number) {
                              if (rules_.rules[number].scripts[static_cast<std::size_t>(NameScript::kanji)])
                                  take({at, end}, {at - size, at}, number);
                          });
    }

    /// True where `other`, on one side of the joint in front of `behind`, does not belong to the name on the other
    /// side. `OpenTern Foundation & Brightmoor Capital` are two.
    bool parts(std::size_t behind, std::size_t other, const NameRule& rule) const {
        if (ends_name(other, rule)) return true;
        return rules_.is_word(text_of(behind - 1)) && text_[words_[behind - 1].span.end + 1] == '&';
    }

    /// RK3588, STM32N6: at least three letters and digits.
    static bool is_model(std::string_view word) {
        return word.size() > 2 && std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    /// True where the words [first, last] are ordinary ones, each of them.
    bool is_ordinary(std::size_t first, std::size_t last) const {
        while (first <= last && rules_.is_ordinary(text_of(first))) ++first;
        return first > last;
    }

    bool ends_name(std::size_t k, const NameRule& rule) const {
        return rule.keeps_cue ? rules_.parts_names(text_of(k)) : rules_.is_word(text_of(k));
    }

    /// The begin of the name whose last word is `k`; nothing where it is none.
    std::optional<std::size_t> first_word(std::size_t k, const NameRule& rule) const {
        if (ends_name(k, rule)) return std::nullopt;
        if (rule.model && !is_model(text_of(k))) return std::nullopt;
        const std::size_t last = k;
        std::size_t count = 1;
        bool common = rules_.is_word(text_of(k));
        while (words_[k].joined && k > from_ && !parts(k, k - 1, rule)) {
            --k;
            ++count;
            common &= rules_.is_word(text_of(k));
        }
        if (common || count < rule.min_words || count > rule.max_words) return std::nullopt;
        if (!rule.keeps_cue && words_[k].joined && k > from_ && !rules_.parts_names(text_of(k - 1)))
            return std::nullopt;
        if (rule.rare && is_ordinary(k, last)) return std::nullopt;
        if (rule.distinct && rules_.is_word(text_of(last))) return std::nullopt;
        return words_[k].span.begin;
    }

    std::optional<std::size_t> last_word(std::size_t k, const NameRule& rule) const {
        if (ends_name(k, rule)) return std::nullopt;
        const std::size_t first = k;
        std::size_t count = 1;
        bool common = rules_.is_word(text_of(k));
        while (k + 1 < words_.size() && words_[k + 1].joined && !parts(k + 1, k + 1, rule)) {
            ++k;
            ++count;
            common &= rules_.is_word(text_of(k));
        }
        if ((common && !(rule.is_none && count > 1)) || count < rule.min_words || count > rule.max_words)
            return std::nullopt;
        if (rule.rare && is_ordinary(first, k)) return std::nullopt;
        if (rule.distinct && (rule.rare ? rules_.is_ordinary(text_of(first)) : rules_.is_word(text_of(first))))
            return std::nullopt;
        return words_[k].span.end;
    }

    void take(Span name, Span cue, std::uint32_t number) {
        const NameRule& rule = rules_.rules[number];
        if (rule.keeps_cue && cue.begin < name.begin && !rule.by_maker) {
            const std::size_t begin = name_begin_in_front(cue.begin);
            if (rule.whole && begin != cue.begin) return;
            cue.begin = begin;
        }
        const Span both{std::min(name.begin, cue.begin), std::max(name.end, cue.end)};
        const Span span = rule.keeps_cue ? both : name;
        if (!agrees(rule, both) || !stands_free(span) || is_too_short(name, rule)) return;
        if (rule.type == MentionType::person && ends_in_initial(text_, span)) return;
        if (rule.keeps_cue && goes_on_behind(span.end)) return;
        if (!rule.titles && is_ascii(name) && is_title_case(text_, block_, titled_)) return;
        if (!has_shape(rule, span)) return;
        if (may_overlap_known(span, name, rule)) found_.push_back({span, name, number});
    }

    bool has_shape(const NameRule& rule, Span span) const {
        const std::string_view name = slice(text_, span);
        return !rule.shape || re2::RE2::FullMatch({name.data(), name.size()}, rule.shape->get());
    }

    bool agrees(const NameRule& rule, Span both) const {
        if (rule.head) {
            const std::size_t begin = std::max(block_.begin, both.begin > reach ? both.begin - reach : 0);
            const std::string_view front = text_.substr(begin, both.begin - begin);
            if (!rule.head->get().Match({front.data(), front.size()}, 0, front.size(), re2::RE2::UNANCHORED, nullptr,
                                        0))
                return false;
        }
        if (!rule.tail) return true;
        const std::string_view rest = text_.substr(both.end, reach);
        return rule.tail->get().Match({rest.data(), rest.size()}, 0, rest.size(), re2::RE2::ANCHOR_START, nullptr, 0);
    }

    /// `National Association of NAME`: the words in front of the cue that belong to the name.
    std::size_t name_begin_in_front(std::size_t begin) const {
        const auto at =
            std::lower_bound(words_.begin() + static_cast<std::ptrdiff_t>(from_), words_.end(), begin,
                             [](const NameWord& word, std::size_t where) { return word.span.begin < where; });
        auto k = static_cast<std::size_t>(at - words_.begin());
        if (k == words_.size() || words_[k].span.begin != begin || words_[k].script != NameScript::latin) return begin;
        while (words_[k].joined && k > from_ && !rules_.parts_names(text_of(k - 1))) --k;
        return words_[k].span.begin;
    }

    bool is_ascii(Span span) const { return static_cast<unsigned char>(text_[span.begin]) < 0x80; }

    bool is_too_short(Span span, const NameRule& rule) const {
        const std::string_view name = slice(text_, span);
        if (static_cast<unsigned char>(name[0]) >= 0xE3) return name.size() < 6;
        const bool small = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return name.size() < (small ? 2 : rule.all_caps);
    }

    bool stands_free(Span span) const {
        if (span.begin > block_.begin &&
            std::string_view("*/\\&.-+_~#@").find(text_[span.begin - 1]) != std::string_view::npos)
            return false;
        if (follows_initial(text_, block_, span.begin)) return false;
        if (span.end + 1 < text_.size() && text_[span.end] == '.' && is_word_byte(text_[span.end + 1])) return false;
        if (crosses_seam(all_.seams, span) || stands_in_address(text_, block_, span)) return false;
        return std::none_of(all_.code.begin(), all_.code.end(), [&](Span code) { return code.overlaps(span); });
    }

    /// `NAME Capital Partners`: a capital behind makes a longer name of it.
    bool goes_on_behind(std::size_t end) const {
        if (end + 1 >= text_.size() || !is_word_byte(text_[end - 1]) || text_[end] != ' ') return false;
        if (!is_ascii_upper(static_cast<unsigned char>(text_[end + 1]))) return false;
        std::size_t stop = end + 1;
        while (stop < text_.size() && is_word_byte(text_[stop])) ++stop;
        return !rules_.parts_names(text_.substr(end + 1, stop - end - 1));
    }

    bool may_overlap_known(Span span, Span name, const NameRule& rule) const {
        auto at = std::lower_bound(known_.begin(), known_.end(), span.begin,
                                   [](const Mention& one, std::size_t begin) { return one.span.end <= begin; });
        for (; at != known_.end() && at->span.begin < span.end; ++at) {
            if (rule.by_maker && at->span.begin == span.begin && at->span.end <= name.begin) continue;
            if (rule.behind_name && at->span.end == span.end && at->span.begin >= name.end) continue;
            if (rule.by_maker) return false;
            if (!(rule.keeps_cue || rule.model) || !name.contains(at->span)) return false;
            if (rule.rare && at->type != MentionType::company && at->type != MentionType::place) return false;
            if (rule.model && at->span.end == name.end) return false;
            if (!is_ascii(span) && at->type != MentionType::place) return false;
        }
        return true;
    }

    const Text& all_;
    std::string_view text_;
    const NameRuleTable& rules_;
    const std::vector<Mention>& known_;
    Span block_;
    bool titled_;
    const std::vector<NameWord>& words_;
    std::size_t from_;
    std::vector<ProvedName>& found_;
    std::size_t passed_ = 0;         ///< in known_: those before it end in front of the word looked at
    std::size_t longest_joint_ = 0;  ///< of the rules for makers
};

}  // namespace

void find_name_proofs(const Text& text, const NameRuleTable& rules, const std::vector<Mention>& known,
                      const TextBlock& block, const std::vector<NameWord>& words, std::size_t from,
                      std::vector<ProvedName>& found) {
    ProofFinder(text, rules, known, block, words, from, found).run();
}

}  // namespace hardfacts
