#include "scan/value_join.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/utf8.h"
#include "scan/dates.h"
#include "scan/number_names.h"
#include "scan/numeral_parts.h"
#include "scan/value_ranges.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

constexpr std::array<std::string_view, 9> or_signs = {" or ",     " or even ", " and/or ", "か", "または",
                                                      "もしくは", "あるいは",  "や",       "、"};

/// 〇〇%, 〇時間: circles that stand for a number not told.
bool is_placeholder(std::string_view written) {
    constexpr std::string_view circle = "〇";
    while (written.starts_with(circle)) written.remove_prefix(circle.size());
    return written.empty();
}

void map_numbers(Magnitude& magnitude, const Decimal& factor) {
    for (auto* part : {&magnitude.number, &magnitude.min, &magnitude.max}) {
        if (*part) *part = **part * factor;
    }
}

}  // namespace

std::size_t ValueJoin::read_value(std::size_t at) {
    std::size_t end = 0;
    auto amount = read_amount(context_, at, end);
    if (!amount) return 0;
    bool veto = is_placeholder(slice(context_.text, amount->numeral.span));
    const bool made = !veto && apply_patterns(*amount, veto);
    if (veto || (!made && is_part_of_name(context_, *amount)) || (made && forbidden(*amount))) {
        pending_.reset();
        std::size_t next = amount->numeral.span.end;
        while (byte_at(context_.text, next) == '.' && is_digit(byte_at(context_.text, next + 1))) {
            ++next;
            while (is_digit(byte_at(context_.text, next))) ++next;
        }
        return next;
    }
    end = std::max(end, amount->span.end);
    read_slash(*amount);
    join_range(context_, *amount, end);
    take_bare(*amount);
    take_part(*amount);
    if (amount->unit.empty()) {
        const auto year = lex_year(context_.text, at);
        if (year && year->span.end == amount->numeral.span.end) {
            add_date(year->span, year->start, year->end);
            return amount->numeral.span.end;
        }
        const std::size_t next = amount->numeral.span.end;
        if (amount->numeral.form == NumeralForm::digits) pending_ = std::move(*amount);
        return next;
    }
    add_listed(*amount);
    const std::size_t stop = std::max(amount->span.end, amount->numeral.span.end);
    add(std::move(*amount));
    return std::max(stop, at + 1);
}

bool ValueJoin::forbidden(const Amount& amount) const {
    const std::size_t at = amount.numeral.span.begin;
    return at > context_.begin && (is_letter(context_.text[at - 1]) || is_digit(context_.text[at - 1]));
}

/// The # or No. of a rank is written with it.
void ValueJoin::take_number_sign(Amount& amount) const {
    for (const std::string_view sign : {"#", "No. ", "No."}) {
        const std::size_t at = amount.span.begin;
        if (at < context_.begin + sign.size() || !has(context_.text, at - sign.size(), sign)) continue;
        amount.span.begin = at - sign.size();
        return;
    }
}

bool ValueJoin::apply_patterns(Amount& amount, bool& veto) const {
    if (amount.numeral.form != NumeralForm::digits) return false;
    const std::size_t begin = amount.numeral.span.begin;
    const std::size_t end = amount.numeral.span.end;
    const char left = begin > context_.begin ? context_.text[begin - 1] : '\0';
    const char far_left = begin > context_.begin + 1 ? context_.text[begin - 2] : '\0';
    const char right = byte_at(context_.text, end);
    const char far_right = byte_at(context_.text, end + 1);
    for (const std::uint32_t number : context_.table->woken[static_cast<unsigned char>(right)]) {
        const ValuePattern& pattern = context_.table->patterns[number];
        if (!pattern.tail_edge.allows(right, far_right) || !pattern.head_edge.allows(left, far_left)) continue;
        if (pattern.most_digits != 0 && amount.numeral.integers > pattern.most_digits) continue;
        if (pattern.at_start && begin > context_.begin + 24) continue;
        if (!pattern.veto && pattern.unit.empty() && !amount.unit.empty()) continue;
        std::size_t from = begin > context_.begin + 48 ? begin - 48 : context_.begin;
        while (from < begin && !is_lead(context_.text[from])) ++from;
        const auto size = pattern.match(context_.text.substr(from, begin - from), context_.text.substr(end, 64));
        if (!size) continue;
        if (pattern.veto) {
            veto = true;
            return false;
        }
        Amount made = amount;
        made.magnitude = made.numeral.magnitude;
        made.span = {begin, end + *size};
        if (!pattern.unit_class.empty()) {
            if (!read_unit(context_, made, end + *size, pattern.unit_class)) continue;
        } else if (const Unit* row = context_.table->unit(pattern.unit)) {
            set_unit(made, *row, pattern.id);
        }
        made.type = pattern.type;
        made.by = pattern.id;
        if (made.type == MentionType::rank) take_number_sign(made);
        amount = std::move(made);
        return true;
    }
    return false;
}

