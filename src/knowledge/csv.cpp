#include "knowledge/csv.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <set>

#include "model/bytes16.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// Places are kept in 32 bits, and cells whose doubled quotes were undone stand behind the source.
constexpr std::size_t largest_source = 2'000'000'000;

/// Finds the bytes that end a cell, sixty-four at once: most cells are shorter than a search by one comparison each.
class CellEnds {
public:
    explicit CellEnds(std::string_view source) : source_(source) { look(0); }

    /// The first comma, quote or line feed at or behind `at`; the source's size where none is.
    std::size_t next(std::size_t at) {
        if (at >= source_.size()) return source_.size();
        if (at - begin_ >= width) look(at - at % width);
        std::uint64_t rest = ends_ & ~std::uint64_t{0} << (at - begin_);
        while (rest == 0) {
            if (begin_ + width >= source_.size()) return source_.size();
            look(begin_ + width);
            rest = ends_;
        }
        return begin_ + static_cast<std::size_t>(std::countr_zero(rest));
    }

private:
    static constexpr std::size_t width = 64;

    void look(std::size_t begin) {
        begin_ = begin;
        ends_ = 0;
        for (std::size_t k = 0; k < width && begin + k < source_.size(); k += sizeof(Bytes16)) {
            const Bytes16 bytes = load16(source_, begin + k);
            ends_ |= std::uint64_t{set_bits((bytes == ',') | (bytes == '\n') | (bytes == '"'))} << k;
        }
    }

    std::string_view source_;
    std::size_t begin_ = 0;
    std::uint64_t ends_ = 0;
};

}  // namespace

