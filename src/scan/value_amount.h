// Enters: a place where a numeral begins. Leaves: Amount, the numeral with the currency, unit or thing it stands with.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "knowledge/values.h"
#include "model/mention.h"
#include "scan/numeral.h"

namespace hardfacts {

/// What the value scanner looks at: one block of the folded text, and the entities found in it.
struct ValueContext {
    std::string_view text;  ///< of the whole document, up to the end of the block
    std::size_t begin = 0;  ///< of the block
    const ValueTable* table = nullptr;
    std::span<const Mention> entities;  ///< of the whole document, sorted by begin, not overlapping
};

/// One numeral and what it counts. Not resolved: a bare number, which may get its unit from a neighbour.
struct Amount {
    Span span;  ///< number and unit as written
    Numeral numeral;
    Magnitude magnitude;  ///< the numeral's, with sign and scale letters
    MentionType type = MentionType::quantity;
    std::string_view unit;      ///< symbol or currency code; empty: a bare number
    const Unit* row = nullptr;  ///< of units.csv; null for money
    std::string_view by;        ///< rule id
    int scale = 0;              ///< power of ten of the last scale word or letters
    bool points = false;
    bool before = false;          ///< money whose symbol stands before the number
    std::optional<Span> assumed;  ///< the currency word that names no country
};

/// The amount whose numeral begins at `at`; nullopt where no numeral begins there or where it is surely no value.
/// `end` becomes the place where the search for the next numeral goes on.
std::optional<Amount> read_amount(const ValueContext& context, std::size_t at, std::size_t& end);

/// The amount with the numbers of `amount` counted in `row`: percent tenths, basis points.
void set_unit(Amount& amount, const Unit& row, std::string_view by);

/// Takes the longest unit of `dimension` ("*": any) that stands at `at` into `amount`; false where none does.
bool read_unit(const ValueContext& context, Amount& amount, std::size_t at, std::string_view dimension);

/// The entity mention that begins at `at`, or nullptr.
const Mention* entity_at(const ValueContext& context, std::size_t at);
/// The entity mention that covers the byte at `at`, or nullptr.
const Mention* entity_over(const ValueContext& context, std::size_t at);

/// True where a chip's, system's or product's name stands right before the numeral: Zen 5 cores, NVLink 2.
bool follows_name(const ValueContext& context, const Amount& amount);

/// True where one of `words` stands within 48 bytes of `span`, in the block.
bool stands_near(const ValueContext& context, Span span, const std::vector<std::string>& words);

}  // namespace hardfacts
