// Enters: records in order. Leaves: the same records in every output that was asked for.
// Tested in tests/cli/outputs_test.cpp and tests/e2e/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output_file.h"
#include "write/formats.h"

namespace hardfacts::cli {

/// The outputs of one run. append() may run in any thread; all else in one. Functions that give a string give an empty
/// one, or what went wrong.
class Outputs {
public:
    void add(const OutputFormat& format, std::unique_ptr<Sink> sink, const View& view);
    std::string open();

    /// One output's records that follow one another, not yet written.
    struct Piece {
        std::string text;
        bool holds_records = false;
    };
    using Pieces = std::vector<Piece>;

    /// Appends the record to the piece of each output.
    void append(Pieces& pieces, const Record& record, std::string_view source) const;
    std::string write(const Pieces& pieces);
    std::string finish();

    /// True if nobody reads any of them any more.
    bool all_closed() const;

private:
    struct Target {
        const OutputFormat* format;
        std::unique_ptr<Sink> sink;
        View view;
        bool holds_records = false;
    };
    std::vector<Target> targets_;
};

}  // namespace hardfacts::cli
