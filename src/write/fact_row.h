// Enters: a Record. Leaves: its facts as rows of flat text, one cell a column of fact_columns.h.
// Tested in tests/write/fact_row_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.h"
#include "write/fact_columns.h"

namespace hardfacts {

using FactRow = std::array<std::string, fact_field::count>;

/// A row for each fact, in the record's order. All cells are clean_text(). `source`: the document's source, for the
/// line; where it is empty, so is the line.
std::vector<FactRow> fact_rows(const Record& record, std::string_view source);

/// Several items in one cell, "; " between them; a ; or \ of an item has a \ before it. append_item() adds one, and
/// items_of() gives them again. `name`: of an item "name=text"; its = has a \ before it too.
void append_item(std::string& list, std::string_view text);
void append_item(std::string& list, std::string_view name, std::string_view text);
std::vector<std::string> items_of(std::string_view list);
/// The same for items with a name.
std::vector<std::pair<std::string, std::string>> named_items_of(std::string_view list);

/// The column's number by its name.
std::optional<std::size_t> fact_field_named(std::string_view name);

}  // namespace hardfacts
