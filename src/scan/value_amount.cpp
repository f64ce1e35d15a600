#include "scan/value_amount.h"

#include <algorithm>

#include "model/utf8.h"
#include "scan/numeral_parts.h"
#include "scan/value_compound.h"
#include "scan/value_count.h"
#include "scan/value_money.h"

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

class AmountReader : private MoneyReader {
public:
    using MoneyReader::MoneyReader;

    /// Symbol before, then currency behind, then unit, then count; what is found stays in out_.
    void run() {
        take_money_before();
        if (!out_.unit.empty()) {
            drop_slash();
            take_letters(true);
            take_money_behind_money();
            take_sign();
            return;
        }
        if (take_money_after(out_.span.end) || take_clock_time() || take_unit(out_.span.end) ||
            take_letters_and_unit() || read_count(context_, out_) || take_bare_scaled()) {
        }
        if (out_.unit.empty()) take_letters(false);
        take_sign();
    }

private:
    /// $5/100 pages: a slash behind a price divides it by things, it makes no fraction of it.
    void drop_slash() {
        if (!out_.numeral.fraction || slice(text_, out_.numeral.span).find('/') == std::string_view::npos) return;
        const numeral::Digits digits = numeral::read_digits(text_, out_.numeral.span.begin);
        out_.numeral.fraction = false;
        out_.numeral.span.end = out_.span.end = digits.end;
        out_.numeral.magnitude = out_.magnitude = {digits.value, std::nullopt, std::nullopt};
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
            if (next == '/' && unit.dimension != "power" && unit.dimension != "bit_rate") return false;
            if ((written == "x" || written == "X") && gap == 1 && text_[at] == ' ') return false;
            if (written == "U" && gap == 1 && text_[at] == ' ') {
                for (const std::string_view word : {" rack", " server", " chassis", "サーバ", "ラック", "の"}) {
                    if (has(text_, at + 2, word)) return true;
                }
                return false;
            }
            if (written == "X" && behind_capital() && next == ' ') return false;  // Radeon Pro 580X GPU
            if (unit.dimension == "bit_rate" && !is_link_speed()) return false;
            if (written == "s" && gap == 0 && !out_.numeral.pointed && out_.numeral.integers >= 2) return false;
            if (out_.numeral.form == NumeralForm::words || out_.numeral.form == NumeralForm::vague) return false;
        }
        const bool words = out_.numeral.form == NumeralForm::words;
        if (words && has(text_, at + gap + size, " Ethernet")) return false;  // two Gigabit Ethernet ports
        if (written == "ポイント" && (!out_.magnitude.number || *out_.magnitude.number >= Decimal(100))) return false;
        if (written == "ページ" && out_.numeral.fraction) return false;
        if (unit.counts && form.japanese) {
            if (out_.numeral.one) return false;
            if (out_.numeral.form == NumeralForm::digits && is_one() &&
                (written == "つ" || written == "回" || written == "種" || written == "式" || written == "部")) {
                return false;
            }
        }
        return true;
    }

    /// A capitalised word inside a sentence stands right before the numeral.
    bool behind_capital() const {
        std::size_t at = begin_;
        if (at < context_.begin + 3 || text_[--at] != ' ') return false;
        while (at > context_.begin && is_letter(text_[at - 1])) --at;
        return text_[at] >= 'A' && text_[at] <= 'Z' && at > context_.begin + 1 && is_letter(text_[at - 2]);
    }

    /// 400G, 1.6T: the speeds that links, lanes and optical modules are sold with. 5G is none.
    bool is_link_speed() const {
        static constexpr std::string_view speeds[] = {"1.6",   "2.4", "3.2", "6.4", "12.8", "25.6", "51.2",
                                                      "102.4", "10",  "25",  "40",  "50",   "56",   "100",
                                                      "112",   "200", "224", "400", "448",  "800"};
        return std::find(std::begin(speeds), std::end(speeds), slice(text_, out_.numeral.span)) != std::end(speeds);
    }

    bool is_one() const { return out_.magnitude.number && *out_.magnitude.number == Decimal(1); }

    /// The longest unit form at `at`, with one space or hyphen or nothing between; vague words also join by ` of `.
    bool take_unit(std::size_t at) {
        std::size_t best = 0;
        std::uint32_t chosen = 0;
        const char joint = byte_at(text_, at);
        const bool of = out_.numeral.form == NumeralForm::vague && has(text_, at, " of ");
        const bool plus = joint == '+' && byte_at(text_, at + 1) == ' ';
        const std::size_t gap = of ? 4 : plus ? 2 : joint == ' ' || joint == '-' ? 1 : 0;
        const auto hit = [&](std::size_t n, std::uint32_t number) {
            const UnitForm& form = table_.unit_forms[number];
            const bool counts = table_.units[form.unit].counts;
            if (counts && !form.japanese && (!form.hyphened || of)) return;
            if (plus && counts) return;
            if (n >= best && may_follow(form, at, gap, n)) {
                best = n;
                chosen = number;
            }
        };
        const std::string_view behind = text_.substr(at + gap, 40);
        table_.unit_words.find(behind, false, hit);
        if (gap == 1 || is_letter(joint) || of || plus) table_.nouns.find(behind, true, hit);
        if (best == 0) return false;
        const Unit& row = table_.units[table_.unit_forms[chosen].unit];
        const bool hyphened = table_.unit_forms[chosen].hyphened;
        out_.span.end = at + gap + best;
        set_unit(out_, row, shape_of(row, hyphened));
        take_second_part(context_, out_);
        return true;
    }

    /// 28m 53s: m and s are minutes and seconds here, and one value.
    bool take_clock_time() {
        const auto time = read_clock_time(context_, out_.numeral);
        if (!time) return false;
        out_.magnitude.number = time->number;
        out_.span.end = time->end;
        set_unit(out_, *time->unit, "value.duration");
        return true;
    }

    std::string_view shape_of(const Unit& row, bool hyphened) const {
        if (row.dimension.starts_with("percent") || row.dimension == "basis_points") return "value.percent";
        if (row.dimension == "ratio") return "value.ratio";
        if (row.dimension == "rank") return "value.rank";
        if (row.dimension == "duration") return "value.duration";
        if (row.counts && row.symbol == "unit") {
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
        const bool model_number = behind_capitals();
        if (!model_number && take_bare_behind(letters->end)) return true;
        if (take_unit(letters->end) || (!model_number && read_count(context_, out_))) return true;
        out_ = std::move(scaled);
        return false;
    }

    /// 35B model, 128K context, 7B版: what the word behind counts goes without saying.
    bool take_bare_behind(std::size_t at) {
        const std::size_t gap = byte_at(text_, at) == ' ' || byte_at(text_, at) == '-' ? 1 : 0;
        const WordRule* best = nullptr;
        table_.after.find(text_.substr(at + gap, 24), true, [&](std::size_t n, std::uint32_t number) {
            const WordRule& rule = table_.rules[number];
            const std::size_t end = at + gap + n;
            if (rule.role != WordRole::bare || (is_letter(text_[end - 1]) && is_letter(byte_at(text_, end)))) return;
            best = &rule;
        });
        const Unit* row = best == nullptr ? nullptr : table_.unit(best->text);
        if (row == nullptr || (row->symbol == "parameter" && out_.scale < 6)) return false;
        set_unit(out_, *row, best->id);
        return true;
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
        if (!letters || out_.numeral.form != NumeralForm::digits) return false;
        const std::size_t begin = out_.numeral.span.begin;
        const bool about = begin == context_.begin + 1 && text_[context_.begin] == '~';
        const bool more = letters->end + 1 == text_.size() && text_[letters->end] == '+';
        if ((begin != context_.begin && !about) || (letters->end != text_.size() && !more)) return false;
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
        static constexpr std::string_view signs[] = {"-", "+", "±", "▲", "△", "マイナス", "minus "};
        for (const std::string_view sign : signs) {
            if (at < context_.begin + sign.size() || !has(text_, at - sign.size(), sign)) continue;
            const std::size_t start = at - sign.size();
            const bool plus = sign == "+" || sign == "±";
            const bool either = sign == "±" && out_.type == MentionType::quantity;
            const char left = start > context_.begin ? text_[start - 1] : ' ';
            if (is_digit(left) || left == '%' || left == '-') return;
            // mid-$40M, sub-$2 billion: a hyphen; YoY-9.5%: a minus.
            if (sign == "-" && is_letter(left) && out_.type != MentionType::percent) return;
            if (sign == "-" && left == ' ' && start > context_.begin + 1 && is_digit(text_[start - 2])) return;
            if (plus && !either && out_.type != MentionType::percent && out_.type != MentionType::money) return;
            if (sign == "+" && left != ' ' && left != '(' && is_letter(left) && out_.type == MentionType::money) return;
            out_.span.begin = start;
            if (plus) return;
            if (out_.magnitude.number) out_.magnitude.number = out_.magnitude.number->negated();
            return;
        }
    }
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
    std::optional<Amount> out;
    auto number = lex_numeral(context.text, at);
    if (!number) return out;
    out.emplace().numeral = std::move(*number);
    AmountReader(context, at, *out).run();
    end = std::max({end, out->numeral.span.end, out->span.end});
    return out;
}

}  // namespace hardfacts
