// Enters: a place behind a number in English text. Leaves: the words that may be, or lead to, the noun that is counted.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "scan/value_amount.h"

namespace hardfacts {

/// Reads words of one block by the value table's lists.
class NounReader {
public:
    explicit NounReader(const ValueContext& context) : text_(context.text), table_(*context.table) {}

    /// The plural noun (or acronym) at `at`: its end and unit.
    std::pair<std::size_t, const Unit*> noun_at(std::size_t at) const;
    /// The end of the word at `at`: letters, digits, and what hyphens and points join.
    std::size_t word_end(std::size_t at) const;
    /// True where the word [at, end) ends a noun phrase: of, in, the.
    bool breaks(std::size_t at, std::size_t end) const;
    /// 17 new trucks, two upcoming GPUs: a word that does not say what kind of thing is counted ends the text.
    bool is_aside(std::size_t at) const;
    /// 21 flat months: a word that measures counts nothing.
    bool is_measure(std::size_t at, std::size_t end) const;
    /// 2D, 3D: they say of what shape the counted things are.
    bool is_shape(std::size_t at, std::size_t end) const;

private:
    /// XCDs, IODs, MCUs: capitals and a plural s.
    std::size_t acronym_plural(std::size_t at) const;

    std::string_view text_;
    const ValueTable& table_;
};

}  // namespace hardfacts
