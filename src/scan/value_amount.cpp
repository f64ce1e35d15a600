#include "scan/value_amount.h"

#include <algorithm>

#include "model/utf8.h"
#include "scan/numeral_parts.h"
#include "scan/value_count.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

const Mention* entity_at(const ValueContext& context, std::size_t at) {
    const auto found = std::lower_bound(context.entities.begin(), context.entities.end(), at,
                                        [](const Mention& one, std::size_t place) { return one.span.begin < place; });
    return found != context.entities.end() && found->span.begin == at ? &*found : nullptr;
}

const Mention* entity_over(const ValueContext& context, std::size_t at) {
    auto found = std::upper_bound(context.entities.begin(), context.entities.end(), at,
                                  [](std::size_t place, const Mention& one) { return place < one.span.begin; });
    if (found == context.entities.begin()) return nullptr;
    --found;
    return at < found->span.end ? &*found : nullptr;
}

bool stands_near(const ValueContext& context, Span span, const std::vector<std::string>& words) {
    constexpr std::size_t reach = 48;
    const std::size_t from = span.begin > context.begin + reach ? span.begin - reach : context.begin;
    const std::string_view before = context.text.substr(from, span.begin - from);
    const std::string_view behind = context.text.substr(span.end, reach);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return before.find(word) != std::string_view::npos || behind.find(word) != std::string_view::npos;
    });
}

bool follows_name(const ValueContext& context, const Amount& amount) {
    const std::size_t at = amount.numeral.span.begin;
    if (at < context.begin + 2 || context.text[at - 1] != ' ' || amount.before) return false;
    const Mention* entity = entity_over(context, at - 2);
    return entity != nullptr && entity->span.end == at - 1 &&
           (entity->type == MentionType::chip || entity->type == MentionType::system ||
            entity->type == MentionType::product);
}

void set_unit(Amount& amount, const Unit& row, std::string_view by) {
    amount.row = &row;
    amount.unit = row.symbol;
    amount.by = by;
    const std::string_view dimension = row.dimension;
    if (dimension.starts_with("percent") || dimension == "basis_points") {
        amount.type = MentionType::percent;
        amount.points = dimension == "percent_points" || dimension == "basis_points";
        for (auto* part : {&amount.magnitude.number, &amount.magnitude.min, &amount.magnitude.max}) {
            if (*part && row.factor != Decimal(1)) *part = **part * row.factor;
        }
    } else if (dimension == "ratio") {
        amount.type = MentionType::ratio;
    } else if (dimension == "rank") {
        amount.type = MentionType::rank;
    } else if (dimension == "duration") {
        amount.type = MentionType::duration;
    } else {
        amount.type = MentionType::quantity;
    }
}

namespace {

void scale_by(Amount& amount, int power) {
    for (auto* part : {&amount.magnitude.number, &amount.magnitude.min, &amount.magnitude.max}) {
        if (*part) *part = (*part)->scaled(power);
    }
    amount.scale = power;
}

/// A word form must not run on: letters behind it would make it another word. A plural s is no other word.
bool ends_word(std::string_view text, std::size_t end) {
    const char next = byte_at(text, end);
    return !is_letter(next) && !is_digit(next);
}

class AmountReader {
public:
    AmountReader(const ValueContext& context, std::size_t at, const Numeral& read)
        : context_(context), text_(context.text), table_(*context.table) {
        out_.numeral = read;
        out_.magnitude = read.magnitude;
        out_.span = read.span;
        out_.scale = read.scale;
        begin_ = at;
    }

    /// Symbol before, then currency behind, then unit, then count; what is found stays in out_.
    void run() {
        take_money_before();
        if (!out_.unit.empty()) {
            take_letters(true);
            take_money_behind_money();
            take_sign();
            return;
        }
        if (take_money_after(out_.span.end) || take_unit(out_.span.end) || take_letters_and_unit() ||
            read_count(context_, out_) || take_bare_scaled()) {
        }
        if (out_.unit.empty()) take_letters(false);
        take_sign();
    }

    Amount out_;

private:
    std::string_view before(std::size_t at) const {
        const std::size_t from = at > context_.begin + 32 ? at - 32 : context_.begin;
        return text_.substr(from, at - from);
    }

