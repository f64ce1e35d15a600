// Enters: the JSON text of one record. Leaves: its Document, the source the decoded string of its text fields.
// Tested in tests/read/jsonl_test.cpp and tests/read/json_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/input.h"
#include "read/json_fields.h"
#include "read/read.h"

namespace hardfacts {

/// Makes documents of JSON records, by the fields that the options name. Keeps a reference to its arguments.
class RecordReader {
public:
    RecordReader(const InputOptions& options, const DiagnosticSink& faults);

    /// The document of a record that begins on line `line`, at column `column` of its file, or nothing with the reason
    /// told. A record without an id of its own is named L`line`. Several text fields become one source, blank lines
    /// between them.
    std::optional<Document> read(std::string_view record, std::size_t line, std::size_t column = 1);
    /// Tells that the record there is longer than `most` bytes.
    void refuse(std::size_t line, std::size_t column, std::size_t most) const;

private:
    void tell(std::size_t line, std::size_t column, std::string code, std::string message) const;
    bool parse(std::string_view record, std::size_t line, std::size_t column);
    std::optional<std::string> joined_text(std::size_t line);
    DocumentInfo info_of(std::size_t line) const;

    const InputOptions& options_;
    const DiagnosticSink& faults_;
    std::vector<std::string_view> text_paths_;
    std::vector<JsonField> fields_;  ///< the texts, then id, then title where one is named
};

}  // namespace hardfacts
