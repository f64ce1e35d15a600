// Enters: a YAML scalar as written, and the value a YAML parser gave it. Leaves: the value, piece by piece with its
// source. Tested in tests/read/yaml_scalar_test.cpp.
#pragma once

#include <string_view>

#include "read/builder.h"

namespace hardfacts {

enum class ScalarStyle { plain, single_quoted, double_quoted, block };

/// Appends the scalar written at source[range] (quotes and block header included) to the open block. Line breaks and
/// the indentation behind them become one space; an escape stands for its character. Where writing and value do not
/// meet, the whole value stands for the whole range.
void append_scalar(DocumentBuilder& out, Span range, std::string_view value, ScalarStyle style);

}  // namespace hardfacts
