// Enters: diagnostics and progress. Leaves: lines on standard error. Tested in tests/e2e/.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "model/diagnostic.h"

namespace hardfacts::cli {

/// "1 rule", "2 rules"
std::string counted(std::size_t count, const std::string& what);

/// What a command says to its user. Progress is shown on a terminal only, and gives way to what is said.
class Talk {
public:
    /// `quiet`: errors only.
    explicit Talk(bool quiet);

    void tell(const Diagnostic& diagnostic);
    void tell_error(const std::string& message);
    /// The closing line.
    void tell_summary(const std::string& message);
    /// "1234 documents", a few times a second.
    void show_progress(std::size_t documents);

    void clear_progress();

    std::size_t errors() const { return errors_; }

private:
    bool quiet_;
    bool shows_progress_;
    bool progress_stands_ = false;
    std::chrono::steady_clock::time_point shown_{};
    std::size_t errors_ = 0;
};

}  // namespace hardfacts::cli