    /// $ 75, US$5, NT$1, EUR 40; also C $ and a minus between symbol and number.
    void take_money_before() {
        const std::size_t gap = begin_ > context_.begin && text_[begin_ - 1] == ' ' ? 1 : 0;
        std::size_t size = 0;
        std::uint32_t form = 0;
        table_.money_before.find(before(begin_ - gap), true, [&](std::size_t n, std::uint32_t number) {
            size = n;
            form = number;
        });
        if (size == 0) return;
        const std::size_t start = begin_ - gap - size;
        const bool letters = is_letter(text_[start]);
        if (letters && start > context_.begin && (is_letter(text_[start - 1]) || is_digit(text_[start - 1]))) return;
        if (letters && is_letter(text_[begin_ - gap - 1]) && !written_as_code(start, size)) return;
        set_money(form, {start, start + size});
        out_.span.begin = start;
        out_.before = true;
    }

    /// Codes and letter symbols before a number count in capitals only, save Rs.
    bool written_as_code(std::size_t start, std::size_t size) const {
        const std::string_view written = text_.substr(start, size);
        return written == "Rs" || written == "Rp" || written == "SFr" ||
               std::all_of(written.begin(), written.end(), [](char c) { return c < 'a' || c > 'z'; });
    }

    void set_money(std::uint32_t number, Span word) {
        const MoneyForm& form = table_.money_forms[number];
        out_.type = MentionType::money;
        out_.unit = form.code;
        out_.row = nullptr;
        out_.by = out_.before || word.begin < begin_ ? "value.money.before" : "value.money.after";
        if (form.assumed) out_.assumed = word;
        if (form.power != 0) scale_by(out_, form.power);
    }

    /// Longest currency word at `at`, one space, hyphen or ` of ` between.
    std::optional<std::pair<Span, std::uint32_t>> money_at(std::size_t at) const {
        std::size_t gap = 0;
        if (byte_at(text_, at) == ' ' || byte_at(text_, at) == '-') gap = 1;
        if (out_.numeral.form == NumeralForm::vague && has(text_, at, " of ")) gap = 4;
        std::size_t size = 0;
        std::uint32_t form = 0;
        table_.money_after.find(text_.substr(at + gap, 32), true, [&](std::size_t n, std::uint32_t number) {
            const std::size_t end = at + gap + n;
            if (is_letter(text_[end - 1]) && !ends_word(text_, end)) return;
            size = n;
            form = number;
        });
        if (size == 0) return std::nullopt;
        const Span span{at + gap, at + gap + size};
        if (!reads_as_money(span)) return std::nullopt;
        return std::pair{span, form};
    }

    /// Guards for words that are more than money: pounds, won, 元社長, 円周.
    bool reads_as_money(Span word) const {
        const std::string_view form = slice(text_, word);
        if (form == "元" || form == "円" || form == "ドル") {
            for (const std::string_view tail :
                 {"元社", "元C", "元代", "元々", "元に", "円周", "円形", "円滑", "ドル箱"}) {
                if (has(text_, word.begin, tail)) return false;
            }
        }
        if (form == "won" || form == "rand" || form == "kip" || form == "real") {
            return out_.scale > 0 || out_.numeral.grouped;
        }
        if (form == "ポンド" || form == "pounds" || form == "pound" || form == "pence") {
            const Unit* pound = table_.unit("lb");
            return pound == nullptr || out_.scale > 0 || form == "pence" ||
                   (!stands_near(context_, word, pound->near) && byte_at(text_, word.begin - 1) != '-');
        }
        if (is_letter(form.front()) && form.size() == 3 && form != "won" && form != "yen" && form != "sen") {
            return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ||
                   form == "rmb" || form == "usd" || form == "eur" || form == "btc";
        }
        return form != "$" || word.begin == out_.span.end || byte_at(text_, word.begin - 1) == ' ';
    }

    bool take_money_after(std::size_t at) {
        auto found = money_at(at);
        if (!found && take_million_code(at)) return true;
        if (!found) {
            const auto letters = lex_scale_letters(text_, at, false);
            if (!letters || out_.numeral.form != NumeralForm::digits) return false;
            found = money_at(letters->end);
            if (!found) return false;
            scale_by(out_, letters->power);
        }
        const std::string_view form = slice(text_, found->first);
        if (form == "$" && is_digit(byte_at(text_, found->first.end))) return false;
        if (form == "$" && byte_at(text_, found->first.end) == ' ' && is_digit(byte_at(text_, found->first.end + 1)) &&
            table_.money_forms[found->second].assumed && found->first.begin > at &&
            !has(text_, found->first.end, " 30 c")) {
            return false;
        }
        set_money(found->second, found->first);
        out_.span.end = found->first.end;
        take_scale_behind();
        take_minor();
        return true;
    }

