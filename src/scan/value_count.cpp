#include "scan/value_count.h"

#include <algorithm>

#include "model/utf8.h"
#include "scan/count_nouns.h"
#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

constexpr int most_modifiers = 3;

bool is_hardware(const Mention* entity) {
    return entity != nullptr && (entity->type == MentionType::chip || entity->type == MentionType::system);
}

class CountReader {
public:
    CountReader(const ValueContext& context, Amount& amount)
        : context_(context), text_(context.text), table_(*context.table), nouns_(context), amount_(amount) {}

    bool run() {
        const std::size_t at = amount_.span.end;
        if (amount_.numeral.fraction || amount_.numeral.one) return false;
        if (read_times(at) || read_entity(at) || read_things(at)) return true;
        if (follows_name(context_, amount_)) return false;
        if (byte_at(text_, at) != ' ' && byte_at(text_, at) != '-') {
            if (!(byte_at(text_, at) == '+' && byte_at(text_, at + 1) == ' ')) return false;
            if (read_entity(at + 1)) {
                amount_.span.end = at;
                return true;
            }
            return plus_nouns(at + 2);
        }
        if (byte_at(text_, at) == '-') return false;
        return read_of(at) || read_nouns(at + 1);
    }

private:
    bool is_one() const { return amount_.magnitude.number && *amount_.magnitude.number == Decimal(1); }

    bool give(std::size_t end, std::string_view rule) {
        amount_.span.end = end;
        amount_.type = MentionType::quantity;
        amount_.row = table_.unit("unit");
        amount_.unit = "unit";
        amount_.by = rule;
        return true;
    }

    /// `2 x Tesla K80`, `8 x 1 TB`: how many of what follows.
    bool read_times(std::size_t at) {
        if (amount_.numeral.form != NumeralForm::digits || amount_.numeral.pointed || amount_.numeral.integers > 4) {
            return false;
        }
        std::size_t next = at;
        const bool spaced = byte_at(text_, next) == ' ';
        if (spaced) ++next;
        if (has(text_, next, "×"))
            next += 2;
        else if (byte_at(text_, next) == 'x' || byte_at(text_, next) == 'X')
            ++next;
        else
            return false;
        if (byte_at(text_, next) != ' ') return false;
        const char first = byte_at(text_, ++next);
        const bool capital = first >= 'A' && first <= 'Z';
        if (!is_hardware(entity_at(context_, next)) && !(spaced && (is_digit(first) || capital))) return false;
        return give(at, "value.count.entity");
    }

    /// `24,000 MI355X`, `24,000 of NVIDIA's H100s` no: the entity must follow at once.
    bool read_entity(std::size_t at) {
        std::size_t next = at;
        if (byte_at(text_, next) == ' ') ++next;
        const Mention* entity = entity_at(context_, next);
        if (!is_hardware(entity) || next == at || is_year()) return false;
        if (amount_.numeral.pointed && amount_.scale == 0) return false;
        if (const std::size_t head = head_behind(entity->span.end); head != 0) return give(head, "value.count.en");
        return give(at, "value.count.entity");
    }

    /// `8 RDNA 3.5 graphics cores`: the parts are counted, not the chip; the end of the noun, or 0.
    std::size_t head_behind(std::size_t at) const {
        if (byte_at(text_, at) != ' ') return 0;
        std::size_t next = at + 1;
        for (int word = 0; word < most_modifiers; ++word) {
            const auto [end, unit] = nouns_.noun_at(next);
            if (unit != nullptr && unit->dimension == "count_parts") return end;
            const std::size_t stop = nouns_.word_end(next);
            if (unit != nullptr || stop == next || nouns_.breaks(next, stop) || byte_at(text_, stop) != ' ') return 0;
            next = stop + 1;
        }
        return 0;
    }

    /// Four digits from 1900 to 2099 without a comma: in English prose rather a year than a count.
    bool is_year() const {
        const Numeral& numeral = amount_.numeral;
        if (numeral.form != NumeralForm::digits || numeral.grouped || numeral.pointed || numeral.integers != 4 ||
            amount_.scale != 0) {
            return false;
        }
        const std::string_view digits = slice(text_, numeral.span);
        return digits.starts_with("19") || digits.starts_with("20");
    }

    /// Up to three modifiers and a plural noun: 2 million developers, seven virtual GPUs.
    bool read_nouns(std::size_t at) {
        std::size_t next = at;
        bool named = false;
        for (int word = 0; word <= most_modifiers; ++word) {
            const Mention* entity = entity_over(context_, next);
            if (entity != nullptr) {
                named = named || is_hardware(entity) || entity->type == MentionType::company;
                next = entity->span.end;
                const bool many = amount_.scale >= 3 || amount_.numeral.grouped;
                if (many && text_[next - 1] == 's' && entity->type == MentionType::product && word == 0) {
                    return give(at - 1, "value.count.entity");
                }
                if (byte_at(text_, next) != ' ') return false;
                ++next;
                continue;
            }
            const auto [end, unit] = nouns_.noun_at(next);
            if (unit != nullptr && !followed_by_noun(end)) {
                if (word > 0 && numbers_a_name()) return false;
                const bool singular = text_[end - 1] == 'U' || text_[end - 1] == 'C';
                return !(singular && behind_entity()) && accept(at, end, *unit, named, word);
            }
            const std::size_t stop = nouns_.word_end(next);
            if (is_plural(next, stop) && (word < 2 || named) && !followed_by_noun(stop)) {
                return !names_number(word) && accept(at, stop, *table_.unit("unit"), named, word);
            }
            if (stop == next || nouns_.breaks(next, stop) || (is_digit(text_[next]) && !nouns_.is_shape(next, stop)))
                return false;
            if (byte_at(text_, stop) != ' ') return false;
            next = stop + 1;
        }
        return false;
    }

