#include "read/records.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/utf8.h"
#include "read/decoding.h"
#include "read/field_kind.h"
#include "read/lines.h"
#include "read/text.h"

namespace hardfacts {

namespace {

constexpr std::string_view between_fields = "\n\n";

std::vector<std::string_view> split_at_commas(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (const std::string_view part = trimmed(list.substr(0, comma)); !part.empty()) parts.push_back(part);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return parts;
}

}  // namespace

RecordReader::RecordReader(const InputOptions& options, const DiagnosticSink& faults)
    : options_(options), faults_(faults), text_paths_(split_at_commas(options.text_field)) {
    for (const std::string_view path : text_paths_) fields_.push_back({path, {}, {}});
    fields_.push_back({options.id_field.empty() ? std::string_view("id") : options.id_field, {}, {}});
    if (!options.title_field.empty()) fields_.push_back({options.title_field, {}, {}});
}

void RecordReader::tell(std::size_t line, std::size_t column, std::string code, std::string message) const {
    faults_({Severity::error, options_.path, line, column, std::move(code), std::move(message)});
}

void RecordReader::refuse(std::size_t line, std::size_t column, std::size_t most) const {
    Diagnostic fault = too_large("the record", options_, most);
    fault.line = line;
    fault.column = column;
    faults_(std::move(fault));
}

bool RecordReader::parse(std::string_view record, std::size_t line, std::size_t column) {
    const auto tell_at = [&](std::size_t at, std::string code, std::string message) {
        const Diagnostic place = fault_at(record, std::min(at, record.size()), {});
        const std::size_t indent = place.line == 1 ? column - 1 : 0;
        tell(line + place.line - 1, indent + place.column, std::move(code), std::move(message));
    };
    if (const std::size_t bad = find_invalid_utf8(record); bad != std::string_view::npos) {
        tell_at(bad, "read.utf8", "the record is not UTF-8; convert the file to UTF-8");
        return false;
    }
    for (JsonField& field : fields_) {
        field.text.reset();
        field.type = {};
    }
    if (const auto fault = read_fields(record, fields_)) {
        tell_at(fault->at, "read.json", "the record is not a JSON object (" + fault->message + "); mend it");
        return false;
    }
    return true;
}

/// The strings of the text fields that the record has, joined; nothing, with the reason told, where it has none.
std::optional<std::string> RecordReader::joined_text(std::size_t line) {
    std::optional<std::string> joined;
    bool null = false;
    for (std::size_t k = 0; k < text_paths_.size(); ++k) {
        JsonField& field = fields_[k];
        null = null || field.type == "null";
        if (field.type.empty() || field.type == "null") continue;
        if (field.type != "string") {
            tell(line, 1, "read.field",
                 "the field \"" + std::string(field.path) + "\" is a " + std::string(field.type) +
                     ", not a string; name the text's field with --text-field");
            return std::nullopt;
        }
        joined = joined ? *joined + std::string(between_fields) + *field.text : std::move(*field.text);
    }
    if (!joined) {
        tell(line, 1, "read.field",
             (null ? "the field \"" + options_.text_field + "\" is null"
                   : "the record has no field \"" + options_.text_field + "\"") +
                 "; name the text's field with --text-field");
    }
    return joined;
}

DocumentInfo RecordReader::info_of(std::size_t line) const {
    const JsonField& id = fields_[text_paths_.size()];
    DocumentInfo info;
    info.record = id.text && !id.text->empty() ? *id.text : "L" + std::to_string(line);
    info.id = options_.id_prefix + (options_.id.empty() ? "" : options_.id + '#') + *info.record;
    if (!options_.path.empty()) info.path = options_.path;
    info.field = options_.text_field;
    if (!options_.title_field.empty()) {
        const JsonField& title = fields_.back();
        if (title.text && !title.text->empty()) info.title = *title.text;
    }
    return info;
}

std::optional<Document> RecordReader::read(std::string_view record, std::size_t line, std::size_t column) {
    if (!parse(record, line, column)) return std::nullopt;
    auto text = joined_text(line);
    if (!text) return std::nullopt;
    Document document;
    document.source = std::move(*text);
    document.info = info_of(line);
    const DiagnosticSink in_field = [&](Diagnostic&& fault) {
        fault.file = options_.path;
        fault.message = "field \"" + options_.text_field + "\": " + fault.message;
        if (fault.line > 0) fault.message += " (its line " + std::to_string(fault.line) + ')';
        fault.line = line;
        fault.column = 1;
        faults_(std::move(fault));
    };
    const TextKind kind = kind_of_field(document.source);
    if (!read_text(document, kind, in_field, {options_.all_text})) return std::nullopt;
    return document;
}

}  // namespace hardfacts