    /// 30 MUSD, 120 MEUR.
    bool take_million_code(std::size_t at) {
        const std::size_t code = at + (byte_at(text_, at) == ' ' ? 1 : 0);
        if (byte_at(text_, code) != 'M') return false;
        std::optional<std::uint32_t> form;
        table_.money_after.find(text_.substr(code + 1, 3), true, [&](std::size_t n, std::uint32_t number) {
            if (n == 3 && table_.money_forms[number].power == 0) form = number;
        });
        if (!form || !ends_word(text_, code + 4) || !written_as_code(code + 1, 3)) return false;
        scale_by(out_, 6);
        set_money(*form, {code, code + 4});
        out_.span.end = code + 4;
        return true;
    }

    /// 75 USD million.
    void take_scale_behind() {
        if (out_.scale != 0 || byte_at(text_, out_.span.end) != ' ') return;
        Numeral probe;
        probe.span.end = out_.span.end;
        probe.magnitude.number = Decimal(1);
        numeral::take_scale_words(text_, probe);
        if (probe.scale < 6) return;
        scale_by(out_, probe.scale);
        out_.span.end = probe.span.end;
    }

    /// 3 dollars 50 cents, 2222円13銭; also `15 dollars and 50`.
    void take_minor() {
        if (out_.scale != 0 || !out_.magnitude.number || !out_.magnitude.number->is_integer()) return;
        std::size_t at = out_.span.end;
        if (has(text_, at, " and "))
            at += 5;
        else if (byte_at(text_, at) == ' ')
            ++at;
        const auto minor = lex_numeral(text_, at);
        if (!minor || !minor->magnitude.number || minor->pointed || minor->grouped ||
            *minor->magnitude.number >= Decimal(100)) {
            return;
        }
        const auto word = money_at(minor->span.end);
        if (!word && minor->form == NumeralForm::digits && minor->integers == 2 && minor->scale == 0 &&
            ends_sentence(minor->span.end)) {
            out_.magnitude.number = *out_.magnitude.number + minor->magnitude.number->scaled(-2);
            out_.span.end = minor->span.end;
        }
        if (word && table_.money_forms[word->second].power == -2) {
            out_.magnitude.number = *out_.magnitude.number + minor->magnitude.number->scaled(-2);
            out_.span.end = word->first.end;
        }
    }

    bool ends_sentence(std::size_t at) const {
        const char next = byte_at(text_, at);
        return is_letter(text_[out_.span.end - 1]) &&
               (next == '\0' || (next == '.' && !is_digit(byte_at(text_, at + 1))));
    }

    /// $5000億ドル: the word says again what the symbol said.
    void take_money_behind_money() {
        const auto found = money_at(out_.span.end);
        if (!found || found->first.begin != out_.span.end) {
            if (found && is_letter(text_[found->first.begin]) && table_.money_forms[found->second].code == out_.unit) {
                out_.span.end = found->first.end;
                out_.assumed.reset();
            }
            return;
        }
        const MoneyForm& form = table_.money_forms[found->second];
        if (form.power != 0 || slice(text_, found->first) == "$") return;
        if (form.code != out_.unit && !out_.assumed) return;
        out_.unit = form.code;
        if (!form.assumed) out_.assumed.reset();
        out_.span.end = found->first.end;
    }

    bool take_letters(bool money) {
        if (out_.numeral.form != NumeralForm::digits || out_.numeral.scale != 0) return false;
        const auto letters = lex_scale_letters(text_, out_.span.end, money);
        if (!letters) return false;
        scale_by(out_, letters->power);
        out_.span.end = letters->end;
        return true;
    }

    bool may_follow(const UnitForm& form, std::size_t at, std::size_t gap, std::size_t size) const {
        const std::size_t end = at + gap + size;
        if (form.word && !ends_word(text_, end)) return false;
        const bool hyphen = gap == 1 && text_[at] == '-';
        const bool half_layer = out_.numeral.pointed && gap == 1 && table_.units[form.unit].dimension == "count_parts";
        if (form.hyphened && !hyphen && !half_layer) return false;
        if (form.glued && gap != 0) return false;
        if (hyphen && form.japanese) return false;
        const Unit& unit = table_.units[form.unit];
        if (form.doubtful && !stands_near(context_, {at, end}, unit.near)) return false;
        return guard(unit, form, at, gap, size);
    }

