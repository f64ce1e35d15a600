// Enters: a Record and its source. Leaves: the document's pieces of the HTML report.
// Tested in tests/write/report_test.cpp and, in a browser, in tests/browser/.
#pragma once

#include <string>

#include "model/record.h"
#include "write/formats.h"

namespace hardfacts {

/// Appends the document as two inert JSON pieces for the page in report/, which reads them: all indexes when it is
/// opened, a body when its document is looked at. Spans are pairs of UTF-16 offsets, entities and mentions are numbers.
///   index: {id, title?, published?, lang, mentions: how many, entities: [[id, name], ...],
///           facts: [{id, kind, attribute, direction?, subject?: entity, others?: [entity of a role, ...], text, value,
///                    modality, confidence}, ...],
///           relations: [{id, type, from: entity, to: entity, modality, confidence}, ...]}
///   body:  {source: text or null, path?, encoding, record?, field?, sha256, tags?, entities: those beyond the index's,
///           mentions: [[type, begin, end, entity or -1, 1 if known else 0], ...],
///           facts: [{subject?: mention, roles?: {role: [[entity, mention or -1], ...]}, qualifiers?, period?,
///                    restates?, base?, attribution?, cue?, quote: span, plain?: the passage without its markup,
///                    words?: [prefix, quote, suffix], spans: [span, ...], anchor, rule}, ...], as in the index,
///           relations: [{args: [mention or -1, mention or -1], attribution?, cue?, quote, plain?, words?, spans,
///           rule}, ...], warnings: [{code, message, span?}, ...]}
/// `words` stands where the source is not at hand. No byte of a piece is '<', so that nothing in a document can end it.
void append_report(std::string& out, const Record& record, const View& view);

}  // namespace hardfacts
