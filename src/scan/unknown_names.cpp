#include "scan/unknown_names.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "knowledge/names_index.h"
#include "knowledge/names_pattern.h"
#include "model/utf8.h"
#include "scan/name_proofs.h"
#include "scan/name_words.h"
#include "scan/names_boundaries.h"

namespace hardfacts {

namespace {

/// A byte that tells beginnings apart: the second and third of a kanji or katakana, the first two of a Latin word.
std::size_t byte_of_begin(std::string_view text) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[k])); };
    if (text.size() < 2) return 0;
    return text.size() > 2 && byte(0) >= 0xE0 ? (byte(1) * 67 + byte(2)) & 0xFFU : (byte(0) * 31 + byte(1)) & 0xFFU;
}

/// An acronym has so many letters at least.
constexpr std::size_t shortest_acronym = 3;
/// A short form is at least so long.
constexpr std::size_t shortest_form = 4;

bool has_bracket_behind(std::string_view text, std::size_t end) {
    if (end < text.size() && text[end] == ' ') ++end;
    return end < text.size() && text[end] == '(';
}

bool stands_first(const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

/// One document's unknown names, from the places where they are proved to all places where they stand.
class Spreader {
public:
    Spreader(const Text& text, const NameTable& names, const NameRuleTable& rules, const std::vector<NameWord>& words,
             Findings& findings)
        : all_(text), text_(text.folded), names_(names), rules_(rules), words_(words), findings_(findings) {}

    void run(std::vector<ProvedName> proved) {
        set_aside_parts(proved);
        std::sort(proved.begin(), proved.end(), [](const ProvedName& a, const ProvedName& b) {
            if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
            return a.span.end != b.span.end ? a.span.end > b.span.end : a.rule < b.rule;
        });
        std::vector<Mention> taken;
        for (const ProvedName& name : proved) {
            if (!taken.empty() && taken.back().span.end > name.span.begin) continue;
            taken.push_back(mention_of(name));
        }
        for (const Mention& mention : taken) {
            if (!is_listed(mention)) forms_.emplace(slice(text_, mention.span), mention);
        }
        for (const ProvedName& name : proved) remember_short(name);
        remember_surnames();
        for (const Mention& one : findings_.mentions) regard_company(one);
        for (const Mention& one : taken) regard_company(one);
        spread(taken);
        merge(std::move(taken));
    }

private:
    /// The longer names that are not known, whose parts are no names, go to parts_.
    void set_aside_parts(std::vector<ProvedName>& proved) {
        const auto is_name = [&](const ProvedName& one) { return !rules_.rules[one.rule].is_none; };
        const auto parts = std::stable_partition(proved.begin(), proved.end(), is_name);
        for (auto at = parts; at != proved.end(); ++at) parts_.push_back(at->span);
        proved.erase(parts, proved.end());
        std::sort(parts_.begin(), parts_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    }

    Mention mention_of(const ProvedName& name) {
        const NameRule& rule = rules_.rules[name.rule];
        const std::string_view surface = slice(text_, name.span);
        Mention mention;
        mention.type = rule.type;
        mention.span = name.span;
        if (const NameEntity* listed = entity_of(name.span, rule.type)) {
            mention.entity = listed->id;
            mention.name = listed->name;
            mention.by = listed->by;
            if (listed->maker != no_entity) mention.maker = names_.entity(listed->maker).id;
            return mention;
        }
        std::string id = std::string(to_string(rule.type)) + ":~" + slug_of(surface);
        mention.entity = findings_.arena.emplace_back(std::move(id));
        if (rule.by_maker) mention.maker = maker_of(name);
        mention.name = findings_.arena.emplace_back(surface);
        mention.by = rule.id;
        mention.known = false;
        return mention;
    }

    /// The company whose mention begins the name or stands in front of it, or the maker of what does.
    std::string_view maker_of(const ProvedName& name) const {
        const std::size_t end = name.name.begin - rules_.rules[name.rule].joint.size();
        const auto at = std::lower_bound(findings_.mentions.begin(), findings_.mentions.end(), end,
                                         [](const Mention& one, std::size_t where) { return one.span.end < where; });
        if (at == findings_.mentions.end() || at->span.end != end) return {};
        return at->type == MentionType::company ? at->entity : at->maker;
    }

    /// Calls seen(surface) for each surface of a gazetteer that is written exactly as the text at `span`.
    template <typename Seen>
    void look_up(Span span, Seen seen) const {
        std::size_t word = span.begin;
        while (word < span.end && is_word_byte(text_[word])) ++word;
        names_.index().find(text_, span.begin, word, span.end,
                            [&](std::size_t end, const NameIndex::Entry& entry, bool) {
                                std::uint32_t k = end == span.end ? entry.surface : NameIndex::none;
                                for (; k != NameIndex::none; k = names_.surface(k).next) {
                                    const NameSurface& surface = names_.surface(k);
                                    if (surface.entity != no_entity && surface.text == slice(text_, span))
                                        seen(surface);
                                }
                            });
    }

    /// The gazetteer's entity that is written so, where there is one alone of this type.
    const NameEntity* entity_of(Span span, MentionType type) const {
        const NameEntity* only = nullptr;
        bool several = false;
        look_up(span, [&](const NameSurface& surface) {
            const NameEntity& entity = names_.entity(surface.entity);
            if (entity.type != type || only == &entity) return;
            several |= only != nullptr;
            only = &entity;
        });
        return several ? nullptr : only;
    }

    /// Where a gazetteer has it as something else too (a product and its maker), each place needs its own proof.
    bool is_listed(const Mention& mention) const {
        bool listed = false;
        if (!mention.known) look_up(mention.span, [&](const NameSurface&) { listed = true; });
        return listed;
    }

    /// Brightmoor Partners is Brightmoor too, Ann Lee is Lee, where that is no common word.
    void remember_short(const ProvedName& name) {
        if (!rules_.rules[name.rule].shortens) return;
        const std::string_view whole = slice(text_, name.span);
        const bool first = rules_.rules[name.rule].type == MentionType::company;
        const std::string_view form = rules_.rules[name.rule].by_maker ? slice(text_, name.name)
                                      : first                          ? whole.substr(0, whole.find(' '))
                                                                       : whole.substr(whole.rfind(' ') + 1);
        const auto known = forms_.find(whole);
        if (form.size() < shortest_form || form.size() == whole.size() || known == forms_.end()) return;
        if (const auto at = forms_.find(form); at != forms_.end()) {
            if (!first && at->second.entity != known->second.entity) shared_.insert(form);
            return;
        }
        if (rules_.is_word(form) || static_cast<unsigned char>(form[0]) >= 0x80 || stands_small(form)) return;
        if (rules_.rules[name.rule].by_maker && is_general(form)) return;
        forms_.emplace(form, known->second);
    }

    /// Cisco SD-WAN, Anthropic Skills: without its maker the name means more than the product.
    bool is_general(std::string_view form) const {
        const bool model = std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool small = std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return !model && (!small || rules_.is_ordinary(form));
    }

    /// Jensen Huang, whom a gazetteer has, is Huang too: where no other Huang is named and no gazetteer has one.
    void remember_surnames() {
        std::map<std::string_view, const Mention*> surnames;
        for (const Mention& one : findings_.mentions) {
            if (one.type != MentionType::person) continue;
            const std::string_view whole = slice(text_, one.span), form = surname_of(whole);
            if (form.size() < shortest_form || form.size() == whole.size()) continue;
            const auto [at, is_new] = surnames.emplace(form, &one);
            if (!is_new && at->second != nullptr && at->second->entity != one.entity) at->second = nullptr;
        }
        for (const auto& [form, one] : surnames) {
            if (const auto at = forms_.find(form); at != forms_.end() && at->second.type == MentionType::person) {
                if (one == nullptr || at->second.entity != one->entity) shared_.insert(form);
                continue;
            }
            if (one == nullptr || forms_.contains(form) || rules_.is_ordinary(form)) continue;
            Mention mention = *one;
            mention.span = {one->span.end - form.size(), one->span.end};
            bool listed = false;
            look_up(mention.span, [&](const NameSurface&) { listed = true; });
            if (!listed && !stands_small(form)) forms_.emplace(form, mention);
        }
        for (const std::string_view form : shared_) forms_.erase(form);
    }

    void regard_company(const Mention& one) {
        if (one.type != MentionType::company) return;
        // Roy Marlow is not Marlow where Marlow Partners is named.
        const std::string_view whole = slice(text_, one.span);
        const auto at = forms_.find(whole.substr(0, whole.find(' ')));
        if (at != forms_.end() && at->second.type == MentionType::person) forms_.erase(at);
        if (has_bracket_behind(text_, one.span.end)) remember_acronym(one);
    }

    /// Center for Tidal Research (CTR) is CTR too, where no gazetteer has one.
    void remember_acronym(const Mention& one) {
        const std::size_t begin = one.span.end + (text_[one.span.end] == ' ' ? 2 : 1);
        std::size_t end = begin;
        while (end < text_.size() && is_ascii_upper(static_cast<unsigned char>(text_[end]))) ++end;
        if (end - begin < shortest_acronym || end == text_.size() || text_[end] != ')') return;
        const std::string_view form = text_.substr(begin, end - begin);
        if (forms_.contains(form) || rules_.is_word(form) || !are_initials(form, slice(text_, one.span))) return;
        Mention mention = one;
        mention.span = {begin, end};
        bool listed = false;
        look_up(mention.span, [&](const NameSurface&) { listed = true; });
        if (!listed) forms_.emplace(form, mention);
    }

    /// True where the letters are first letters of the name's words, in their order, the first and last words' among
    /// them.
    static bool are_initials(std::string_view letters, std::string_view name) {
        std::size_t next = 0;
        bool last = false;
        for (std::size_t at = 0; at < name.size(); ++at) {
            if (!is_word_byte(name[at]) || (at > 0 && is_word_byte(name[at - 1]))) continue;
            last = next < letters.size() && lower_byte(name[at]) == lower_byte(letters[next]);
            if (at == 0 && !last) return false;
            next += last ? 1 : 0;
        }
        return last && next == letters.size();
    }

    static std::string_view surname_of(std::string_view whole) {
        constexpr std::string_view dot = "・";
        if (const std::size_t at = whole.rfind(dot); at != std::string_view::npos) return whole.substr(at + dot.size());
        return static_cast<unsigned char>(whole[0]) < 0x80 ? whole.substr(whole.rfind(' ') + 1) : whole;
    }

    /// True where the text has the word in small letters too.
    bool stands_small(std::string_view form) const {
        std::string small = " " + std::string(form);
        small[1] = lower_byte(small[1]);
        const std::boyer_moore_horspool_searcher search(small.begin(), small.end());
        return std::search(text_.begin(), text_.end(), search) != text_.end();
    }

    void spread(std::vector<Mention>& taken) {
        std::map<std::string_view, std::vector<const std::pair<const std::string_view, Mention>*>> by_word;
        std::bitset<256> begins;  // first bytes of the forms: most words are turned away
        for (const auto& form : forms_) {
            by_word[first_word(form.first)].push_back(&form);
            begins.set(byte_of_begin(form.first));
        }
        const std::size_t proved = taken.size();
        for (std::size_t k = 0; k < words_.size(); ++k) {
            if (!begins.test(byte_of_begin(text_.substr(words_[k].span.begin, 3)))) continue;
            const auto at = by_word.find(slice(text_, words_[k].span));
            if (at == by_word.end()) continue;
            const std::pair<const std::string_view, Mention>* best = nullptr;
            for (const auto* form : at->second) {
                if ((best == nullptr || form->first.size() > best->first.size()) && stands_at(k, form->first))
                    best = form;
            }
            if (best == nullptr) continue;
            const bool person = best->second.type == MentionType::person;
            if (person && is_part(k, best->first.size())) continue;
            Mention mention = best->second;
            mention.span = {words_[k].span.begin, words_[k].span.begin + best->first.size()};
            if (std::none_of(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(proved),
                             [&](const Mention& one) { return one.span.overlaps(mention.span); }))
                taken.push_back(mention);
        }
        std::sort(taken.begin(), taken.end(), stands_first);
    }

    /// A surname in a longer name: D. E. Shaw, Goff Capital.
    bool is_part(std::size_t k, std::size_t size) const {
        const std::size_t begin = words_[k].span.begin;
        if (follows_initial(text_, {0, text_.size()}, begin)) return true;
        while (k < words_.size() && words_[k].span.begin < begin + size) ++k;
        return k < words_.size() && words_[k].joined && !rules_.parts_names(slice(text_, words_[k].span));
    }

    /// The name's first word as find_name_words cuts it.
    std::string_view first_word(std::string_view form) {
        std::vector<NameWord> words;
        find_name_words(form, {0, form.size()}, words);
        return words.empty() ? form : slice(form, words.front().span);
    }

    bool stands_at(std::size_t k, std::string_view form) const {
        const std::size_t begin = words_[k].span.begin, end = begin + form.size();
        if (text_.substr(begin, form.size()) != form) return false;
        if (words_[k].joined && !rules_.is_word(slice(text_, words_[k - 1].span))) return false;
        std::size_t last = k;
        while (last + 1 < words_.size() && words_[last + 1].span.begin < end) ++last;
        if (words_[last].span.end > end) return false;
        if (last + 1 < words_.size() && words_[last + 1].joined && !rules_.is_word(slice(text_, words_[last + 1].span)))
            return false;
        const Span span{begin, end};
        if (end + 1 < text_.size() && text_[end] == '.' && is_word_byte(text_[end + 1])) return false;
        if (crosses_seam(all_.seams, span) || stands_in_address(text_, {0, text_.size()}, span)) return false;
        return std::none_of(all_.code.begin(), all_.code.end(), [&](Span code) { return code.overlaps(span); });
    }

    /// Known names stay, save those inside a proved longer one.
    void merge(std::vector<Mention> taken) {
        std::vector<Mention>& known = findings_.mentions;
        std::vector<Mention> all;
        all.reserve(known.size() + taken.size());
        std::size_t next = 0;
        for (Mention& name : taken) {
            while (next < known.size() && known[next].span.end <= name.span.begin)
                all.push_back(std::move(known[next++]));
            std::size_t behind = next;
            bool holds = true;
            for (; behind < known.size() && known[behind].span.begin < name.span.end; ++behind) {
                holds &= name.span.contains(known[behind].span) && known[behind].span != name.span;
            }
            if (!holds) continue;
            next = behind;
            all.push_back(std::move(name));
        }
        for (; next < known.size(); ++next) all.push_back(std::move(known[next]));
        known = std::move(all);
        drop_parts();
    }

    /// Detroit is no name in Detroit Auto Show. What other rules find stays, and names that hold a number or many words
    /// do: without them a part would be read as a value (Geekbench 5, Three Mile Island).
    void drop_parts() {
        auto part = parts_.begin();
        std::erase_if(findings_.mentions, [&](const Mention& one) {
            while (part != parts_.end() && part->end <= one.span.begin) ++part;
            if (part == parts_.end() || !part->contains(one.span) || part->size() == one.span.size()) return false;
            const std::string_view name = slice(text_, one.span);
            return one.known && std::count(name.begin(), name.end(), ' ') < 2 &&
                   std::none_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
        });
    }

    const Text& all_;
    std::string_view text_;
    const NameTable& names_;
    const NameRuleTable& rules_;
    const std::vector<NameWord>& words_;
    Findings& findings_;
    std::map<std::string_view, Mention> forms_;
    std::set<std::string_view> shared_;  ///< surnames of two persons
    std::vector<Span> parts_;            ///< longer names that are not known
};

}  // namespace

void scan_unknown_names(const Text& text, const NameTable& names, const NameRuleTable& rules, Findings& findings) {
    std::vector<NameWord> words;
    words.reserve(text.folded.size() / 32);  // one word written as a name in 40 bytes of news
    std::vector<ProvedName> proved;
    for (const TextBlock& block : text.blocks) {
        const std::size_t from = words.size();
        find_name_words(text.folded, block.span, words);
        find_name_proofs(text, rules, findings.mentions, block, words, from, proved);
    }
    const bool shortened = std::any_of(findings.mentions.begin(), findings.mentions.end(), [&](const Mention& one) {
        return one.type == MentionType::person ||
               (one.type == MentionType::company && has_bracket_behind(text.folded, one.span.end));
    });
    if (!proved.empty() || shortened) Spreader(text, names, rules, words, findings).run(std::move(proved));
}

}  // namespace hardfacts