    /// What single letters and counters need beyond their form.
    bool guard(const Unit& unit, const UnitForm& form, std::size_t at, std::size_t gap, std::size_t size) const {
        const std::string_view written = text_.substr(at + gap, size);
        const char next = byte_at(text_, at + gap + size);
        if (size == 1 && is_letter(written[0])) {
            if (next == '.' && is_letter(byte_at(text_, at + gap + size + 1))) return false;
            if (next == '\'' || next == '-' || next == '&' || next == '+') return next == '+';
            if (next == '/' && unit.dimension != "power") return false;
            if ((written == "x" || written == "X") && gap == 1 && text_[at] == ' ') return false;
            if (written == "U" && gap == 1 && text_[at] == ' ') {
                for (const std::string_view word : {" rack", " server", " chassis", "サーバ", "ラック", "の"}) {
                    if (has(text_, at + 2, word)) return true;
                }
                return false;
            }
            if (written == "s" && gap == 0 && !out_.numeral.pointed && out_.numeral.integers >= 2) return false;
            if (out_.numeral.form == NumeralForm::words || out_.numeral.form == NumeralForm::vague) return false;
        }
        if (written == "ポイント" && (!out_.magnitude.number || *out_.magnitude.number >= Decimal(100))) return false;
        if (unit.dimension.starts_with("count") && form.japanese) {
            if (out_.numeral.one) return false;
            if (out_.numeral.form == NumeralForm::digits && is_one() &&
                (written == "つ" || written == "回" || written == "種" || written == "式" || written == "部")) {
                return false;
            }
        }
        return true;
    }

    bool is_one() const { return out_.magnitude.number && *out_.magnitude.number == Decimal(1); }

    /// The longest unit form at `at`, with one space or hyphen or nothing between; vague words also join by ` of `.
    bool take_unit(std::size_t at) {
        std::size_t best = 0;
        std::uint32_t chosen = 0;
        const char joint = byte_at(text_, at);
        const bool of = out_.numeral.form == NumeralForm::vague && has(text_, at, " of ");
        const std::size_t gap = of ? 4 : joint == ' ' || joint == '-' ? 1 : 0;
        const auto hit = [&](std::size_t n, std::uint32_t number) {
            const UnitForm& form = table_.unit_forms[number];
            const bool counts = table_.units[form.unit].dimension.starts_with("count");
            if (counts && !form.japanese && (!form.hyphened || of)) return;
            if (n >= best && may_follow(form, at, gap, n)) {
                best = n;
                chosen = number;
            }
        };
        const std::string_view behind = text_.substr(at + gap, 40);
        table_.unit_words.find(behind, false, hit);
        if (gap == 1 || is_letter(joint) || of) table_.nouns.find(behind, true, hit);
        if (best == 0) return false;
        const Unit& row = table_.units[table_.unit_forms[chosen].unit];
        const bool hyphened = table_.unit_forms[chosen].hyphened;
        out_.span.end = at + gap + best;
        set_unit(out_, row, shape_of(row, hyphened));
        take_second_unit(row);
        return true;
    }

    /// 8割5分, 七割半, 5 ft 2 in.
    void take_second_unit(const Unit& row) {
        if (!out_.magnitude.number) return;
        if (row.dimension == "percent_tenths" && has(text_, out_.span.end, "半")) {
            out_.magnitude.number = *out_.magnitude.number + Decimal(5);
            out_.span.end += std::string_view("半").size();
            return;
        }
        const bool feet = row.symbol == "ft";
        if (!feet && row.dimension != "percent_tenths") return;
        std::size_t at = out_.span.end;
        if (feet && has(text_, at, " and "))
            at += 5;
        else if (feet && byte_at(text_, at) == ' ')
            ++at;
        const auto second = lex_numeral(text_, at);
        if (!second || !second->magnitude.number || *second->magnitude.number >= Decimal(feet ? 12 : 10)) return;
        std::size_t end = second->span.end + (feet && byte_at(text_, second->span.end) == ' ' ? 1 : 0);
        const std::initializer_list<std::string_view> inches = {"inches", "inch", "in", "\""};
        const std::initializer_list<std::string_view> parts = {"分"};
        for (const std::string_view word : feet ? inches : parts) {
            if (!has(text_, end, word) || (is_letter(word.back()) && !ends_word(text_, end + word.size()))) continue;
            const Decimal part = feet ? numeral::divided(*second->magnitude.number, 12) : *second->magnitude.number;
            out_.magnitude.number = *out_.magnitude.number + part;
            out_.span.end = end + word.size();
            return;
        }
    }

    std::string_view shape_of(const Unit& row, bool hyphened) const {
        if (row.dimension.starts_with("percent") || row.dimension == "basis_points") return "value.percent";
        if (row.dimension == "ratio") return "value.ratio";
        if (row.dimension == "rank") return "value.rank";
        if (row.dimension == "duration") return "value.duration";
        if (row.dimension.starts_with("count") && row.symbol == "unit") {
            return hyphened ? "value.count.en" : "value.count.ja";
        }
        return "value.quantity";
    }

