#include "scan/names_choice.h"

#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "scan/names_joins.h"

namespace hardfacts {

namespace {

/// Reasons to believe a candidate, by strength.
enum Strength : int { no_reason = 0, weak = 1, same_entity = 2, unambiguous = 3, beside = 4, certain = 5, no_name = 6 };

/// What stands between a maker and its product, so that each proves the other.
constexpr std::string_view maker_links[] = {" ",   "\n", "",     "'s ",  "の", "の「", "「",
                                            " 「", "製", "製の", "社の", "(",  "-"};
constexpr std::size_t longest_link = 6;
/// What stands between the names of a list.
constexpr std::string_view list_joints[] = {", ",     "、",   "・",    "や", "/",      " / ",      ",",       " and ",
                                            ", and ", " or ", ", or ", "と", "および", "、および", "、そして"};
/// The kana behind a name in Japanese letters that stands in a list.
constexpr std::string_view list_ends[] = {"、",   "や",       "と", "・",    "/",    " / ",
                                          "など", "といった", "ら", "の2社", "の3社"};
/// How far back a name that ends here may begin.
constexpr std::size_t longest_name = 64;

bool is_lower_byte(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
/// A capital, then a small letter: Research, not AI.
bool is_capitalised(std::string_view word) {
    return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && is_lower_byte(word[1]);
}
bool is_japanese(char32_t c) { return is_hiragana(c) || is_katakana(c) || is_han(c); }

class Chooser {
public:
    Chooser(std::string_view text, const NameTable& names, std::vector<NameCandidate>& candidates)
        : text_(text), names_(names), all_(candidates) {}

    std::vector<NameCandidate> run() {
        for (std::size_t k = 0; k < all_.size(); ++k) weigh_beside(k);
        remember(select());
        for (std::size_t k = 0; k < all_.size(); ++k) {
            NameCandidate& candidate = all_[k];
            const bool open = candidate.strength == no_reason && !candidate.excluded;
            if (!open && !has_rival(k)) continue;
            candidate.documented = is_named(candidate.entity) || is_linked(candidate);
            if (open) candidate.strength = strength_in_document(candidate);
        }
        believe_lists();
        const std::vector<std::size_t> selected = select();
        std::vector<NameCandidate> chosen;
        chosen.reserve(selected.size());
        for (const std::size_t k : selected) {
            if (!all_[k].id.empty()) chosen.push_back(all_[k]);
        }
        return chosen;
    }

private:
    void weigh_beside(std::size_t k) {
        NameCandidate& candidate = all_[k];
        if (candidate.id.empty()) {
            candidate.strength = no_name;
            return;
        }
        if (!candidate.ambiguous && !has_rival(k)) {
            candidate.strength = unambiguous;
            return;
        }
        const bool told_before = names_.evidence().proves_before(candidate.type, text_, candidate.span);
        const bool told_after = names_.evidence().proves_after(candidate.type, text_, candidate.span);
        candidate.proved = told_before || told_after || is_proved_by_names(k);
        if (!candidate.ambiguous) {
            candidate.strength = candidate.proved ? certain : unambiguous;
            return;
        }
        candidate.excluded = (!told_before && goes_on_in_front(k)) || (!told_after && goes_on_behind(k));
        // A title beside a surname says that a person is meant, not which one: the document has to name the employer.
        const bool needs_employer = candidate.type == MentionType::person && candidate.maker != no_entity;
        if (candidate.proved && !candidate.excluded && !needs_employer) candidate.strength = beside;
    }

    bool has_rival(std::size_t k) const {
        return (k > 0 && all_[k - 1].span == all_[k].span) || (k + 1 < all_.size() && all_[k + 1].span == all_[k].span);
    }

    bool is_proved_by_names(std::size_t k) const {
        const NameCandidate& candidate = all_[k];
        if (candidate.type == MentionType::place) return has_region_in_front(k);
        if (candidate.type != MentionType::company) return has_maker_in_front(k);
        return legal_form_begin(text_, candidate.block, candidate.span) != candidate.span.begin ||
               legal_form_end(text_, candidate.block, candidate.span) != candidate.span.end ||
               has_own_product_behind(k);
    }

    static bool can_go_on(MentionType type) {
        return type == MentionType::company || type == MentionType::person || type == MentionType::place;
    }

    /// True where an unknown capitalised word in front makes a longer name: Nirav Patel, テッド・チャン.
    bool goes_on_in_front(std::size_t k) const {
        const NameCandidate& candidate = all_[k];
        const Span name = candidate.span, block = candidate.block;
        if (!can_go_on(candidate.type) || name.begin == block.begin) return false;
        const std::string_view front = text_.substr(block.begin, name.begin - block.begin);
        if (candidate.type == MentionType::person && front.size() > 3 && front.ends_with("・")) {
            return is_katakana(decode_before(text_, name.begin - 3).value);
        }
        if (front.back() != ' ' || front.size() < 2) return false;
        std::size_t begin = front.size() - 1;
        while (begin > 0 && is_word_byte(front[begin - 1])) --begin;
        if (!is_capitalised(front.substr(begin, front.size() - 1 - begin))) return false;
        if (candidate.type != MentionType::person && (begin < 2 || !is_lower_byte(front[begin - 2]))) return false;
        return candidate.type == MentionType::person || !ends_known_name(k, name.begin - 1);
    }

    /// True where an unknown capitalised word behind does: Constellation Research.
    bool goes_on_behind(std::size_t k) const {
        const NameCandidate& candidate = all_[k];
        const Span name = candidate.span, block = candidate.block;
        if (!can_go_on(candidate.type) || name.end + 1 >= block.end) return false;
        if (candidate.type == MentionType::person && text_.substr(name.end, 3) == "・") {
            return is_katakana(decode_at(text_, name.end + 3).value);
        }
        if (text_[name.end] != ' ') return false;
        std::size_t end = name.end + 1;
        while (end < block.end && is_word_byte(text_[end])) ++end;
        if (!is_capitalised(text_.substr(name.end + 1, end - name.end - 1))) return false;
        if (legal_form_end(text_, block, name) != name.end) return false;
        return std::none_of(all_.begin() + static_cast<std::ptrdiff_t>(k), all_.end(),
                            [&](const NameCandidate& other) { return other.span.begin == name.end + 1; });
    }

    bool ends_known_name(std::size_t k, std::size_t end) const {
        for (std::size_t other = k; other-- > 0 && all_[other].span.begin + longest_name > end;) {
            if (all_[other].span.end == end && !all_[other].ambiguous) return true;
        }
        return false;
    }

    bool is_link(std::size_t begin, std::size_t end) const {
        const std::string_view gap = text_.substr(begin, end - begin);
        return std::find(std::begin(maker_links), std::end(maker_links), gap) != std::end(maker_links);
    }

    bool has_own_product_behind(std::size_t k) const {
        const NameCandidate& company = all_[k];
        for (std::size_t other = k + 1; other < all_.size(); ++other) {
            const NameCandidate& product = all_[other];
            if (product.span.begin > company.span.end + longest_link) return false;
            if (product.span.begin >= company.span.end && product.maker != no_entity &&
                made_by(product.maker, company.entity) && is_link(company.span.end, product.span.begin)) {
                return true;
            }
        }
        return false;
    }

    bool has_maker_in_front(std::size_t k) const {
        const NameCandidate& product = all_[k];
        if (product.maker == no_entity) return false;
        for (std::size_t other = k; other-- > 0;) {
            const NameCandidate& company = all_[other];
            if (company.span.begin + longest_name < product.span.begin) return false;
            if (company.span.end <= product.span.begin && company.type == MentionType::company &&
                made_by(product.maker, company.entity) && is_link(company.span.end, product.span.begin)) {
                return true;
            }
        }
        return false;
    }

    /// 北海道・千歳
    bool has_region_in_front(std::size_t k) const {
        const NameCandidate& town = all_[k];
        for (std::size_t other = k; other-- > 0;) {
            const NameCandidate& region = all_[other];
            if (region.span.begin + longest_name < town.span.begin) return false;
            const std::size_t end = region.span.end;
            if (region.type != MentionType::place || end > town.span.begin) continue;
            const std::string_view gap = text_.substr(end, town.span.begin - end);
            if ((gap == "・" || gap == "の" || gap == " ") && names_.lies_in(town.entity, region.entity)) return true;
        }
        return false;
    }

    /// `Slack, Notion and Figma`: what stands in a list with a name of its type is one too.
    void believe_lists() {
        for (std::size_t k = 1; k < all_.size(); ++k) believe_listed(k, k - 1);
        for (std::size_t k = all_.size(); k-- > 1;) believe_listed(k - 1, k);
    }

    void believe_listed(std::size_t k, std::size_t beside) {
        NameCandidate& open = all_[k];
        const NameCandidate& name = all_[beside];
        if (open.strength != no_reason || open.excluded || open.entity == no_entity || has_rival(k)) return;
        if (name.type != open.type || name.strength == no_reason || name.id.empty() || !takes_lists(open.type)) return;
        const std::size_t begin = std::min(open.span.end, name.span.end),
                          end = std::max(open.span.begin, name.span.begin);
        if (begin > end || !joins_list(text_.substr(begin, end - begin)) || !is_written_as_name(open)) return;
        if (k < beside || goes_on_as_list(open)) open.strength = weak;
    }

    /// Of a name in Japanese letters that only stands behind another: 、ピボットする goes on as a verb.
    bool goes_on_as_list(const NameCandidate& candidate) const {
        if (static_cast<unsigned char>(text_[candidate.span.begin]) < 0x80) return true;
        const std::string_view behind = text_.substr(candidate.span.end, candidate.block.end - candidate.span.end);
        if (behind.empty()) return true;
        const char32_t next = decode_at(behind, 0).value;
        if (!is_hiragana(next) && !is_han(next)) return true;
        return std::any_of(std::begin(list_ends), std::end(list_ends),
                           [&](std::string_view end) { return behind.starts_with(end); });
    }

    static bool takes_lists(MentionType type) { return type == MentionType::company || type == MentionType::product; }

    static bool joins_list(std::string_view gap) {
        return std::find(std::begin(list_joints), std::end(list_joints), gap) != std::end(list_joints);
    }

    /// With a capital or in katakana, and no part of a longer name: `MCP Box, Slack`, `Slack, Box Hill`.
    bool is_written_as_name(const NameCandidate& candidate) const {
        const char32_t first = decode_at(text_, candidate.span.begin).value;
        if (first < 0x80 && !is_ascii_upper(first)) return false;
        return !has_capital_in_front(candidate) && !has_more_behind(candidate);
    }

    bool has_capital_in_front(const NameCandidate& candidate) const {
        std::size_t at = candidate.span.begin;
        if (at == candidate.block.begin || text_[--at] != ' ') return false;
        while (at > candidate.block.begin && is_word_byte(text_[at - 1])) --at;
        return is_ascii_upper(static_cast<unsigned char>(text_[at]));
    }

    /// A capital or a digit behind one space, or joined by a hyphen or colon: Box Hill, Figure 3, ETR:NVD.
    bool has_more_behind(const NameCandidate& candidate) const {
        const std::size_t end = candidate.span.end;
        if (end + 1 >= candidate.block.end) return false;
        const char next = text_[end + 1];
        if (text_[end] == '-' || text_[end] == ':') return next != ' ' && next != '\n';
        return text_[end] == ' ' && (is_ascii_upper(static_cast<unsigned char>(next)) || is_digit_byte(next));
    }

    bool made_by(std::uint32_t maker, std::uint32_t company) const {
        return maker == company || names_.belongs_to(maker, company);
    }

    /// The places of the leftmost, longest, strongest.
    std::vector<std::size_t> select() const {
        std::vector<std::size_t> chosen;
        chosen.reserve(all_.size());
        std::size_t free = 0;
        for (std::size_t k = 0; k < all_.size();) {
            std::size_t next = k + 1;
            while (next < all_.size() && all_[next].span == all_[k].span) ++next;
            const NameCandidate* best = all_[k].span.begin >= free ? strongest(k, next) : nullptr;
            if (best != nullptr) {
                chosen.push_back(static_cast<std::size_t>(best - all_.data()));
                free = best->span.end;
            }
            k = next;
        }
        return chosen;
    }

    /// The best of the candidates [from, to) of one stretch; nothing where two different ones are equally good.
    const NameCandidate* strongest(std::size_t from, std::size_t to) const {
        const NameCandidate* best = nullptr;
        bool tied = false;
        for (std::size_t k = from; k < to; ++k) {
            const NameCandidate& candidate = all_[k];
            if (candidate.strength == no_reason) continue;
            const int order = best == nullptr ? 1 : compare(candidate, *best);
            if (order == 0 && candidate.id != best->id) tied = true;
            if (order > 0) {
                best = &candidate;
                tied = false;
            }
        }
        return tied ? nullptr : best;
    }

    static int compare(const NameCandidate& a, const NameCandidate& b) {
        if (a.strength != b.strength) return a.strength - b.strength;
        if (a.documented != b.documented) return a.documented ? 1 : -1;
        if (a.as_listed != b.as_listed) return a.as_listed ? 1 : -1;
        return (a.entity != no_entity ? 1 : 0) - (b.entity != no_entity ? 1 : 0);
    }

    void remember(const std::vector<std::size_t>& chosen) {
        named_.reserve(chosen.size());
        makers_.reserve(chosen.size());
        for (const std::size_t k : chosen) {
            const NameCandidate& name = all_[k];
            if (name.entity != no_entity) named_.push_back(name.entity);
            std::uint32_t maker = name.maker;
            for (int steps = 0; steps < 3 && maker != no_entity; ++steps) {
                makers_.push_back(maker);
                maker = names_.entity(maker).maker;
            }
        }
        std::sort(named_.begin(), named_.end());
        std::sort(makers_.begin(), makers_.end());
    }

    bool is_named(std::uint32_t entity) const { return std::binary_search(named_.begin(), named_.end(), entity); }

    int strength_in_document(const NameCandidate& candidate) const {
        if (candidate.entity == no_entity) return no_reason;
        if (is_named(candidate.entity)) return same_entity;
        const bool person = candidate.type == MentionType::person;
        if ((!person || candidate.proved) && is_linked(candidate)) return weak;
        return candidate.capital && stands_as_name(candidate) ? weak : no_reason;
    }

    bool is_linked(const NameCandidate& candidate) const {
        if (candidate.entity == no_entity) return false;
        const NameEntity& entity = names_.entity(candidate.entity);
        if (std::binary_search(makers_.begin(), makers_.end(), candidate.entity)) return true;
        for (std::uint32_t maker = entity.maker, steps = 0; maker != no_entity && steps < 2; ++steps) {
            if (is_named(maker)) return true;
            maker = names_.entity(maker).maker;
        }
        return false;
    }

    /// Written as names are: among Japanese, or with a capital in mid-sentence behind a word without one. A hyphen or a
    /// number behind it speaks of a word (Target-based, Figure 3).
    bool stands_as_name(const NameCandidate& candidate) const {
        const Span name = candidate.span, block = candidate.block;
        if (!is_ascii_upper(decode_at(text_, name.begin).value)) return false;
        const std::string_view behind = text_.substr(name.end, std::min<std::size_t>(block.end - name.end, 2));
        if (behind.starts_with('-') || (behind.size() == 2 && behind[0] == ' ' && is_digit_byte(behind[1])))
            return false;
        if (!behind.empty() && is_japanese(decode_at(text_, name.end).value)) return true;
        const bool spaced = name.begin > block.begin && text_[name.begin - 1] == ' ';
        const std::size_t at = name.begin - (spaced ? 1 : 0);
        if (at == block.begin) return false;
        const char32_t left = decode_before(text_, at).value;
        if (is_japanese(left)) return true;
        std::size_t word = at;
        while (word > block.begin && is_word_byte(text_[word - 1])) --word;
        return spaced && (left == U',' || (word < at && is_lower_byte(text_[word])));
    }

    std::string_view text_;
    const NameTable& names_;
    std::vector<NameCandidate>& all_;
    std::vector<std::uint32_t> named_, makers_;  ///< sorted
};

}  // namespace

std::vector<NameCandidate> choose_names(std::string_view text, const NameTable& names,
                                        std::vector<NameCandidate> candidates) {
    return Chooser(text, names, candidates).run();
}

}  // namespace hardfacts
