// Enters: a Record. Leaves: a line of CSV or TSV for each of its facts. docs/outputs.md shows the form.
// Tested in tests/write/fact_csv_test.cpp, with the reading of it in fact_csv_reader.h.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/record.h"
#include "write/fact_columns.h"
#include "write/formats.h"

namespace hardfacts {

/// A byte order mark and the line of headings, which are the names of fact_columns and need no quotes.
template <char separator>
struct FactHeadings {
    static constexpr std::size_t size() {
        std::size_t out = byte_order_mark.size() + fact_columns.size() - 1 + 2;
        for (const FactColumn& column : fact_columns) out += column.name.size();
        return out;
    }
    static constexpr std::array<char, size()> line() {
        std::array<char, size()> out{};
        auto* at = std::copy(byte_order_mark.begin(), byte_order_mark.end(), out.data());
        for (std::size_t k = 0; k < fact_columns.size(); ++k) {
            if (k != 0) *at++ = separator;
            at = std::copy(fact_columns[k].name.begin(), fact_columns[k].name.end(), at);
        }
        *at++ = '\r';
        *at++ = '\n';
        return out;
    }
    static constexpr std::array bytes = line();
    static constexpr std::string_view text{bytes.data(), bytes.size()};
};

inline constexpr std::string_view csv_opening = FactHeadings<','>::text;
inline constexpr std::string_view tsv_opening = FactHeadings<'\t'>::text;

/// RFC 4180: lines end with CR LF, a cell with a separator, quotation mark or line break in it is quoted.
void append_csv(std::string& out, const Record& record, const View& view);
/// The same with tabs between the cells.
void append_tsv(std::string& out, const Record& record, const View& view);

/// `text` so that no spreadsheet takes it for a formula, or for a number or date that it is not. An apostrophe is put
/// before it where it begins, behind spaces, with = + - @, one of their full-width forms or an apostrophe, where it
/// begins with white space that is no space, or where it is digits that a spreadsheet would change: more than 15, a
/// leading zero, an exponent, a date. So it is behind each ; tab and line break inside, for programs that divide
/// at these.
std::string guarded(std::string_view text);
/// Undoes guarded(), for any text.
std::string unguarded(std::string_view text);

}  // namespace hardfacts
