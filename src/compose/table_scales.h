// Enters: a document and the values found in it. Leaves: the sums in the cells of a table multiplied by what a heading
// says they are told in: "$ in millions", 単位：億円. Tested in tests/compose/table_scales_test.cpp.
#pragma once

#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Multiplies the sums of money in table cells that have no word of scale of their own, where the heading of their
/// column or row says one, or the table's first rows or the text straight before it do. What is told a share stays as
/// it is. The text of a value stays the cell's words.
void scale_cells(const Document& document, const Text& text, Findings& findings);

}  // namespace hardfacts