    /// 15kパーセント, 10K rpm, 128K tokens.
    bool take_letters_and_unit() {
        if (out_.numeral.form != NumeralForm::digits || out_.numeral.scale != 0) return false;
        const auto letters = lex_scale_letters(text_, out_.span.end, false);
        if (!letters) return false;
        Amount scaled = out_;
        std::swap(scaled, out_);
        scale_by(out_, letters->power);
        out_.span.end = letters->end;
        if (take_unit(letters->end) || (!behind_capitals() && read_count(context_, out_))) return true;
        out_ = std::move(scaled);
        return false;
    }

    /// RTX 4080M desktop GPU: the letter belongs to a model number.
    bool behind_capitals() const {
        std::size_t at = begin_;
        if (at < context_.begin + 3 || text_[--at] != ' ') return false;
        std::size_t letters = 0;
        for (; at > context_.begin && is_letter(text_[at - 1]); --at, ++letters) {
            if (text_[at - 1] >= 'a') return false;
        }
        return letters >= 2 && letters <= 4;
    }

    /// 153B in a table cell of its own, 500K+: a count of what the cell or sentence speaks of.
    bool take_bare_scaled() {
        const auto letters = lex_scale_letters(text_, out_.span.end, false);
        if (!letters || out_.numeral.form != NumeralForm::digits || out_.numeral.span.begin != context_.begin ||
            letters->end != text_.size()) {
            return false;
        }
        scale_by(out_, letters->power);
        out_.span.end = letters->end;
        out_.unit = "unit";
        out_.row = table_.unit("unit");
        out_.by = "value.count.bare";
        return true;
    }

    /// A minus belongs to the number, a plus and ± to the text.
    void take_sign() {
        if (out_.unit.empty() || out_.span.begin == context_.begin) return;
        const std::size_t at = out_.span.begin;
        const bool number_first = at == begin_;
        for (const std::string_view sign : {"-", "+", "±", "▲", "△", "マイナス", "minus "}) {
            if (at < context_.begin + sign.size() || !has(text_, at - sign.size(), sign)) continue;
            const std::size_t start = at - sign.size();
            const bool plus = sign == "+" || sign == "±";
            const char left = start > context_.begin ? text_[start - 1] : ' ';
            if (is_digit(left) || left == '%' || left == '-') return;
            if (sign == "-" && is_letter(left) && number_first && out_.type != MentionType::percent) return;
            if (sign == "-" && left == ' ' && start > context_.begin + 1 && is_digit(text_[start - 2])) return;
            if (plus && out_.type != MentionType::percent && out_.type != MentionType::money) return;
            if (sign == "+" && left != ' ' && left != '(' && is_letter(left) && out_.type == MentionType::money) return;
            out_.span.begin = start;
            if (plus) return;
            if (out_.magnitude.number) out_.magnitude.number = out_.magnitude.number->negated();
            return;
        }
    }

    const ValueContext& context_;
    std::string_view text_;
    const ValueTable& table_;
    std::size_t begin_ = 0;
};

}  // namespace

bool read_unit(const ValueContext& context, Amount& amount, std::size_t at, std::string_view dimension) {
    std::size_t best = 0;
    const UnitForm* chosen = nullptr;
    const auto hit = [&](std::size_t n, std::uint32_t number) {
        const UnitForm& form = context.table->unit_forms[number];
        const Unit& unit = context.table->units[form.unit];
        if (form.hyphened || form.doubtful || (form.word && !ends_word(context.text, at + n))) return;
        if (dimension != "*" && unit.dimension != dimension) return;
        if (n >= best) chosen = &form;
        best = std::max(best, n);
    };
    context.table->unit_words.find(context.text.substr(at, 40), false, hit);
    context.table->nouns.find(context.text.substr(at, 40), true, hit);
    if (chosen == nullptr) return false;
    amount.span.end = at + best;
    set_unit(amount, context.table->units[chosen->unit], {});
    return true;
}

std::optional<Amount> read_amount(const ValueContext& context, std::size_t at, std::size_t& end) {
    auto number = lex_numeral(context.text, at);
    if (!number) return std::nullopt;
    end = std::max(end, number->span.end);
    AmountReader reader(context, at, *number);
    reader.run();
    end = std::max(end, reader.out_.span.end);
    return std::move(reader.out_);
}

}  // namespace hardfacts
