// Enters: the files of rules/values/. Leaves: their words, patterns and examples in a ValueTable, or every fault.
// Tested in tests/knowledge/values_test.cpp.
#pragma once

#include <array>
#include <string_view>

#include "knowledge/values.h"

namespace hardfacts {

/// What the scanner builds by itself; rules/values/ must document and test each under this id.
inline constexpr std::array<std::string_view, 15> value_shapes = {
    "value.money.before", "value.money.after",  "value.quantity", "value.percent",  "value.ratio",
    "value.rank",         "value.duration",     "value.count.ja", "value.count.en", "value.count.entity",
    "value.count.bare",   "value.count.things", "value.range",    "value.list",     "value.date"};

/// Reads every *.toml of root/rules/values in the order of their names; appends every fault to `faults`.
void load_value_rules(const KnowledgeFolders& folders, ValueTable& table, Diagnostics& faults);

}  // namespace hardfacts