/// Cuts the source into records, one call a record.
class CsvTable::Parser {
public:
    Parser(CsvTable& table, std::string_view source) : table_(table), source_(source), ends_(source) {
        if (source_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    /// Appends the next record that is not an empty line; false at the end.
    bool next(std::vector<Cell>& cells, Diagnostics& faults) {
        faults_ = &faults;
        while (at_ < source_.size() && take_break()) {
        }
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

    /// What stands behind the source: the cells whose doubled quotes were undone, one behind the other.
    const std::string& undoubled() const { return undoubled_; }

private:
    char next_character() const { return at_ < source_.size() ? source_[at_] : '\n'; }

    bool take(char c) {
        if (at_ >= source_.size() || source_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool take_break() {
        if (source_[at_] == '\r' && source_.substr(at_ + 1).starts_with('\n')) {
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
        faults_->push_back(table_.fault_at(offset, code, message));
    }

    static Cell cell(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    Cell bare() {
        const std::size_t begin = at_;
        std::size_t end = ends_.next(at_), quote = source_.size();
        if (end < source_.size() && source_[end] == ',') {  // most cells
            at_ = end;
            return cell(begin, end);
        }
        for (; end < source_.size() && source_[end] == '"'; end = ends_.next(end + 1)) quote = std::min(quote, end);
        if (end < source_.size() && source_[end] == '\n' && end > begin && source_[end - 1] == '\r') --end;
        at_ = end;
        if (quote < end) {
            tell(quote, "csv.quote", "quote inside an unquoted cell; put the cell in quotes and double it");
        }
        return cell(begin, end);
    }

    Cell quoted() {
        const std::size_t begin = ++at_;
        bool doubled = false;
        while (true) {
            at_ = source_.find('"', at_);
            if (at_ == std::string_view::npos) {
                tell(begin - 1, "csv.unclosed_quote", "quote is never closed; close it or double it");
                at_ = source_.size();
                return cell(begin, at_);
            }
            ++at_;
            if (next_character() != '"' || at_ >= source_.size()) break;
            doubled = true;
            ++at_;
        }
        return doubled ? undone(begin, at_ - 1) : cell(begin, at_ - 1);
    }

    Cell undone(std::size_t begin, std::size_t end) {
        const std::size_t made = source_.size() + undoubled_.size();
        for (std::size_t k = begin; k < end; ++k) {
            undoubled_ += source_[k];
            if (source_[k] == '"') ++k;
        }
        const Cell result = cell(made, source_.size() + undoubled_.size());
        table_.undoubled_.emplace_back(result.begin, static_cast<std::uint32_t>(begin));
        return result;
    }

    CsvTable& table_;
    std::string_view source_;
    CellEnds ends_;
    Diagnostics* faults_ = nullptr;
    std::string undoubled_ = "\n";  // so that none begins where an empty cell ends the source
    std::size_t at_ = 0;
};

CsvTable CsvTable::parse(std::string file, std::string source, std::initializer_list<std::string_view> required,
                         Diagnostics& faults) {
    CsvTable table;
    table.file_ = std::move(file);
    table.source_size_ = source.size();
    const auto text = std::make_shared<std::string>(std::move(source));
    table.text_ = text;
    if (const std::size_t bad = find_invalid_utf8(*text); bad != std::string_view::npos) {
        faults.push_back(table.fault_at(bad, "csv.utf8", "not UTF-8; save the file as UTF-8"));
        return table;
    }
    if (text->size() > largest_source) {
        faults.push_back(table.fault_at(0, "csv.too_large", "larger than 2 GB; split the file"));
        return table;
    }
    Parser parser(table, *text);
    if (!parser.next(table.header_, faults)) {
        faults.push_back(table.fault_at(0, "csv.empty", "the file is empty; its first line must name the columns"));
        return table;
    }
    table.width_ = table.header_.size();
    Diagnostics row_faults;
    table.take_rows(parser, row_faults);
    text->append(parser.undoubled());
    table.check_header(required, faults);
    faults.insert(faults.end(), std::make_move_iterator(row_faults.begin()), std::make_move_iterator(row_faults.end()));
    return table;
}

void CsvTable::take_rows(Parser& parser, Diagnostics& faults) {
    cells_.reserve(text_->size() / 4);  // a cell and its comma; of what is not used nothing is touched
    std::uint32_t number = 0;
    for (std::size_t first = 0; parser.next(cells_, faults); first = cells_.size()) {
        const std::size_t cells = cells_.size() - first;
        if (cells == width_) {
            numbers_.push_back(number++);
            continue;
        }
        ++number;
        faults.push_back(fault_at(offset_of(cells_[first]), "csv.cell_count",
                                  std::to_string(cells) + " cells where the header has " + std::to_string(width_) +
                                      "; a comma is missing, or too many"));
        cells_.resize(first);
    }
    own_rows_ = rows();
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
        const std::string_view name = upper.text_of(upper.header_[k]);
        if (const auto here = column(name)) {
            from[*here] = k;
            continue;
        }
        std::string known;
        for (const std::string& one : header()) known += (known.empty() ? "" : ", ") + one;
        faults.push_back(upper.fault_at(upper.offset_of(upper.header_[k]), "csv.unknown_column",
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
        const std::uint32_t begin = upper.cells_[row * upper.width_].begin;
        for (const auto& column : from) {
            cells_.push_back(column ? upper.cells_[row * upper.width_ + *column] : Cell{begin, 0});
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

void CsvTable::check_header(std::initializer_list<std::string_view> required, Diagnostics& faults) const {
    for (std::size_t k = 0; k < width_; ++k) {
        const std::string_view name = text_of(header_[k]);
        if (column(name) != k) {
            faults.push_back(fault_at(offset_of(header_[k]), "csv.duplicate_column",
                                      "column " + in_quotes(name) + " stands twice; remove one"));
        }
    }
    for (const std::string_view name : required) {
        if (column(name)) continue;
        faults.push_back(fault_at(offset_of(header_.front()), "csv.missing_column",
                                  "column " + in_quotes(name) + " is missing from the header; add it"));
    }
}

std::vector<std::string> CsvTable::header() const {
    std::vector<std::string> names;
    for (const Cell& cell : header_) names.emplace_back(text_of(cell));
    return names;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    for (std::size_t k = 0; k < header_.size(); ++k) {
        if (text_of(header_[k]) == name) return k;
    }
    return std::nullopt;
}

CsvTable::Texts CsvTable::texts() const {
    Texts all{text_};
    for (const auto& upper : uppers_) all.push_back(upper->table.text_);
    return all;
}

Diagnostic CsvTable::fault(std::size_t row, std::size_t column, std::string code, std::string message,
                           std::size_t inside) const {
    const CsvTable& place = file_of(row);
    return place.fault_at(place.offset_of(cells_[row * width_ + column]) + inside, std::move(code), std::move(message));
}

std::size_t CsvTable::offset_of(Cell cell) const {
    if (cell.begin < source_size_) return cell.begin;
    const auto made = std::lower_bound(undoubled_.begin(), undoubled_.end(), std::pair(cell.begin, std::uint32_t{0}));
    return made == undoubled_.end() ? cell.begin : made->second;
}

Diagnostic CsvTable::fault_at(std::size_t offset, std::string code, std::string message) const {
    const std::string_view source = std::string_view(*text_).substr(0, source_size_);
    if (line_begins_.empty()) {
        line_begins_.push_back(0);
        for (std::size_t at = source.find('\n'); at != std::string_view::npos; at = source.find('\n', at + 1)) {
            line_begins_.push_back(at + 1);
        }
    }
    const auto behind = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    const std::size_t line_begin = *std::prev(behind);
    const std::string_view line = source.substr(line_begin, offset - line_begin);
    const bool bom = line.starts_with("\xEF\xBB\xBF");
    return {Severity::error,
            file_,
            static_cast<std::size_t>(behind - line_begins_.begin()),
            1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_lead)) - (bom ? 1 : 0),
            std::move(code),
            std::move(message)};
}

std::string in_quotes(std::string_view text) { return std::string("'").append(text).append("'"); }

}  // namespace hardfacts
