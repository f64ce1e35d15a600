#include "write/xlsx.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "write/entity_tally.h"
#include "write/fact_row.h"
#include "write/xlsx_check.h"
#include "write/xlsx_facts.h"

namespace hardfacts {

namespace {

constexpr char packed_end = '\x1f';  // stands in no clean text

/// A row in one string: a twentieth of the memory.
std::string packed(const FactRow& row) {
    std::string out;
    for (const std::string& cell : row) out += cell + packed_end;
    return out;
}

FactRow unpacked(std::string_view text) {
    FactRow out;
    for (std::string& cell : out) {
        const std::size_t end = text.find(packed_end);
        cell = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    return out;
}

/// A row of the sheet Documents, in the order of its columns.
struct DocumentRow {
    std::string id, title, published, language;
    std::size_t facts, mentions, relations;
    std::string warnings, tags, path, record, encoding, sha256;
};

DocumentRow document_row(const Record& record) {
    std::map<std::string, std::size_t> codes;
    for (const RecordWarning& warning : record.warnings) ++codes[warning.code];
    std::string warnings;
    for (const auto& [code, count] : codes) append_item(warnings, code + " × " + std::to_string(count));
    std::string tags;
    for (const std::string& tag : record.doc.tags) append_item(tags, tag);
    return {record.doc.id,       record.doc.title.value_or(""), record.doc.published.value_or(""), record.lang,
            record.facts.size(), record.mentions.size(),        record.relations.size(),           std::move(warnings),
            std::move(tags),     record.doc.path.value_or(""),  record.doc.record.value_or(""),    record.doc.encoding,
            record.sha256};
}

void write_documents(XlsxSheet& sheet, const std::vector<DocumentRow>& documents) {
    for (const DocumentRow& row : documents) {
        sheet.begin_row();
        std::size_t column = 0;
        for (const std::string* text : {&row.id, &row.title, &row.published, &row.language})
            sheet.text(column++, *text);
        for (const std::size_t number : {row.facts, row.mentions, row.relations}) sheet.count(column++, number);
        for (const std::string* text : {&row.warnings, &row.tags, &row.path, &row.record, &row.encoding, &row.sha256}) {
            sheet.text(column++, *text);
        }
    }
    sheet.finish();
}

constexpr std::size_t most_spellings = 20;

/// The spellings, most frequent first.
std::string spellings_of(const EntityCounts& counts) {
    std::multimap<std::size_t, std::string_view, std::greater<>> by_count;
    for (const auto& [spelling, count] : counts.spellings) by_count.emplace(count, spelling);
    std::string out;
    std::size_t shown = 0;
    for (const auto& [count, spelling] : by_count) {
        if (shown++ == most_spellings) {
            return out + "; … and " + std::to_string(by_count.size() - most_spellings) + " more";
        }
        append_item(out, spelling);
    }
    return out;
}

void write_entities(XlsxSheet& sheet, const EntityTally& tally) {
    for (const auto& [id, counts] : tally.rows()) {
        sheet.begin_row();
        std::size_t column = 0;
        sheet.text(column++, counts->name);
        sheet.text(column++, counts->type);
        for (const std::size_t number :
             {counts->mentions, counts->documents, counts->facts, counts->roles, counts->relations}) {
            sheet.count(column++, number);
        }
        sheet.text(column++, spellings_of(*counts));
        sheet.text(column++, counts->known ? "yes" : "no");
        sheet.text(column++, id);
        sheet.text(column++, counts->first_document);
    }
    sheet.finish();
}

constexpr auto id = XlsxStyle::id;
constexpr auto number = XlsxStyle::number;
constexpr auto text = XlsxStyle::text;

std::vector<XlsxColumn> document_columns() {
    return {{"document", 34, id, false, {}, ""},      {"title", 60, text, false, {}, ""},
            {"published", 22, id, false, {}, ""},     {"language", 10, text, false, {}, ""},
            {"facts", 9, number, false, {}, ""},      {"mentions", 10, number, false, {}, ""},
            {"relations", 10, number, false, {}, ""}, {"warnings", 30, text, false, {}, ""},
            {"tags", 30, text, false, {}, ""},        {"path", 40, id, false, {}, ""},
            {"record", 16, id, false, {}, ""},        {"encoding", 12, text, false, {}, ""},
            {"sha256", 20, id, false, {}, ""}};
}

std::vector<XlsxColumn> entity_columns() {
    return {{"name", 30, text, false, {}, ""},         {"type", 10, text, false, {}, ""},
            {"mentions", 10, number, false, {}, ""},   {"documents", 11, number, false, {}, ""},
            {"as_subject", 11, number, false, {}, ""}, {"in_roles", 10, number, false, {}, ""},
            {"relations", 10, number, false, {}, ""},  {"spellings", 60, text, false, {}, ""},
            {"known", 8, text, false, {}, ""},         {"entity", 34, id, false, {}, ""},
            {"first_document", 34, id, false, {}, ""}};
}

/// What the sheet About tells of this workbook.
struct Contents {
    std::size_t documents, facts, fact_sheets, cut_cells;
    bool report;
};

XlsxNotes about(const Contents& contents) {
    XlsxNotes out = {
        {"Facts", std::to_string(contents.facts) + " facts of " + std::to_string(contents.documents) +
                      " documents, a row each: what a document says of whom, with the words that say it"},
        {"Entities",
         "the companies, chips, systems, products, places and people that the documents name. known: listed "
         "in the gazetteers; else found by the words beside it. in_roles: facts in which it has a role"},
        {"Documents", "the documents, in the order in which they were read"},
        {"", ""},
        {"To send verdicts back",
         "choose accept, reject or unsure in the column verdict of Facts, write what is wrong "
         "into note, and send this workbook, or the sheet saved as CSV UTF-8. A row is known by "
         "its fact and anchor: sort and filter as you like, but leave those two columns as "
         "they are. `accept` says that every part of the row is right"},
        {"Folded columns", "the + above the columns at the right of Facts shows the others"}};
    if (contents.fact_sheets > 1) {
        out.emplace_back("Several sheets", "a sheet holds 1,048,576 rows: the facts go on in Facts 2 to Facts " +
                                               std::to_string(contents.fact_sheets));
    }
    if (contents.cut_cells != 0) {
        out.emplace_back("Cut cells",
                         std::to_string(contents.cut_cells) +
                             " texts are longer than a cell's 32,767 characters; they end with [cut: ...]");
    }
    out.emplace_back("", "");
    out.emplace_back("Columns of Facts", "");
    for (auto& column : xlsx_fact_columns(contents.report)) out.push_back(std::move(column));
    return out;
}

class XlsxWriter : public FileWriter {
public:
    XlsxWriter(FileTarget target, const XlsxLimits& limits) : target_(std::move(target)), limits_(limits) {}

    std::string add(const Record& record, std::string_view source) override {
        const PointLocale point;
        entities_.add(record);
        documents_.push_back(document_row(record));
        fact_count_ += record.facts.size();
        if (!facts_ && fact_count_ > limits_.table_rows) begin(true);
        for (const FactRow& row : fact_rows(record, source)) {
            if (facts_)
                facts_->add(row);
            else
                waiting_.push_back(packed(row));
        }
        return told(book_ ? book_->fault() : "");
    }

    std::string finish() override {
        const PointLocale point;
        if (!facts_) begin(false);
        facts_->finish();
        XlsxSheet entities(*book_, "Entities", entity_columns(), limits_);
        write_entities(entities, entities_);
        XlsxSheet documents(*book_, "Documents", document_columns(), limits_);
        write_documents(documents, documents_);
        book_->add_notes("About", about({documents_.size(), fact_count_, facts_->parts(), book_->cut_cells(),
                                         !target_.report.empty()}));
        std::string fault = book_->close();
        std::error_code ignored;
        if (fault.empty() && std::filesystem::is_regular_file(target_.path, ignored)) fault = xlsx_fault(target_.path);
        return told(fault);
    }

private:
    /// Opens the workbook and moves into it what waited.
    void begin(bool streaming) {
        book_.emplace(target_.path, streaming);
        facts_.emplace(*book_, target_.report, limits_);
        for (const std::string& row : waiting_) facts_->add(unpacked(row));
        waiting_ = {};
    }

    std::string told(const std::string& fault) const {
        return fault.empty() ? "" : target_.name + ": the workbook cannot be written: " + fault;
    }

    FileTarget target_;
    XlsxLimits limits_;
    std::vector<std::string> waiting_;  ///< facts, packed, until it is known whether they are few enough for a table
    std::vector<DocumentRow> documents_;
    EntityTally entities_;
    std::size_t fact_count_ = 0;
    std::optional<XlsxBook> book_;
    std::optional<XlsxFacts> facts_;
};

}  // namespace

std::unique_ptr<FileWriter> open_xlsx(const FileTarget& target, const XlsxLimits& limits) {
    return std::make_unique<XlsxWriter>(target, limits);
}

std::unique_ptr<FileWriter> open_xlsx(const FileTarget& target, std::string&) {
    return open_xlsx(target, XlsxLimits());
}

}  // namespace hardfacts
