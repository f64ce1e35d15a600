// Enters: folded Text, the names that the gazetteers found, the rules of rules/names. Leaves: mentions of names that no
// gazetteer has, known by what stands beside them. Tested in tests/scan/unknown_names_test.cpp.
#pragma once

#include "knowledge/name_rules.h"
#include "knowledge/names.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Adds to `findings.mentions`, which keep their order. A name that a rule proves somewhere is a name wherever it
/// stands in the document. Known names win, save where an unknown one that keeps its cue holds a known one and more
/// (NAME Capital). A gazetteer's ambiguous surface that a rule proves is that gazetteer's entity; the others get a
/// provisional id (`company:~render`). REQUIRES: mentions sorted, entities only.
void scan_unknown_names(const Text& text, const NameTable& names, const NameRuleTable& rules, Findings& findings);

}  // namespace hardfacts
