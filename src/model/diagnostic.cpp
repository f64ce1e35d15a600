#include "model/diagnostic.h"

namespace hardfacts {

std::string to_string(const Diagnostic& diagnostic) {
    std::string out = diagnostic.file;
    if (diagnostic.line != 0) {
        out += ':' + std::to_string(diagnostic.line);
        if (diagnostic.column != 0) out += ':' + std::to_string(diagnostic.column);
    }
    if (!out.empty()) out += ": ";
    out += diagnostic.severity == Severity::error ? "error: " : "warning: ";
    out += diagnostic.message;
    if (!diagnostic.code.empty()) out += " [" + diagnostic.code + ']';
    return out;
}

}  // namespace hardfacts