/// 4/20mA reads as a range, 2/8 GB as two values; 1/4 mile and 3/4 hour stay fractions.
void ValueJoin::read_slash(Amount& amount) {
    const std::string_view text = context_.text;
    const std::size_t at = amount.numeral.span.begin;
    if (!amount.numeral.fraction || amount.row == nullptr || !is_digit(byte_at(text, at)) || is_everyday(amount) ||
        amount.row->dimension == "time" || amount.row->dimension == "duration") {
        return;
    }
    const numeral::Digits low = numeral::read_digits(text, at);
    if (byte_at(text, low.end) != '/') return;
    const Decimal high = numeral::read_digits(text, low.end + 1).value;
    if (amount.row->dimension == "current") {
        amount.magnitude = {std::nullopt, low.value, high};
        return;
    }
    Amount first = amount;
    first.span = first.numeral.span = {at, low.end};
    first.magnitude = {low.value, std::nullopt, std::nullopt};
    set_unit(first, *amount.row, "value.list");
    add(std::move(first));
    amount.span.begin = amount.numeral.span.begin = low.end + 1;
    amount.magnitude = {high, std::nullopt, std::nullopt};
    set_unit(amount, *amount.row, amount.by);
}

/// `24 or 32 GB`: the bare number before the value has its unit too.
void ValueJoin::add_listed(const Amount& amount) {
    if (!pending_ || amount.type == MentionType::rank || amount.before) {
        pending_.reset();
        return;
    }
    Amount first = std::move(*pending_);
    pending_.reset();
    if (first.span.end > amount.span.begin) return;
    const std::string_view gap = context_.text.substr(first.span.end, amount.span.begin - first.span.end);
    if (std::find(or_signs.begin(), or_signs.end(), gap) == or_signs.end()) return;
    if (amount.row == nullptr || first.magnitude.min || follows_name(context_, first)) return;
    set_unit(first, *amount.row, "value.list");
    add(std::move(first));
}

/// パラメータ数: 1.6兆: the words before give the unit.
void ValueJoin::take_bare(Amount& amount) const {
    if (!amount.unit.empty() || (amount.scale < 4 && !amount.numeral.grouped)) return;
    const Surroundings around = read_surroundings(context_, amount.span, amount.numeral.span.end);
    if (around.bare.empty()) return;
    if (const Unit* row = context_.table->unit(around.bare)) set_unit(amount, *row, around.bare_rule);
}

/// A fraction without a unit is a part of something: 3分の1, two-thirds, 旧型比1/8; scores (4/5) are none.
void ValueJoin::take_part(Amount& amount) const {
    if (!amount.unit.empty() || !amount.numeral.fraction) return;
    const std::string_view text = context_.text;
    const std::size_t begin = amount.span.begin;
    const std::string_view written = slice(text, amount.numeral.span);
    if (written.ends_with("quarters") && !has(text, amount.numeral.span.end, " of ")) return;  // of a year
    if (written.find('/') != std::string_view::npos) {
        const auto ends = [&](std::string_view word) {
            return begin >= context_.begin + word.size() && has(text, begin - word.size(), word);
        };
        const bool before = ends("比") || ends("比で") || ends("約") || ends("の") || ends("ほぼ") || ends("わずか");
        const bool behind =
            written.starts_with("1/") && (has(text, amount.span.end, " of the") || has(text, amount.span.end, "以下") ||
                                          has(text, amount.span.end, "程度") || has(text, amount.span.end, "の"));
        if (!before && !behind) return;
    }
    if (const Unit* row = context_.table->unit("x")) set_unit(amount, *row, "value.ratio");
}

