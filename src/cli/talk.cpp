#include "cli/talk.h"

#include <unistd.h>

#include <iostream>

#include "cli/terminal.h"
#include "write/width.h"

namespace hardfacts::cli {

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

Talk::Talk(bool quiet)
    : quiet_(quiet),
      // On one and the same terminal the data themselves show how far it is.
      shows_progress_(!quiet && is_terminal(STDERR_FILENO) && !is_terminal(STDOUT_FILENO)) {}

void Talk::clear_progress() {
    if (progress_stands_) std::cerr << "\r\x1b[K";
    progress_stands_ = false;
}

void Talk::tell(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::error)
        ++errors_;
    else if (quiet_)
        return;
    clear_progress();
    std::cerr << one_line(to_string(diagnostic)) << '\n';
}

void Talk::tell_error(const std::string& message) {
    ++errors_;
    clear_progress();
    std::cerr << "hardfacts: error: " << message << '\n';
}

void Talk::tell_summary(const std::string& message) {
    clear_progress();
    if (!quiet_) std::cerr << "hardfacts: " << message << '\n';
}

void Talk::show_progress(std::size_t documents) {
    if (!shows_progress_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_ < std::chrono::milliseconds(200)) return;
    shown_ = now;
    clear_progress();
    std::cerr << documents << " documents" << std::flush;
    progress_stands_ = true;
}

}  // namespace hardfacts::cli
