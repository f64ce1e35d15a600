#include "scan/value_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "model/utf8.h"
#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

bool is_bound(Relation relation) {
    return relation == Relation::ge || relation == Relation::gt || relation == Relation::le || relation == Relation::lt;
}

class SurroundingsReader {
public:
    SurroundingsReader(const ValueContext& context, Span span, std::size_t number)
        : context_(context), text_(context.text), table_(*context.table), span_(span), number_(number) {
        out_.begin = span.begin;
    }

    Surroundings run() {
        read_before();
        read_vetoes();
        read_after(span_.end, true);
        return std::move(out_);
    }

private:
    std::string_view before(std::size_t at, std::size_t reach = 40) const {
        const std::size_t from = at > context_.begin + reach ? at - reach : context_.begin;
        return text_.substr(from, at - from);
    }

    struct Hit {
        std::size_t size = 0;
        const WordRule* rule = nullptr;
    };

    Hit word_before(std::size_t at) const {
        Hit best;
        table_.before.find(before(at), true, [&](std::size_t n, std::uint32_t number) {
            const std::size_t start = at - n;
            if (is_letter(text_[start]) && start > context_.begin && is_letter(text_[start - 1])) return;
            best = {n, &table_.rules[number]};
        });
        return best;
    }

    /// Steps back over up to four words: GPUあたり | 最大 | 約 | number.
    void read_before() {
        std::size_t at = span_.begin;
        for (int step = 0; step < 4; ++step) {
            std::size_t gap = at > context_.begin && text_[at - 1] == ' ' ? 1 : 0;
            Hit hit = word_before(at);
            if (hit.rule == nullptr && gap == 1)
                hit = word_before(at - gap);
            else
                gap = 0;
            if (hit.rule == nullptr && step == 0) hit = bare_before(at, gap);
            if (hit.rule == nullptr && step == 0 && told_most(at)) take_relation(Relation::le);
            if (hit.rule == nullptr && !skip_article(at, gap)) return;
            if (hit.rule == nullptr) continue;
            at -= gap + hit.size;
            if (!apply_before(*hit.rule, at, step)) return;
            out_.begin = std::min(out_.begin, at);
        }
    }

    /// `パラメータ数:` and what may stand between it and its number.
    Hit bare_before(std::size_t at, std::size_t& gap) const {
        static constexpr numeral::ByteSet last_bytes(": (\xAF\x8C\x84\xB0");  // は, が, 約, 数
        if (at == context_.begin || !last_bytes.has(text_[at - 1])) return {};
        std::size_t back = at;
        for (bool moved = true; moved && back > context_.begin;) {
            moved = false;
            static constexpr std::string_view fillers[] = {":", " ", "は", "が", "約", "(", "総数"};
            for (const std::string_view filler : fillers) {
                if (back < context_.begin + filler.size() || !has(text_, back - filler.size(), filler)) continue;
                back -= filler.size();
                moved = true;
                break;
            }
        }
        if (back == at) return {};
        const Hit hit = word_before(back);
        if (hit.rule == nullptr || hit.rule->role != WordRole::bare) return {};
        gap = at - back;
        return hit;
    }

    /// `the maximum frequency of the large core is 4.6 GHz`, `最大消費電力は40W`: the bound stands before its noun.
    bool told_most(std::size_t at) const {
        static constexpr numeral::ByteSet last_bytes(" :\xAF");  // は
        if (at == context_.begin || !last_bytes.has(text_[at - 1])) return false;
        const std::string_view words = before(at, 64);
        static constexpr std::string_view links[] = {" is ", " of ", " at "};
        for (const std::string_view link : links) {
            if (!words.ends_with(link)) continue;
            const std::size_t stop = words.find_last_of(".,;:()0123456789");
            const std::string_view clause = stop == std::string_view::npos ? words : words.substr(stop + 1);
            const std::size_t found = std::max(clause.rfind("maximum ") + 1, clause.rfind("Maximum ") + 1);
            return found != 0;
        }
        static constexpr std::string_view japanese_links[] = {"は", "は ", ":", ": "};
        for (const std::string_view link : japanese_links) {
            if (!words.ends_with(link)) continue;
            std::size_t from = at - link.size();
            const std::size_t stop = from;
            while (from > context_.begin) {
                const auto [c, size] = decode_before(text_, from);
                if (!is_katakana(c) && !is_han(c) && !is_ascii_alpha(c)) break;
                from -= size;
            }
            const std::string_view noun = text_.substr(from, stop - from);
            return noun.starts_with("最大") && !noun.starts_with("最大手") && !noun.starts_with("最大級");
        }
        return false;
    }

