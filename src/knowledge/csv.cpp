#include "knowledge/csv.h"

#include <algorithm>
#include <fstream>

#include "model/bytes16.h"
#include "model/utf8.h"

namespace hardfacts {

/// Cuts the source into records, one call a record.
class CsvTable::Parser {
public:
    Parser(CsvTable& table, Diagnostics& faults) : table_(table), source_(table.arena_.front()), faults_(faults) {
        if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    /// The next record that is not an empty line; false at the end.
    bool next(std::vector<Cell>& cells) {
        while (at_ < source_.size() && take_break()) {
        }
        cells.clear();
        if (at_ >= source_.size()) return false;
        do {
            cells.push_back(next_character() == '"' ? quoted() : bare());
        } while (take(','));
        if (at_ < source_.size() && !take_break()) {
            tell(at_, "csv.text_after_quote", "text behind a closing quote; put the whole cell in quotes");
            skip_line();
        }
        return true;
    }

    std::size_t at() const { return at_; }

private:
    char next_character() const { return at_ < source_.size() ? source_[at_] : '\n'; }

    bool take(char c) {
        if (at_ >= source_.size() || source_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool take_break() {
        if (source_.substr(at_).starts_with("\r\n")) {
            at_ += 2;
            return true;
        }
        return take('\n');
    }

    void skip_line() {
        at_ = std::min(source_.find('\n', at_), source_.size());
        take('\n');
    }

    void tell(std::size_t offset, const char* code, const char* message) {
        faults_.push_back(table_.fault_at(offset, code, message));
    }

    Cell bare() {
        const std::size_t begin = at_;
        while (at_ < source_.size()) {
            const Bytes16 bytes = load16(source_, at_);
            const std::size_t size = first_set((bytes == ',') | (bytes == '\n'));
            at_ = std::min(at_ + size, source_.size());
            if (size < sizeof(Bytes16)) break;
        }
        std::size_t end = at_;
        if (end < source_.size() && source_[end] == '\n' && end > begin && source_[end - 1] == '\r') at_ = --end;
        const std::string_view text = source_.substr(begin, end - begin);
        if (const std::size_t quote = text.find('"'); quote != std::string_view::npos) {
            tell(begin + quote, "csv.quote", "quote inside an unquoted cell; put the cell in quotes and double it");
        }
        return {text, begin};
    }

    Cell quoted() {
        const std::size_t begin = ++at_;
        bool doubled = false;
        while (true) {
            at_ = source_.find('"', at_);
            if (at_ == std::string_view::npos) {
                tell(begin - 1, "csv.unclosed_quote", "quote is never closed; close it or double it");
                at_ = source_.size();
                return {source_.substr(begin), begin};
            }
            ++at_;
            if (next_character() != '"' || at_ >= source_.size()) break;
            doubled = true;
            ++at_;
        }
        const std::string_view text = source_.substr(begin, at_ - 1 - begin);
        return {doubled ? undoubled(text) : text, begin};
    }

    std::string_view undoubled(std::string_view text) {
        std::string& out = table_.arena_.emplace_back();
        for (std::size_t k = 0; k < text.size(); ++k) {
            out += text[k];
            if (text[k] == '"') ++k;
        }
        return out;
    }

    CsvTable& table_;
    std::string_view source_;
    Diagnostics& faults_;
    std::size_t at_ = 0;
};

CsvTable CsvTable::parse(std::string file, std::string source, std::initializer_list<std::string_view> required,
                         Diagnostics& faults) {
    CsvTable table;
    table.file_ = std::move(file);
    table.arena_.push_back(std::move(source));
    const std::string_view text = table.arena_.front();
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        faults.push_back(table.fault_at(bad, "csv.utf8", "not UTF-8; save the file as UTF-8"));
        return table;
    }
    Parser parser(table, faults);
    std::vector<Cell> cells;
    if (!parser.next(cells)) {
        faults.push_back(table.fault_at(0, "csv.empty", "the file is empty; its first line must name the columns"));
        return table;
    }
    table.take_header(cells, required, faults);
    while (parser.next(cells)) {
        if (cells.size() == table.width_) {
            table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
            continue;
        }
        faults.push_back(table.fault_at(cells.front().offset, "csv.cell_count",
                                        std::to_string(cells.size()) + " cells where the header has " +
                                            std::to_string(table.width_) + "; a comma is missing, or too many"));
    }
    return table;
}

CsvTable CsvTable::load(const std::filesystem::path& root, std::string_view relative,
                        std::initializer_list<std::string_view> required, Diagnostics& faults) {
    std::ifstream in(root / relative, std::ios::binary);
    if (!in) {
        faults.push_back({Severity::error, std::string(relative), 0, 0, "csv.missing_file",
                          "cannot be read; the file must stand in " + root.string()});
        CsvTable table;
        table.file_ = relative;
        return table;
    }
    std::string source;
    for (std::size_t size = 0; in; size = source.size()) {
        constexpr std::size_t piece = std::size_t{256} * 1024;
        source.resize(size + piece);
        in.read(source.data() + size, piece);
        source.resize(size + static_cast<std::size_t>(in.gcount()));
    }
    return parse(std::string(relative), std::move(source), required, faults);
}

void CsvTable::take_header(std::vector<Cell> cells, std::initializer_list<std::string_view> required,
                           Diagnostics& faults) {
    header_ = std::move(cells);
    width_ = header_.size();
    for (std::size_t k = 0; k < width_; ++k) {
        const std::string_view name = header_[k].text;
        if (column(name) != k) {
            faults.push_back(fault_at(header_[k].offset, "csv.duplicate_column",
                                      "column " + in_quotes(name) + " stands twice; remove one"));
        }
    }
    for (const std::string_view name : required) {
        if (column(name)) continue;
        faults.push_back(fault_at(header_.front().offset, "csv.missing_column",
                                  "column " + in_quotes(name) + " is missing from the header; add it"));
    }
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    for (std::size_t k = 0; k < width_; ++k) {
        if (header_[k].text == name) return k;
    }
    return std::nullopt;
}

Diagnostic CsvTable::fault(std::size_t row, std::size_t column, std::string code, std::string message,
                           std::size_t inside) const {
    return fault_at(cells_[row * width_ + column].offset + inside, std::move(code), std::move(message));
}

Diagnostic CsvTable::fault_at(std::size_t offset, std::string code, std::string message) const {
    const std::string_view before = std::string_view(arena_.front()).substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    const std::string_view line = before.substr(line_begin);
    const bool bom = line.starts_with("\xEF\xBB\xBF");
    return {Severity::error,
            file_,
            1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_lead)) - (bom ? 1 : 0),
            std::move(code),
            std::move(message)};
}

std::string in_quotes(std::string_view text) { return std::string("'").append(text).append("'"); }

}  // namespace hardfacts
