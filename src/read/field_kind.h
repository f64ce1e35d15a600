// Enters: a text that does not say what it is written in: a field of JSON, a description of RSS. Leaves: what it shows.
// Tested in tests/read/field_kind_test.cpp.
#pragma once

#include <string_view>

#include "read/text.h"

namespace hardfacts {

/// True if a tag of HTML or a character reference stands in `text`.
bool shows_html(std::string_view text);

/// HTML where tags show and it is no Markdown that holds some; Markdown where references show without tags, since it
/// reads them too and keeps paragraphs apart; else sniffed.
TextKind kind_of_field(std::string_view text);

}  // namespace hardfacts
