#include "scan/value_compound.h"

#include <array>
#include <string_view>

#include "scan/numeral_parts.h"
#include "scan/value_money.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_letter;

namespace {

/// What `at` begins with, one space before it allowed: its end, or 0.
std::size_t word_at(std::string_view text, std::size_t at, std::string_view word) {
    if (byte_at(text, at) == ' ') ++at;
    if (!has(text, at, word)) return 0;
    const std::size_t end = at + word.size();
    return is_letter(word.back()) && is_letter(byte_at(text, end)) ? 0 : end;
}

/// 8割5分, 七割半.
void take_tenths(const ValueContext& context, Amount& amount) {
    const std::string_view text = context.text;
    const std::string_view half = "半";
    if (has(text, amount.span.end, half)) {
        amount.magnitude.number = *amount.magnitude.number + Decimal(5);
        amount.span.end += half.size();
        return;
    }
    const auto second = lex_numeral(text, amount.span.end);
    const std::string_view part = "分";
    if (!second || !second->magnitude.number || *second->magnitude.number >= Decimal(10)) return;
    if (!has(text, second->span.end, part)) return;
    amount.magnitude.number = *amount.magnitude.number + *second->magnitude.number;
    amount.span.end = second->span.end + part.size();
}

/// 5 ft 2 in.
void take_inches(const ValueContext& context, Amount& amount) {
    const std::string_view text = context.text;
    std::size_t at = amount.span.end;
    if (has(text, at, " and "))
        at += 5;
    else if (byte_at(text, at) == ' ')
        ++at;
    const auto second = lex_numeral(text, at);
    if (!second || !second->magnitude.number || *second->magnitude.number >= Decimal(12)) return;
    for (const std::string_view word : {"inches", "inch", "in", "\""}) {
        const std::size_t end = word_at(text, second->span.end, word);
        if (end == 0) continue;
        amount.magnitude.number = *amount.magnitude.number + numeral::divided(*second->magnitude.number, 12);
        amount.span.end = end;
        return;
    }
}

struct TimePart {
    std::string_view symbol;                  ///< of units.csv
    std::array<std::string_view, 6> written;  ///< the longer before the shorter
};
constexpr std::array<TimePart, 3> time_parts = {{
    {"hour", {"時間", "hours", "hour", "hrs", "hr", ""}},
    {"minute", {"分", "minutes", "minute", "mins", "min", ""}},
    {"s", {"秒", "seconds", "second", "secs", "sec", ""}},
}};
constexpr std::array<std::string_view, 3> clock_letters = {"hH", "mM", "sS"};

/// A whole number under 60 at `at`, one space (or ` and `) before it allowed.
std::optional<Numeral> sixtieths(std::string_view text, std::size_t at) {
    if (has(text, at, " and "))
        at += 5;
    else if (byte_at(text, at) == ' ')
        ++at;
    auto out = lex_numeral(text, at);
    if (!out || out->form != NumeralForm::digits || out->pointed || out->fraction) return std::nullopt;
    if (!out->magnitude.number || *out->magnitude.number >= Decimal(60)) return std::nullopt;
    return out;
}

/// 1時間30分, 3分20秒, 2 hours and 5 minutes.
void take_sixtieths(const ValueContext& context, Amount& amount, std::size_t part) {
    if (amount.numeral.form != NumeralForm::digits || amount.numeral.pointed || amount.numeral.fraction) return;
    for (++part; part < time_parts.size(); ++part) {
        const auto next = sixtieths(context.text, amount.span.end);
        if (!next) return;
        std::size_t end = 0;
        for (const std::string_view word : time_parts[part].written) {
            if (word.empty() || end != 0) break;
            end = word_at(context.text, next->span.end, word);
        }
        const Unit* row = context.table->unit(time_parts[part].symbol);
        if (end == 0 || row == nullptr) return;
        const Decimal number = *amount.magnitude.number * Decimal(60) + *next->magnitude.number;
        amount.magnitude.number = number;
        amount.span.end = end;
        set_unit(amount, *row, amount.by);
    }
}

}  // namespace

void take_second_part(const ValueContext& context, Amount& amount) {
    if (!amount.magnitude.number || amount.row == nullptr) return;
    if (amount.row->dimension == "percent_tenths") return take_tenths(context, amount);
    if (amount.row->symbol == "ft") return take_inches(context, amount);
    for (std::size_t part = 0; part + 1 < time_parts.size(); ++part) {
        if (amount.row->symbol == time_parts[part].symbol) return take_sixtieths(context, amount, part);
    }
}

std::optional<ClockTime> read_clock_time(const ValueContext& context, const Numeral& numeral) {
    if (numeral.form != NumeralForm::digits || numeral.pointed || numeral.grouped || !numeral.magnitude.number ||
        numeral.scale != 0) {
        return std::nullopt;
    }
    ClockTime out{*numeral.magnitude.number, nullptr, numeral.span.end};
    std::size_t last = clock_letters.size();
    for (std::size_t count = 0;; ++count) {
        const char letter = byte_at(context.text, out.end);
        std::size_t part = 0;
        while (part < clock_letters.size() && clock_letters[part].find(letter) == std::string_view::npos) ++part;
        const bool follows = count == 0 ? part + 1 < clock_letters.size() : part == last + 1;
        if (letter == '\0' || !follows) return std::nullopt;
        last = part;
        ++out.end;
        const auto next = last + 1 < clock_letters.size() ? sixtieths(context.text, out.end) : std::nullopt;
        const bool more = next && next->span.end < context.text.size() &&
                          clock_letters[last + 1].find(context.text[next->span.end]) != std::string_view::npos;
        if (!more) {
            if (count == 0 || !ends_word(context.text, out.end)) return std::nullopt;
            out.unit = context.table->unit(time_parts[last].symbol);
            return out.unit == nullptr ? std::nullopt : std::optional(out);
        }
        out.number = out.number * Decimal(60) + *next->magnitude.number;
        out.end = next->span.end;
    }
}

}  // namespace hardfacts
