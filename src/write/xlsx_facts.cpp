#include "write/xlsx_facts.h"

#include <array>

#include "write/xlsx_text.h"

namespace hardfacts {

namespace {

/// What a column shows besides the fields of a fact.
enum Extra : std::size_t { report = fact_field::count, exact, roles, verdict, note };

struct Column {
    std::size_t shows;
    double width;
    XlsxStyle style = XlsxStyle::text;
};

constexpr auto id = XlsxStyle::id;
constexpr auto number = XlsxStyle::number;
constexpr auto date = XlsxStyle::date;

/// What is read first, from the left; all other fields are folded behind it.
constexpr std::array<Column, 27> shown = {{
    {report, 7, XlsxStyle::link},
    {fact_field::document, 24, id},
    {fact_field::date, 11.5, date},
    {fact_field::subject, 26},
    {fact_field::kind, 7},
    {fact_field::attribute, 18},
    {fact_field::direction, 9},
    {fact_field::relation, 9},
    {fact_field::value, 20, number},
    {fact_field::value_unit, 11},
    {fact_field::per, 9},
    {exact, 24, id},
    {fact_field::written, 18},
    {fact_field::unit, 9},
    {fact_field::value_min, 16, number},
    {fact_field::value_max, 16, number},
    {roles, 30},
    {fact_field::metric, 16},
    {fact_field::period, 14},
    {fact_field::modality, 12},
    {fact_field::attribution, 18},
    {fact_field::quote, 70},
    {fact_field::rule, 26, id},
    {fact_field::confidence, 11.5, number},
    {fact_field::fact, 16, id},
    {verdict, 10},
    {note, 30},
}};

constexpr double folded_width = 14;

XlsxStyle folded_style(std::size_t field) {
    constexpr std::array ids = {fact_field::anchor,   fact_field::restates,       fact_field::subject_id,
                                fact_field::role_ids, fact_field::attribution_id, fact_field::path,
                                fact_field::record};
    for (const std::size_t k : ids) {
        if (k == field) return id;
    }
    if (fact_columns[field].kind == CellKind::number) return number;
    return fact_columns[field].kind == CellKind::date ? date : XlsxStyle::text;
}

std::pair<std::string, std::string> described(std::size_t shows) {
    switch (shows) {
        case report: return {"report", "leads to the fact in the HTML report"};
        case exact:
            return {"value_exact",
                    "the exact value as text: a decimal of any length, the two ends of a range, a date. A number in a "
                    "cell has 15 digits; a value with more stands as text in its own column too"};
        case roles: return {"roles", "who and what else takes part, and as what"};
        case verdict: return {"verdict", "yours: accept, reject or unsure"};
        case note: return {"note", "yours: what is wrong, what it should be"};
        default: return {std::string(fact_columns[shows].name), std::string(fact_columns[shows].means)};
    }
}

std::vector<std::size_t> fields_of_columns(bool with_report) {
    std::vector<std::size_t> out;
    std::array<bool, fact_field::count> taken{};
    for (const Column& column : shown) {
        if (column.shows == report && !with_report) continue;
        if (column.shows < fact_field::count) taken[column.shows] = true;
        out.push_back(column.shows);
    }
    for (std::size_t k = 0; k < fact_field::count; ++k) {
        if (!taken[k]) out.push_back(k);
    }
    return out;
}

std::vector<XlsxColumn> columns_of(const std::vector<std::size_t>& fields) {
    std::vector<XlsxColumn> out;
    for (const std::size_t field : fields) {
        XlsxColumn column;
        column.heading = described(field).first;
        column.folded = true;
        column.width = folded_width;
        if (field < fact_field::count) column.style = folded_style(field);
        for (const Column& row : shown) {
            if (row.shows == field) column.folded = false, column.width = row.width, column.style = row.style;
        }
        if (field == verdict) {
            column.choices = {
                {"accept", 0xC6EFCE, 0x006100}, {"reject", 0xFFC7CE, 0x9C0006}, {"unsure", 0xFFEB9C, 0x7F6000}};
            column.help =
                "accept: right in every part. reject: something is wrong; say what in the note. unsure: the "
                "text does not tell.";
        }
        out.push_back(std::move(column));
    }
    return out;
}

std::string both_ends(const std::string& begin, const std::string& end) {
    return end.empty() || end == begin ? begin : begin + " – " + end;
}

std::string exact_value(const FactRow& row) {
    if (!row[fact_field::value].empty()) return row[fact_field::value];
    if (!row[fact_field::value_min].empty()) return both_ends(row[fact_field::value_min], row[fact_field::value_max]);
    return both_ends(row[fact_field::date_start], row[fact_field::date_end]);
}

std::string roles_of(const FactRow& row) {
    std::string out;
    for (std::size_t k = fact_field::holder; k <= fact_field::baseline; ++k) {
        if (row[k].empty()) continue;
        if (!out.empty()) out += "; ";
        out += std::string(fact_columns[k].name) + ": ";
        const std::vector<std::string> names = items_of(row[k]);
        for (std::size_t n = 0; n < names.size(); ++n) out += (n == 0 ? "" : ", ") + names[n];
    }
    return out;
}

/// The unit that a number of this field is in, for its format.
std::string_view unit_of(const FactRow& row, std::size_t field) {
    switch (field) {
        case fact_field::value:
        case fact_field::value_min:
        case fact_field::value_max: return row[fact_field::value_unit];
        case fact_field::number:
        case fact_field::min:
        case fact_field::max: return row[fact_field::unit];
        case fact_field::confidence: return "confidence";
        case fact_field::line:
        case fact_field::byte_start:
        case fact_field::byte_end: return "rank";  // without commas
        default: return "";
    }
}

}  // namespace

XlsxFacts::XlsxFacts(XlsxBook& book, std::string report_file, const XlsxLimits& limits)
    : report_(std::move(report_file)),
      fields_(fields_of_columns(!report_.empty())),
      sheet_(book, "Facts", columns_of(fields_), limits) {}

void XlsxFacts::add(const FactRow& row) {
    sheet_.begin_row();
    for (std::size_t k = 0; k < fields_.size(); ++k) {
        const std::size_t field = fields_[k];
        if (field == report) {
            const std::string link = xlsx_report_link(report_, row[fact_field::fact]);
            if (link.empty())
                sheet_.text(k, "too long");
            else
                sheet_.link(k, link);
        } else if (field == exact) {
            sheet_.text(k, exact_value(row));
        } else if (field == roles) {
            sheet_.text(k, roles_of(row));
        } else if (field >= fact_field::count) {
            continue;  // the reader's
        } else if (fact_columns[field].kind == CellKind::number) {
            sheet_.decimal(k, row[field], unit_of(row, field));
        } else if (fact_columns[field].kind == CellKind::date) {
            sheet_.date(k, row[field]);
        } else {
            sheet_.text(k, row[field]);
        }
    }
}

std::vector<std::pair<std::string, std::string>> xlsx_fact_columns(bool with_report) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::size_t field : fields_of_columns(with_report)) out.push_back(described(field));
    return out;
}

}  // namespace hardfacts
