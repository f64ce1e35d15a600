#include "write/fact_csv_reader.h"

#include <optional>
#include <utility>

#include "write/fact_csv.h"

namespace hardfacts {

namespace {

/// The first of the three that stands in the line of headings, outside of quotation marks.
char separator_of(std::string_view text) {
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == ',' || c == ';' || c == '\t') return c;
        if (c == '\n' || c == '\r') break;
    }
    return ',';
}

class Reader {
public:
    Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return at_ == text_.size(); }
    const std::string& fault() const { return fault_; }

    Sheet::Row row() {
        Sheet::Row out{line_, {}};
        for (;;) {
            out.cells.push_back(unguarded(cell()));
            if (at_end() || !fault_.empty()) return out;
            const char c = text_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
            ++line_;
            return out;
        }
    }

private:
    std::string cell() { return !at_end() && text_[at_] == '"' ? quoted() : plain(); }

    std::string plain() {
        const std::size_t begin = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quoted() {
        const std::size_t opened = line_;
        std::string out;
        ++at_;
        for (;; ++at_) {
            if (at_end()) {
                fault_ = "line " + std::to_string(opened) + ": a quotation mark is not closed";
                return out;
            }
            if (text_[at_] == '"') {
                ++at_;
                if (at_end() || text_[at_] != '"') break;
            }
            if (text_[at_] == '\n') ++line_;
            out += text_[at_];
        }
        return out + plain();
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::string fault_;
};

bool is_empty(const Sheet::Row& row) { return row.cells.size() == 1 && row.cells[0].empty(); }

}  // namespace

std::variant<Sheet, std::string> read_sheet(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    Reader reader(text, separator_of(text));
    Sheet out;
    while (!reader.at_end()) {
        Sheet::Row row = reader.row();
        if (!reader.fault().empty()) return reader.fault();
        if (is_empty(row)) continue;
        if (out.headings.empty()) {
            out.headings = std::move(row.cells);
            continue;
        }
        if (row.cells.size() > out.headings.size()) {
            return "line " + std::to_string(row.line) + ": " + std::to_string(row.cells.size()) + " cells under " +
                   std::to_string(out.headings.size()) + " headings";
        }
        row.cells.resize(out.headings.size());
        out.rows.push_back(std::move(row));
    }
    if (out.headings.empty()) return std::string("there is no line of headings");
    return out;
}

std::vector<FactRow> fact_rows(const Sheet& sheet) {
    std::vector<std::optional<std::size_t>> fields;
    for (const std::string& heading : sheet.headings) fields.push_back(fact_field_named(heading));
    std::vector<FactRow> out;
    out.reserve(sheet.rows.size());
    for (const Sheet::Row& row : sheet.rows) {
        FactRow& fact = out.emplace_back();
        for (std::size_t k = 0; k < fields.size(); ++k) {
            if (fields[k]) fact[*fields[k]] = row.cells[k];
        }
    }
    return out;
}

}  // namespace hardfacts
