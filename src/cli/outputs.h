// Enters: records in order. Leaves: the same records in every output that was asked for.
// Tested in tests/cli/outputs_test.cpp and tests/e2e/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output_file.h"
#include "write/file_writer.h"
#include "write/formats.h"

namespace hardfacts::cli {

/// The outputs of one run. append() may run in any thread; all else in one. Functions that give a string give an empty
/// one, or what went wrong.
class Outputs {
public:
    /// A text. `byte_order_mark`: where the format begins with one.
    void add(const OutputFormat& format, std::unique_ptr<Sink> sink, const View& view, bool byte_order_mark = true);
    /// What a library writes, and the place that becomes the file; nullptr where the writer itself writes in place.
    void add(std::unique_ptr<FileWriter> writer, std::unique_ptr<OutputPlace> place);
    std::string open();

    /// One output's records that follow one another, not yet written.
    struct Piece {
        std::string text;
        bool holds_records = false;
    };
    /// A record for the writers that take it whole.
    struct Filed {
        Record record;
        std::string source;
    };
    struct Pieces {
        std::vector<Piece> texts;  ///< one for each text
        std::vector<Filed> filed;
    };

    /// Appends the record to the piece of each output.
    void append(Pieces& pieces, Record&& record, std::string&& source) const;
    std::string write(const Pieces& pieces);
    std::string finish();

    /// True if nobody reads any of them any more.
    bool all_closed() const;

private:
    struct Text {
        const OutputFormat* format;
        std::unique_ptr<Sink> sink;
        View view;
        bool byte_order_mark = true;
        bool holds_records = false;
    };
    struct File {
        std::unique_ptr<FileWriter> writer;
        std::unique_ptr<OutputPlace> place;
    };
    std::vector<Text> texts_;
    std::vector<File> files_;
};

}  // namespace hardfacts::cli