    /// `more than a 4x`: an article between the words and the number.
    bool skip_article(std::size_t& at, std::size_t gap) const {
        if (gap == 0) return false;
        static constexpr std::string_view articles[] = {" a", " an"};
        for (const std::string_view word : articles) {
            if (at < context_.begin + word.size() + 1 || !has(text_, at - 1 - word.size(), word)) continue;
            at -= word.size();
            return true;
        }
        return false;
    }

    bool apply_before(const WordRule& rule, std::size_t& at, int step) {
        switch (rule.role) {
            case WordRole::relation: {
                if (rule.relation == Relation::range) {
                    out_.between = true;
                    return false;
                }
                take_relation(rule.relation);
                return true;
            }
            case WordRole::veto:
                out_.veto = out_.veto || step == 0;
                if (step == 0 && has(text_, at, "第")) {
                    out_.ordinal = true;
                    out_.begin = at;
                }
                return false;
            case WordRole::rate: out_.rate = rule.text; return true;
            case WordRole::bare:
                out_.bare = rule.text;
                out_.bare_rule = rule.id;
                return false;
            case WordRole::per: out_.per = rule.text.empty() ? noun_before(at) : rule.text; return true;
            default: return false;
        }
    }

    /// The word before あたり: a run of one script, a leading 1 dropped.
    std::string noun_before(std::size_t& at) const {
        const std::size_t end = at;
        int kind = 0;
        while (at > context_.begin) {
            const auto [c, size] = decode_before(text_, at);
            int next = 0;
            if (is_ascii_alpha(c))
                next = 1;
            else if (is_katakana(c))
                next = 2;
            else if (is_han(c))
                next = 3;
            if (next == 0 || (kind != 0 && next != kind) || end - at > 30) break;
            kind = next;
            at -= size;
        }
        const std::size_t noun = at;
        at = number_before(at);
        std::string_view number = text_.substr(at, noun - at);
        while (!number.empty() && number.back() == ' ') number.remove_suffix(1);
        const bool one = number.empty() || number == "1" || number == "一";
        return std::string(text_.substr(one ? noun : at, end - (one ? noun : at)));
    }

    /// Where the number before the noun at `at` begins: 100万トークンあたり, 1M トークンあたり.
    std::size_t number_before(std::size_t at) const {
        const std::size_t noun = at;
        bool digits = false;
        while (at > context_.begin) {
            const auto [c, size] = decode_before(text_, at);
            const bool digit = c < 0x80 && is_digit(static_cast<char>(c));
            const bool scale = c == U'万' || c == U'億' || c == U'兆' || c == U'千' || c == U'百' || c == U'一';
            const bool letter = !digits && (c == U'K' || c == U'k' || c == U'M' || c == U'B');
            const bool mark = digits && (c == U',' || c == U'.');
            const bool space = !digits && c == U' ';
            if (!digit && !scale && !letter && !mark && !space) break;
            digits = digits || digit || scale;
            at -= size;
        }
        return digits ? at : noun;
    }

    void take_relation(Relation relation) {
        if (out_.relation == Relation::eq || (out_.relation == Relation::about && is_bound(relation))) {
            out_.relation = relation;
        }
    }

    void read_vetoes() {
        const auto veto = [&](std::size_t at) {
            table_.after.find(text_.substr(at, 32), true, [&](std::size_t n, std::uint32_t number) {
                if (table_.rules[number].role != WordRole::veto) return;
                if (is_letter(text_[at + n - 1]) && is_letter(byte_at(text_, at + n))) return;
                out_.veto = out_.veto || at + n > span_.end;
            });
        };
        table_.after.find(text_.substr(span_.end, 16), true, [&](std::size_t, std::uint32_t number) {
            out_.veto = out_.veto || table_.rules[number].role == WordRole::divisor;
        });
        veto(number_);
        if (byte_at(text_, number_) == ' ' || byte_at(text_, number_) == '-') veto(number_ + 1);
    }

