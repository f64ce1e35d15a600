#include "model/diagnostic.h"

#include <doctest/doctest.h>

using hardfacts::Diagnostic;
using hardfacts::Severity;

TEST_CASE("a diagnostic is told on one line, without the parts that are not known") {
    struct Row {
        Diagnostic diagnostic;
        const char* told;
    };
    for (const Row& row : {
             Row{{Severity::error, "a.csv", 3, 7, "gazetteer.id", "the id is empty"},
                 "a.csv:3:7: error: the id is empty [gazetteer.id]"},
             {{Severity::warning, "a.md", 3, 0, "read.x", "odd"}, "a.md:3: warning: odd [read.x]"},
             {{Severity::error, "<stdin>", 0, 0, "read.utf8", "not UTF-8"}, "<stdin>: error: not UTF-8 [read.utf8]"},
         }) {
        CHECK(to_string(row.diagnostic) == row.told);
    }
}