    /// A word no list knows, but with a plural's ending: scalars, understandings; behind 230M also iPhones.
    bool is_plural(std::size_t at, std::size_t end) const {
        constexpr std::size_t shortest = 5;
        if (end < at + shortest || text_[end - 1] != 's' || nouns_.breaks(at, end)) return false;
        const bool capital = text_[at] >= 'A' && text_[at] <= 'Z';
        if (capital && amount_.scale < 3 && !amount_.numeral.grouped) return false;
        if (slice(text_, {at, end}) == "series" || nouns_.is_measure(at, end) || is_resolution()) return false;
        const char before = text_[end - 2];
        if (before == 's' || before == 'u' || before == 'i' || before == '-' || before == '.') return false;
        const char next = byte_at(text_, end);
        const bool ends = next == ' ' || next == ',' || next == '.' || next == ';' || next == ':' || next == ')' ||
                          next == '\0' || next == '\n' || next == '!' || next == '?';
        for (std::size_t place = at; place < end; ++place) {
            if (!is_letter(text_[place]) && text_[place] != '-') return false;
        }
        return ends;
    }

    /// 4K outputs: a single digit and K tell of pixels.
    bool is_resolution() const {
        return amount_.scale == 3 && amount_.numeral.scale == 0 && amount_.numeral.integers == 1;
    }

    /// Gemini 3 delivers, Phase 2 begins: the number may belong to the capitalised word before it.
    bool names_number(int modifiers) const {
        const Numeral& numeral = amount_.numeral;
        if (numeral.form == NumeralForm::words) return modifiers > 1;
        std::size_t at = numeral.span.begin;
        if (at == context_.begin) return false;
        if (amount_.scale != 0 || numeral.grouped) return text_[at - 1] == '-' || has(text_, at - 3, "–");
        if (numeral.form != NumeralForm::digits || is_one()) return true;
        if (text_[at - 1] == '~' || text_[at - 1] == '(') return false;
        if (text_[at - 1] != ' ' || at < context_.begin + 2) return true;
        const std::size_t end = --at;
        while (at > context_.begin && (is_letter(text_[at - 1]) || is_digit(text_[at - 1]))) --at;
        if (at == end) return text_[end - 1] == '+';
        const bool small = text_[at] >= 'a' && text_[at] <= 'z';
        return is_digit(text_[end - 1]) || (!small && !nouns_.breaks(at, end));
    }

    /// DELTA 3 power stations: a small number right behind a capitalised word inside a sentence is that name's.
    bool numbers_a_name() const {
        const Numeral& numeral = amount_.numeral;
        if (numeral.form != NumeralForm::digits || amount_.scale != 0 || numeral.grouped || numeral.integers > 1) {
            return false;
        }
        std::size_t at = numeral.span.begin;
        if (at < context_.begin + 3 || text_[at - 1] != ' ') return false;
        const std::size_t end = --at;
        while (at > context_.begin && is_letter(text_[at - 1])) --at;
        const bool capital = at < end && text_[at] >= 'A' && text_[at] <= 'Z';
        return capital && at > context_.begin + 1 && is_letter(text_[at - 2]) && !nouns_.breaks(at, end);
    }

    /// Any name right before the number: Intel 3 GPU.
    bool behind_entity() const {
        const std::size_t place = amount_.numeral.span.begin;
        return place >= context_.begin + 2 && text_[place - 1] == ' ' && entity_over(context_, place - 2) != nullptr;
    }

    /// `8 server chips`, `12 CPU cores`: another counted noun right behind is the head.
    bool followed_by_noun(std::size_t end) const {
        if (byte_at(text_, end) != ' ') return false;
        return nouns_.noun_at(end + 1).second != nullptr;
    }

    bool accept(std::size_t at, std::size_t end, const Unit& unit, bool named, int modifiers) {
        const Numeral& numeral = amount_.numeral;
        if (is_year() || (numeral.pointed && amount_.scale == 0 && unit.dimension != "count_parts")) return false;
        if (is_one() && numeral.form != NumeralForm::digits) return false;
        if (modifiers > 0 && preceded_by_the(numeral)) return false;
        if (numeral.form == NumeralForm::words && preceded_by_the(numeral)) return false;
        const bool tokens = unit.symbol != "unit";
        const bool whole =
            (!named || unit.dimension == "count_parts" || tokens) && !(modifiers > 0 && nouns_.is_aside(at));
        const bool several = numeral.form == NumeralForm::vague;
        give(whole && !several ? end : at - 1, whole ? "value.count.en" : "value.count.entity");
        if (tokens) set_unit(amount_, unit, "value.quantity");
        return true;
    }

