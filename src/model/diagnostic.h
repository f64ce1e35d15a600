// Enters: what a reader, a loader or a writer found wrong. Leaves: Diagnostic, the only way faults are told.
// Tested where diagnostics are made and in tests/model/diagnostic_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hardfacts {

enum class Severity { warning, error };

/// One fault: where it is, what is wrong, what to do.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;        ///< path as the user gave it, "<stdin>" for standard input
    std::size_t line = 0;    ///< 1-based; 0 where the fault has no line
    std::size_t column = 0;  ///< 1-based, in Unicode code points; 0 where the fault has no column
    std::string code;        ///< stable, dotted: "read.utf8", "gazetteer.duplicate_id"
    std::string message;     ///< what is wrong, what to do; one line, no full stop at the end
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: error: message [code]`, parts that are 0 left out.
std::string to_string(const Diagnostic& diagnostic);

}  // namespace hardfacts
