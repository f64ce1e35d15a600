#include "knowledge/csv.h"

#include <algorithm>
#include <iterator>
#include <set>

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
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        table.line_begins_.push_back(at + 1);
    }
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
    // Every cell ends with a byte, so that no header asks for more than the file can hold.
    table.cells_.reserve(std::min(table.line_begins_.size() * table.width_, text.size()));
    std::uint32_t number = 0;
    while (parser.next(cells)) {
        if (cells.size() == table.width_) {
            table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
            table.numbers_.push_back(number++);
            continue;
        }
        ++number;
        faults.push_back(table.fault_at(cells.front().offset, "csv.cell_count",
                                        std::to_string(cells.size()) + " cells where the header has " +
                                            std::to_string(table.width_) + "; a comma is missing, or too many"));
    }
    table.own_rows_ = table.rows();
    return table;
}

namespace {

/// The cells of some columns as one text: cells hold no byte 0xFF.
template <typename CellOf>
std::string joined_key(const std::vector<std::size_t>& columns, CellOf&& cell_of) {
    std::string key;
    for (const std::size_t column : columns) key.append(cell_of(column)) += '\xFF';
    return key;
}

}  // namespace

void CsvTable::overlay(CsvTable upper, std::initializer_list<std::string_view> keys, Diagnostics& faults) {
    std::vector<std::optional<std::size_t>> from(width_);
    for (std::size_t k = 0; k < upper.width_; ++k) {
        const std::string_view name = upper.header_[k].text;
        if (const auto here = column(name)) {
            from[*here] = k;
            continue;
        }
        std::string known;
        for (const std::string& one : header()) known += (known.empty() ? "" : ", ") + one;
        faults.push_back(upper.fault_at(upper.header_[k].offset, "csv.unknown_column",
                                        "no column is called " + in_quotes(name) + "; there are " + known));
    }
    std::vector<std::size_t> key_columns;
    for (const std::string_view name : keys) {
        const auto here = column(name);
        if (!here || !from[*here]) return;
        key_columns.push_back(*here);
    }
    std::set<std::string> replaced;
    for (std::size_t row = 0; row < upper.rows(); ++row) {
        replaced.insert(joined_key(key_columns, [&](std::size_t k) { return upper.cell(row, *from[k]); }));
    }
    remove_rows([&](std::size_t row) {
        return replaced.contains(joined_key(key_columns, [&](std::size_t k) { return cell(row, k); }));
    });
    const std::size_t first = rows();
    for (std::size_t row = 0; row < upper.rows(); ++row) {
        const std::size_t begin = upper.cells_[row * upper.width_].offset;
        for (const auto& column : from) {
            cells_.push_back(column ? upper.cells_[row * upper.width_ + *column] : Cell{std::string_view(), begin});
        }
        numbers_.push_back(upper.numbers_[row]);
    }
    uppers_.push_back(std::make_unique<Upper>(Upper{first, std::move(upper)}));
}

template <typename Test>
void CsvTable::remove_rows(Test&& test) {
    std::size_t kept = 0, kept_own = 0;
    std::vector<std::size_t> kept_before(rows() + 1, 0);
    for (std::size_t row = 0; row < rows(); ++row) {
        kept_before[row] = kept;
        if (test(row)) continue;
        for (std::size_t k = 0; k < width_; ++k) cells_[kept * width_ + k] = cells_[row * width_ + k];
        numbers_[kept] = numbers_[row];
        if (row < own_rows_) ++kept_own;
        ++kept;
    }
    kept_before[rows()] = kept;
    for (const auto& upper : uppers_) upper->first = kept_before[upper->first];
    cells_.resize(kept * width_);
    numbers_.resize(kept);
    own_rows_ = kept_own;
}

const CsvTable& CsvTable::upper_of(std::size_t row) const {
    std::size_t k = uppers_.size() - 1;
    while (uppers_[k]->first > row) --k;
    return uppers_[k]->table;
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

std::vector<std::string> CsvTable::header() const {
    std::vector<std::string> names;
    for (const Cell& cell : header_) names.emplace_back(cell.text);
    return names;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    for (std::size_t k = 0; k < width_; ++k) {
        if (header_[k].text == name) return k;
    }
    return std::nullopt;
}

Diagnostic CsvTable::fault(std::size_t row, std::size_t column, std::string code, std::string message,
                           std::size_t inside) const {
    const CsvTable& place = row < own_rows_ ? *this : upper_of(row);
    return place.fault_at(cells_[row * width_ + column].offset + inside, std::move(code), std::move(message));
}

Diagnostic CsvTable::fault_at(std::size_t offset, std::string code, std::string message) const {
    const auto behind = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    const std::size_t line_begin = behind == line_begins_.begin() ? 0 : *std::prev(behind);
    const std::string_view line = std::string_view(arena_.front()).substr(line_begin, offset - line_begin);
    const bool bom = line.starts_with("\xEF\xBB\xBF");
    return {Severity::error,
            file_,
            1 + static_cast<std::size_t>(behind - line_begins_.begin()),
            1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_lead)) - (bom ? 1 : 0),
            std::move(code),
            std::move(message)};
}

std::string in_quotes(std::string_view text) { return std::string("'").append(text).append("'"); }

}  // namespace hardfacts