    /// `the two chips`: no new number, the words only point back.
    bool preceded_by_the(const Numeral& numeral) const {
        if (numeral.form != NumeralForm::words || amount_.scale != 0) return false;
        if (amount_.magnitude.number && *amount_.magnitude.number > Decimal(2)) return false;
        const std::size_t at = numeral.span.begin;
        for (const std::string_view word : {"the ", "The ", "these ", "those ", "These ", "all "}) {
            if (at >= context_.begin + word.size() && has(text_, at - word.size(), word)) return true;
        }
        return false;
    }

    /// 100+ companies: the plus ends the text.
    bool plus_nouns(std::size_t at) {
        const std::size_t end = amount_.span.end;
        if (!read_nouns(at)) return false;
        amount_.span.end = end;
        return true;
    }

    /// `94 of the top 500 supercomputers`, `millions of its users`, `hundreds of chips`.
    bool read_of(std::size_t at) {
        if (!has(text_, at, " of ")) return false;
        const bool vague = amount_.numeral.form == NumeralForm::vague;
        std::size_t next = at + 4;
        bool pointed = false;
        for (const std::string_view word : {"the ", "its ", "our ", "their ", "these ", "those ", "his ", "her "}) {
            if (has(text_, next, word)) {
                next += word.size();
                pointed = true;
                break;
            }
        }
        if (!vague && !pointed) return false;
        if (is_hardware(entity_at(context_, next))) return give(at, "value.count.entity");
        for (int word = 0; word < 5; ++word) {
            if (nouns_.noun_at(next).second != nullptr) return give(at, "value.count.en");
            const Mention* entity = entity_over(context_, next);
            std::size_t stop = entity != nullptr ? entity->span.end : nouns_.word_end(next);
            if (entity == nullptr && is_letter(text_[next])) {
                const auto measure = lex_numeral(text_, next);
                if (measure && byte_at(text_, measure->span.end) == '-') return false;
            }
            if (vague && entity == nullptr && is_plural(next, stop)) return give(at, "value.count.en");
            if (has(text_, stop, "'s")) stop += 2;
            if (stop == next || nouns_.breaks(next, stop) || byte_at(text_, stop) != ' ') return false;
            next = stop + 1;
        }
        return false;
    }

    /// Where the thing counted through の or を超える begins; 0 where none does.
    std::size_t thing_begin(std::size_t at) const {
        for (const std::string_view word : {"を超える", "を上回る", "を超す", "に及ぶ", "に上る", "にのぼる"}) {
            if (has(text_, at, word)) return amount_.scale < 4 && !amount_.numeral.grouped ? 0 : at + word.size();
        }
        std::size_t next = at;
        for (const std::string_view word : {"以上", "超", "近く", "余り", "以下", "もの", "程度"}) {
            if (has(text_, next, word)) next += word.size();
        }
        const std::string_view of = "の";
        if (!has(text_, next, of)) return 0;
        return next == at && amount_.numeral.form == NumeralForm::kanji ? 0 : next + of.size();
    }

    /// 数百万のGPU, 100以上のソフトウェアベンダー, 13兆を超えるトークン.
    bool read_things(std::size_t at) {
        const std::size_t next = thing_begin(at);
        if (next == 0 || is_year() || (amount_.numeral.pointed && amount_.scale == 0)) return false;
        if (is_hardware(entity_at(context_, next))) return give(at, "value.count.things");
        constexpr std::size_t reach = 36;
        const std::size_t stop = std::min(text_.size(), next + reach);
        for (std::size_t place = next; place < stop; ++place) {
            if (!is_lead(text_[place])) continue;
            const WordRule* found = nullptr;
            table_.things.find(text_.substr(place, 40), true,
                               [&](std::size_t, std::uint32_t number) { found = &table_.rules[number]; });
            if (found != nullptr) return give_things(at, *found);
            const char32_t c = decode_at(text_, place).value;
            if (c == U'、' || c == U'。' || c == U'の' || c == U'が' || c == U'は' || c == U'を' || c == U'に' ||
                c == U'(' || c == U'で') {
                return false;
            }
        }
        return false;
    }

    bool give_things(std::size_t at, const WordRule& rule) {
        give(at, "value.count.things");
        if (const Unit* row = rule.text.empty() ? nullptr : table_.unit(rule.text)) set_unit(amount_, *row, rule.id);
        return true;
    }

    const ValueContext& context_;
    std::string_view text_;
    const ValueTable& table_;
    NounReader nouns_;
    Amount& amount_;
};

}  // namespace

bool read_count(const ValueContext& context, Amount& amount) { return CountReader(context, amount).run(); }

}  // namespace hardfacts
