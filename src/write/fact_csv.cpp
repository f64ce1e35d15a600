#include "write/fact_csv.h"

#include <algorithm>
#include <array>

#include "write/fact_row.h"

namespace hardfacts {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    return digits(text.substr(0, point)) && (point == text.size() || digits(text.substr(point + 1)));
}

/// "2025", "2025-12", "2025-12-06", "2025-12-06T10:00:00+09:00": what a date column may hold as it stands.
bool is_date(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddT";
    for (std::size_t k = 0; k < std::min(text.size(), form.size()); ++k) {
        if (form[k] == 'd' ? !is_digit(text[k]) : text[k] != form[k]) return false;
    }
    const bool whole = text.size() == 4 || text.size() == 7 || text.size() == 10;
    return whole || (text.size() > form.size() &&
                     text.substr(form.size()).find_first_not_of("0123456789-:.+Z") == std::string_view::npos);
}

/// Digits and the marks that stand in numbers, dates and times, but no plain number of up to 15 digits.
bool reads_as_another(std::string_view text) {
    if (text.find_first_not_of("0123456789.,:/-+eE ") != std::string_view::npos) return false;
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (digits == 0) return false;
    return digits > 15 || text.find_first_of(":/-+eE") != std::string_view::npos ||
           (text[0] == '0' && text.size() > 1 && is_digit(text[1]));
}

bool begins_dangerously(std::string_view text) {
    constexpr std::array<std::string_view, 9> marks = {"=", "+", "-", "@", "'", "＝", "＋", "－", "＠"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

bool divides(char c) { return c == ';' || c == '\t' || c == '\n' || c == '\r'; }

/// The size of the white space that `text` begins with and that a spreadsheet passes over.
std::size_t spaces_at(std::string_view text) {
    constexpr std::array<std::string_view, 5> spaces = {" ", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B",
                                                        "\xEF\xBB\xBF"};
    for (const std::string_view space : spaces) {
        if (text.starts_with(space)) return space.size();
    }
    return 0;
}

/// Calls take(offset) where `text` begins and behind each place where a program may divide it, past spaces.
template <class Take>
void each_beginning(std::string_view text, Take&& take) {
    std::size_t at = 0;
    for (;;) {
        while (const std::size_t size = spaces_at(text.substr(at))) at += size;
        take(at);
        while (at < text.size() && !divides(text[at])) ++at;
        if (at++ == text.size()) return;
    }
}

std::string cell_of(std::string_view text, CellKind kind) {
    if (text.empty()) return "";
    if (kind == CellKind::number && is_decimal(text)) return std::string(text);
    if (kind == CellKind::date && is_date(text)) return std::string(text);
    return guarded(text);
}

void append_cell(std::string& out, std::string_view cell, char separator) {
    const bool quoted =
        cell.starts_with(' ') || cell.ends_with(' ') || std::any_of(cell.begin(), cell.end(), [&](char c) {
            return c == separator || c == '"' || c == '\n' || c == '\r' || c == '\t';
        });
    if (!quoted) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_rows(std::string& out, const Record& record, const View& view, char separator) {
    for (const FactRow& row : fact_rows(record, view.source)) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (k != 0) out += separator;
            append_cell(out, cell_of(row[k], fact_columns[k].kind), separator);
        }
        out += "\r\n";
    }
}

}  // namespace

void append_csv(std::string& out, const Record& record, const View& view) { append_rows(out, record, view, ','); }
void append_tsv(std::string& out, const Record& record, const View& view) { append_rows(out, record, view, '\t'); }

std::string guarded(std::string_view text) {
    std::string out;
    std::size_t copied = 0;
    bool first = true;
    each_beginning(text, [&](std::size_t at) {
        out += text.substr(copied, at - copied);
        copied = at;
        const std::string_view rest = text.substr(at);
        const bool whole = first && (reads_as_another(rest) || (!rest.empty() && divides(rest[0])));
        if (whole || begins_dangerously(rest)) out += '\'';
        first = false;
    });
    return out += text.substr(copied);
}

std::string unguarded(std::string_view text) {
    std::string out;
    std::size_t copied = 0;
    each_beginning(text, [&](std::size_t at) {
        out += text.substr(copied, at - copied);
        copied = at + (at < text.size() && text[at] == '\'' ? 1 : 0);
    });
    return out += text.substr(std::min(copied, text.size()));
}

}  // namespace hardfacts