void ValueJoin::add_date(Span span, std::string start, std::string end) {
    pending_.reset();
    Mention mention;
    mention.type = MentionType::date;
    mention.span = span;
    mention.by = "value.date";
    auto value = std::make_shared<Value>();
    value->date_start = std::move(start);
    value->date_end = std::move(end);
    mention.value = std::move(value);
    values_.push_back(std::move(mention));
}

void ValueJoin::add(Amount amount) {
    const Surroundings around = read_surroundings(context_, amount.span, amount.numeral.span.end);
    const bool told_rank = amount.by.starts_with("value.rank.");
    if (around.veto && !told_rank && !(amount.type == MentionType::rank && around.ordinal)) return;
    if (around.ordinal && amount.type == MentionType::rank) amount.span.begin = around.begin;
    Mention mention;
    std::shared_ptr<Value> value = finish(amount, around, mention);
    // `5 CNY billions`: the currency is the first value's, the second may not take it too.
    if (!values_.empty() && mention.span.begin < values_.back().span.end) return;
    take_bound(mention, *value);
    mention.value = std::move(value);
    warn_assumed(amount);
    values_.push_back(std::move(mention));
}

/// `from $12 / €11 / £10`: prices set side by side share the bound before the first.
void ValueJoin::take_bound(const Mention& mention, Value& value) const {
    if (values_.empty() || mention.type != MentionType::money || value.relation != Relation::eq) return;
    const Mention& last = values_.back();
    if (last.type != mention.type || last.span.end < context_.begin || last.value->unit == value.unit) return;
    const std::string_view gap = context_.text.substr(last.span.end, mention.span.begin - last.span.end);
    const bool single = last.value->relation != Relation::range;
    if (single && (gap == " / " || gap == "/")) value.relation = last.value->relation;
}

std::shared_ptr<Value> ValueJoin::finish(const Amount& amount, const Surroundings& around, Mention& out) const {
    out.type = amount.type;
    out.span = amount.span;
    out.by = amount.by;
    auto made = std::make_shared<Value>();
    Value& value = *made;
    value.magnitude = amount.magnitude;
    value.unit = amount.unit;
    value.points = amount.points;
    value.per = around.per;
    value.relation = amount.magnitude.min ? Relation::range : around.relation;
    const bool plus =
        byte_at(context_.text, amount.numeral.span.end) == '+' && amount.span.end > amount.numeral.span.end;
    if (plus && value.relation == Relation::eq) value.relation = Relation::ge;
    const Unit* row = amount.row;
    const bool behind = around.rate.empty() && row != nullptr && row->dimension == "bits";
    const std::string_view rate = behind ? around.rate_behind : around.rate;
    if (!rate.empty() && row != nullptr) {
        std::string rated = row->symbol + std::string(rate);
        if (rated.ends_with("bit/s")) rated.replace(rated.size() - 5, 5, "bps");
        if (rated == "mi/h") rated = "mph";
        if (const Unit* found = context_.table->unit(rated)) {
            row = found;
            value.unit = found->symbol;
            if (!behind) out.span.begin = std::min(out.span.begin, around.begin);
        }
    }
    const bool viewed = row != nullptr && row->symbol == "hour" && amount.scale >= 6;
    if (row != nullptr && row->dimension == "time" && row->factor >= Decimal(1) && !amount.numeral.pointed && !viewed &&
        !stands_near(context_, amount.span, row->near)) {
        out.type = MentionType::duration;
    }
    value.dimension = row != nullptr ? row->dimension : "money";
    value.base = value.magnitude;
    value.base_unit = row != nullptr ? row->base_unit : value.unit;
    if (row != nullptr && out.type != MentionType::percent) map_numbers(value.base, row->factor);
    if (out.type == MentionType::percent) value.dimension = "percent";
    return made;
}

/// Once a document: the dollar was read as that of the United States.
void ValueJoin::warn_assumed(const Amount& amount) {
    if (!amount.assumed) return;
    const bool told = std::any_of(warnings_.begin(), warnings_.end(),
                                  [](const Warning& one) { return one.code == "currency.assumed"; });
    if (told) return;
    const std::string word(slice(context_.text, *amount.assumed));
    warnings_.push_back({"currency.assumed", word + " read as " + std::string(amount.unit), *amount.assumed});
}

}  // namespace hardfacts
