#include "read/jsonl.h"

#include <string>
#include <utility>
#include <vector>

#include "model/utf8.h"
#include "read/json_fields.h"
#include "read/lines.h"
#include "read/text.h"

namespace hardfacts {

namespace {

class RecordReader {
public:
    RecordReader(const InputOptions& options, const DiagnosticSink& faults) : options_(options), faults_(faults) {
        fields_.push_back({options.text_field, {}, {}});
        fields_.push_back({options.id_field.empty() ? std::string_view("id") : options.id_field, {}, {}});
        if (!options.title_field.empty()) fields_.push_back({options.title_field, {}, {}});
    }

    /// The document of one line, or nothing with the reason told.
    std::optional<Document> read(std::string_view line, std::size_t number);

private:
    void tell(std::size_t line, std::size_t column, std::string code, std::string message) const {
        faults_({Severity::error, options_.path, line, column, std::move(code), std::move(message)});
    }
    bool parse(std::string_view line, std::size_t number);

    const InputOptions& options_;
    const DiagnosticSink& faults_;
    std::vector<JsonField> fields_;  ///< text, id, title
};

bool RecordReader::parse(std::string_view line, std::size_t number) {
    if (const std::size_t bad = find_invalid_utf8(line); bad != std::string_view::npos) {
        const std::size_t column = fault_at(line, bad, {}).column;
        tell(number, column, "read.utf8", "the line is not UTF-8; convert the file to UTF-8");
        return false;
    }
    for (JsonField& field : fields_) {
        field.text.reset();
        field.type = {};
    }
    if (const auto fault = read_fields(line, fields_)) {
        const std::size_t column = fault_at(line, std::min(fault->at, line.size()), {}).column;
        tell(number, column, "read.json",
             "the line is not a JSON object (" + fault->message + "); write one object a line");
        return false;
    }
    const JsonField& text = fields_[0];
    if (text.type.empty()) {
        tell(number, 1, "read.field",
             "the record has no field \"" + options_.text_field + "\"; name the text's field with --text-field");
        return false;
    }
    if (text.type != "string") {
        tell(number, 1, "read.field",
             "the field \"" + options_.text_field + "\" is a " + std::string(text.type) +
                 ", not a string; name the text's field with --text-field");
        return false;
    }
    return true;
}

std::optional<Document> RecordReader::read(std::string_view line, std::size_t number) {
    if (!parse(line, number)) return std::nullopt;
    Document document;
    document.source = std::move(*fields_[0].text);
    const std::string record =
        fields_[1].text && !fields_[1].text->empty() ? *fields_[1].text : "L" + std::to_string(number);
    DocumentInfo& info = document.info;
    info.id = options_.id_prefix + (options_.id.empty() ? "" : options_.id + '#') + record;
    if (!options_.path.empty()) info.path = options_.path;
    info.record = record;
    info.field = options_.text_field;
    if (fields_.size() > 2 && fields_[2].text && !fields_[2].text->empty()) info.title = *fields_[2].text;
    const DiagnosticSink in_field = [&](Diagnostic&& fault) {
        fault.file = options_.path;
        fault.message = "field \"" + options_.text_field + "\": " + fault.message;
        if (fault.line > 0) fault.message += " (its line " + std::to_string(fault.line) + ')';
        fault.line = number;
        fault.column = 1;
        faults_(std::move(fault));
    };
    if (!read_text(document, TextKind::sniffed, in_field)) return std::nullopt;
    return document;
}

}  // namespace

void read_jsonl(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    RecordReader reader(options, faults);
    std::string_view line;
    std::size_t records = 0;
    for (std::size_t number = 1; in.next_line(line); ++number) {
        if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
        if (trimmed(line).empty()) continue;
        ++records;
        auto document = reader.read(line, number);
        if (document && !sink(std::move(*document))) return;
    }
    if (records == 0 && !in.failed()) {
        faults({Severity::error, options.path, 0, 0, "read.empty", "nothing to read: no record stands in it"});
    }
}

}  // namespace hardfacts
