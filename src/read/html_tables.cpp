#include "read/html_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "model/utf8.h"
#include "read/html_tokens.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

using html::tag;

constexpr std::size_t rows_looked_at = 8;
constexpr std::size_t longest_cell = 2000;  // bytes; a cell of more is a column of the page

/// What is seen of one row.
struct Row {
    std::uint32_t cells = 0;
    std::uint32_t columns = 0;
    std::uint32_t headings = 0;  ///< th
    std::uint32_t filled = 0;    ///< cells with text
    std::uint32_t labels = 0;    ///< filled cells behind the first that begin with a letter, or are a year
    std::uint32_t numbers = 0;   ///< filled cells behind the first that are none
    bool blank_corner = false;
    bool in_head = false;
};

struct Table {
    std::size_t index;  ///< in the result
    std::uint32_t end;
    std::array<Row, rows_looked_at> first{};
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    bool layout = false;
    std::uint32_t head_end = 0;
    std::uint32_t cell_end = 0;
    std::string cell;  ///< the beginning of the open cell's text
    std::size_t cell_size = 0;
};

bool is_label(std::string_view text) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    const bool century = text.substr(0, 2) == "19" || text.substr(0, 2) == "20";
    if (century && digit(2) && digit(3) && !digit(4) && text.size() <= 8) return true;  // 2025, 2025年
    const char32_t first = decode_at(text, 0).value;
    return is_latin(first) || is_hiragana(first) || is_katakana(first) || is_han(first);
}

/// The first bytes, whole code points.
std::string_view beginning_of(std::string_view text) {
    std::size_t size = std::min<std::size_t>(text.size(), 64);
    while (size < text.size() && !is_lead(text[size])) --size;
    return text.substr(0, size);
}

void close_row_cell(Table& table) {
    if (table.cell_end == 0) return;
    table.cell_end = 0;
    if (table.cell_size > longest_cell) table.layout = true;
    if (table.rows == 0 || table.rows > rows_looked_at) return;
    Row& row = table.first[table.rows - 1];
    std::string_view text = trimmed(table.cell);
    for (const std::string_view blank : {"&nbsp;", "&#160;", "\xC2\xA0", "\xE3\x80\x80"}) {
        while (text.substr(0, blank.size()) == blank) text = trimmed(text.substr(blank.size()));
    }
    if (text.empty()) {
        if (row.cells == 1) row.blank_corner = true;
        return;
    }
    ++row.filled;
    if (row.cells > 1) ++(is_label(text) ? row.labels : row.numbers);
}

/// A title over all columns, or a row whose corner is left blank for the names of rows below.
bool is_title(const Row& row) { return row.filled == 1 && row.columns > 1 && row.cells == 1; }

std::uint32_t header_rows_of(const Table& table) {
    const auto seen = std::min<std::uint32_t>(table.rows, rows_looked_at);
    const auto row = [&](std::uint32_t k) -> const Row& { return table.first[k]; };
    std::uint32_t count = 0;
    while (count < seen && row(count).in_head) ++count;
    if (count > 0) return count;
    while (count < seen && row(count).cells > 0 && row(count).headings == row(count).cells) ++count;
    if (count > 0) return std::min(count, table.rows - 1);
    bool corner = false;
    while (count < seen && (is_title(row(count)) || (row(count).blank_corner && row(count).filled > 0))) {
        corner = corner || row(count).blank_corner;
        ++count;
    }
    if (!corner && count + 1 < seen && row(count).numbers == 0 && row(count).labels > 0 && row(count).headings == 0 &&
        (table.columns > 2 || row(count + 1).numbers > 0)) {
        ++count;
    }
    return count < table.rows ? count : 0;
}

class Survey {
public:
    Survey(std::string_view source, const HtmlTree& tree) : source_(source), tree_(tree) {}

    std::vector<HtmlTable> run() {
        for (std::uint32_t at = 0; at < tree_.size(); ++at) {
            while (!open_.empty() && open_.back().end <= at) close();
            if (tree_[at].tag == tag("table")) {
                open_table(at);
            } else if (!open_.empty()) {
                look_at(at);
            }
        }
        while (!open_.empty()) close();
        return std::move(found_);
    }

private:
    void open_table(std::uint32_t at) {
        if (!open_.empty()) open_.back().layout = true;
        Table table;
        table.index = found_.size();
        table.end = tree_[at].end;
        const Span role = attribute_value(source_, tree_[at].range, "role");
        table.layout = slice(source_, role) == "presentation" || slice(source_, role) == "none";
        found_.push_back({at, false, 0});
        open_.push_back(std::move(table));
    }

    void close() {
        Table& table = open_.back();
        close_row_cell(table);
        HtmlTable& result = found_[table.index];
        result.data = !table.layout && table.rows > 1 && table.columns > 1;
        result.header_rows = result.data ? header_rows_of(table) : 0;
        open_.pop_back();
    }

    void look_at(std::uint32_t at) {
        const HtmlNode& node = tree_[at];
        Table& table = open_.back();
        if (table.cell_end != 0 && table.cell_end <= at) close_row_cell(table);
        if ((html_kind(node.tag) & html::is_heading) != 0) table.layout = true;
        if (node.tag == tag("thead")) table.head_end = node.end;
        if (node.tag == tag("tr")) {
            ++table.rows;
            if (table.rows <= rows_looked_at) table.first[table.rows - 1].in_head = at < table.head_end;
        } else if ((node.tag == tag("td") || node.tag == tag("th")) && table.rows > 0) {
            const std::uint32_t span = cell_span(source_, node, "colspan", most_columns);
            Row spare;
            Row& row = table.rows <= rows_looked_at ? table.first[table.rows - 1] : spare;
            ++row.cells;
            row.columns += span;
            row.headings += node.tag == tag("th") ? 1U : 0U;
            table.columns = std::max(table.columns, row.columns);
            table.cell_end = node.end;
            table.cell.clear();
            table.cell_size = 0;
        } else if (node.tag == html_text && at < table.cell_end) {
            const std::string_view text = trimmed(slice(source_, node.range));
            table.cell_size += text.size();
            if (table.cell.size() < 64) table.cell += beginning_of(text);
        }
    }

    std::string_view source_;
    const HtmlTree& tree_;
    std::vector<Table> open_;
    std::vector<HtmlTable> found_;
};

}  // namespace

std::uint32_t cell_span(std::string_view source, const HtmlNode& cell, std::string_view name, std::uint32_t most) {
    if (cell.range.size() < 12) return 1;  // <td>, and no room for an attribute
    const std::string_view written = trimmed(slice(source, attribute_value(source, cell.range, name)));
    std::uint32_t number = 1;
    const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (fault == std::errc::result_out_of_range) return most;
    return fault == std::errc{} ? std::clamp<std::uint32_t>(number, 1, most) : 1;
}

std::vector<HtmlTable> survey_tables(std::string_view source, const HtmlTree& tree) {
    return Survey(source, tree).run();
}

}  // namespace hardfacts
