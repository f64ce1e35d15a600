// Enters: a numeral and the text around it. Leaves: the currency it stands with, in an Amount. The money half of
// reading an amount. Tested in tests/scan/values_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "scan/value_amount.h"

namespace hardfacts {

/// Multiplies the amount's numbers by a power of ten that a scale letter or a minor unit gives.
void scale_by(Amount& amount, int power);

/// True where no letter or digit at `end` makes a longer word of the form before it.
bool ends_word(std::string_view text, std::size_t end);

/// Reads symbols before a numeral and currency words behind it into `out_`.
class MoneyReader {
public:
    /// REQUIRES: `amount` holds nothing but a numeral, read at `at`.
    MoneyReader(const ValueContext& context, std::size_t at, Amount& amount)
        : out_(amount), context_(context), text_(context.text), table_(*context.table), begin_(at) {
        out_.magnitude = out_.numeral.magnitude;
        out_.span = out_.numeral.span;
        out_.scale = out_.numeral.scale;
    }

protected:
    Amount& out_;

    std::string_view before(std::size_t at) const;
    /// $ 75, US$5, NT$1, EUR 40; also C $ and a minus between symbol and number.
    void take_money_before();
    /// Codes and letter symbols before a number count in capitals only, save Rs.
    bool written_as_code(std::size_t start, std::size_t size) const;
    void set_money(std::uint32_t number, Span word);
    /// Longest currency word at `at`, one space, hyphen or ` of ` between.
    std::optional<std::pair<Span, std::uint32_t>> money_at(std::size_t at) const;
    /// Guards for words that are more than money: pounds, won, 元社長, 円周.
    bool reads_as_money(Span word) const;
    bool take_money_after(std::size_t at);
    /// 30 MUSD, 120 MEUR.
    bool take_million_code(std::size_t at);
    /// 75 USD million.
    void take_scale_behind();
    /// 3 dollars 50 cents, 2222円13銭; also `15 dollars and 50`.
    void take_minor();
    bool ends_sentence(std::size_t at) const;
    /// $5000億ドル: the word says again what the symbol said.
    void take_money_behind_money();
    bool take_letters(bool money);

    const ValueContext& context_;
    std::string_view text_;
    const ValueTable& table_;
    std::size_t begin_ = 0;
};

}  // namespace hardfacts