    void read_after(std::size_t at, bool may_skip) {
        std::size_t taken = 0;
        for (std::size_t gap = 0; gap <= 1 && taken == 0; ++gap) {
            if (gap == 1 && byte_at(text_, at) != ' ') break;
            const WordRule* best = nullptr;
            table_.after.find(text_.substr(at + gap, 32), true, [&](std::size_t n, std::uint32_t number) {
                const WordRule& rule = table_.rules[number];
                const std::size_t end = at + gap + n;
                if (rule.role == WordRole::rate) out_.rate_behind = rule.text;
                if (rule.role != WordRole::relation && rule.role != WordRole::per && rule.role != WordRole::plain)
                    return;
                if (has(text_, at + gap, "plus ") &&
                    (byte_at(text_, end + 1) == '$' || is_digit(byte_at(text_, end + 1))))
                    return;
                if (text_[at + gap] == '+' && (gap == 1 || !plus_ends(end))) return;
                if (is_letter(text_[end - 1]) && is_letter(byte_at(text_, end))) return;
                taken = gap + n;
                best = &rule;
            });
            if (best == nullptr) continue;
            if (best->role == WordRole::plain) return;
            if (best->role == WordRole::per)
                take_per(*best, at + taken);
            else
                take_relation(best->relation);
        }
        if (taken != 0 && may_skip) read_after(at + taken, false);
        if (taken == 0 && may_skip) read_behind_bracket(at);
    }

    /// A plus that ends its word means `or more`; before a digit or a word it adds.
    bool plus_ends(std::size_t at) const {
        const char next = byte_at(text_, at);
        if (next == ' ') return !is_digit(byte_at(text_, at + 1));
        return !is_digit(next) && !is_letter(next) && next != '$' &&
               (static_cast<unsigned char>(next) < 0xE3 || has(text_, at, "の") || has(text_, at, "、"));
    }

    void take_per(const WordRule& rule, std::size_t at) {
        if (!out_.per.empty()) return;
        out_.per = rule.text;
        if (!rule.text.empty()) return;
        out_.per = text_.substr(at, divisor_end(at) - at);
    }

    /// Behind `per `: a word, behind a number the words up to the plural: per million output tokens.
    std::size_t divisor_end(std::size_t at) const {
        std::size_t end = word_end(at);
        const std::string_view first = text_.substr(at, end - at);
        static constexpr std::string_view scales[] = {"million", "billion", "thousand", "hundred", "trillion"};
        const bool counts = end > at && (is_digit(first.front()) ||
                                         std::find(std::begin(scales), std::end(scales), first) != std::end(scales));
        constexpr int most_words = 4;
        for (int word = 0; counts && word < most_words && byte_at(text_, end) == ' '; ++word) {
            const std::size_t next = word_end(end + 1);
            if (next == end + 1) break;
            const bool number = is_digit(text_[end + 1]);
            end = next;
            if (!number && text_[end - 1] == 's') return end;
        }
        return counts ? at + first.size() : end;
    }

    std::size_t word_end(std::size_t at) const {
        while (is_letter(byte_at(text_, at)) || is_digit(byte_at(text_, at)) ||
               (byte_at(text_, at) == ',' && is_digit(byte_at(text_, at + 1)))) {
            ++at;
        }
        return at;
    }

    /// 5000億ドル(約75兆円)規模: the word behind the brackets speaks of the value before them.
    void read_behind_bracket(std::size_t at) {
        if (byte_at(text_, at) != '(') return;
        const std::size_t close = text_.find(')', at);
        if (close == std::string_view::npos || close - at > 60) return;
        const std::size_t next = close + 1;
        for (const std::string_view word : {"規模", "以上", "超", "未満", "程度", "以下"}) {
            if (has(text_, next, word)) {
                read_after(next, false);
                return;
            }
        }
    }

    const ValueContext& context_;
    std::string_view text_;
    const ValueTable& table_;
    Span span_;
    std::size_t number_;
    Surroundings out_;
};

}  // namespace

Surroundings read_surroundings(const ValueContext& context, Span span, std::size_t number) {
    return SurroundingsReader(context, span, number).run();
}

}  // namespace hardfacts
