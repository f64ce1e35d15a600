#include "write/table.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "write/line_index.h"
#include "write/width.h"

namespace hardfacts {

namespace {

enum Column : std::size_t { line, subject, attribute, written, read, modality, column_count };
using Row = std::array<std::string, column_count>;
using Widths = std::array<std::size_t, column_count>;

constexpr std::string_view indent = "  ";
constexpr std::string_view gap = "  ";
constexpr Widths narrowest = {
    0, 6, 8, 8, 8, 4,
};
constexpr Widths widest = {8, 30, 24, 26, 34, 12};

std::string_view sign(Relation relation) {
    constexpr std::array<std::string_view, 7> signs = {"", "~ ", "≥ ", "> ", "≤ ", "< ", ""};
    return signs[static_cast<std::size_t>(relation)];
}

std::string value_read(const Value& value) {
    std::string out(sign(value.relation));
    if (value.magnitude.number) {
        out += value.magnitude.number->to_string();
    } else if (value.magnitude.min && value.magnitude.max) {
        out += value.magnitude.min->to_string() + "–" + value.magnitude.max->to_string();
    } else {
        out += value.date_start;
        if (!value.date_end.empty() && value.date_end != value.date_start) out += "–" + value.date_end;
    }
    if (!value.unit.empty()) out += ' ' + value.unit;
    if (value.points) out += " points";
    if (!value.per.empty()) out += " / " + value.per;
    return one_line(out);
}

std::string attribute_of(const RecordFact& fact) {
    if (fact.direction == "up") return fact.attribute + " ↑";
    if (fact.direction == "down") return fact.attribute + " ↓";
    return fact.attribute;
}

std::size_t place_of(const RecordFact& fact) {
    return fact.occurrences.empty() ? fact.evidence.span.character.begin : fact.occurrences.front().character.begin;
}

/// The facts to show: those with a subject first, then those of more confidence; in the order of the text again.
std::vector<const RecordFact*> best_facts(const Record& record, std::size_t limit) {
    std::vector<const RecordFact*> facts;
    for (const RecordFact& fact : record.facts) facts.push_back(&fact);
    const auto rank = [](const RecordFact& fact) {
        return std::pair(fact.subject.has_value(), Decimal::parse(fact.confidence).value_or(Decimal()));
    };
    if (facts.size() > limit) {
        std::stable_sort(facts.begin(), facts.end(), [&](auto* a, auto* b) { return rank(*b) < rank(*a); });
        facts.resize(limit);
    }
    std::stable_sort(facts.begin(), facts.end(), [](auto* a, auto* b) { return place_of(*a) < place_of(*b); });
    return facts;
}

std::vector<Row> rows_of(const Record& record, const View& view) {
    std::unordered_map<std::string_view, std::string_view> plain;
    for (const RecordMention& mention : record.mentions) {
        if (mention.plain) plain.emplace(mention.id, *mention.plain);
    }
    std::vector<Row> rows;
    const LineIndex lines(view.source);
    for (const RecordFact* fact : best_facts(record, view.facts)) {
        Row row;
        if (const std::size_t number = lines.line_of(place_of(*fact)); number != 0) {
            row[line] = 'L' + std::to_string(number);
        }
        row[subject] = fact->subject ? one_line(fact->subject->name) : "–";
        row[attribute] = attribute_of(*fact);
        const auto reading = plain.find(fact->value_mention);
        row[written] = one_line(reading == plain.end() ? std::string_view(fact->value_text) : reading->second);
        row[read] = value_read(*fact->value);
        row[modality] = fact->modality;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// As wide as the widest cell, then narrowed, widest column first, until a line fits.
Widths widths_for(const std::vector<Row>& rows, std::size_t total) {
    Widths widths{};
    for (const Row& row : rows) {
        for (std::size_t k = 0; k < column_count; ++k) {
            widths[k] = std::min(std::max(widths[k], display_width(row[k])), widest[k]);
        }
    }
    const auto taken = [&] {
        return indent.size() + std::accumulate(widths.begin(), widths.end(), gap.size() * (column_count - 1));
    };
    while (taken() > total) {
        std::size_t fattest = column_count;
        for (std::size_t k = 0; k < column_count; ++k) {
            if (widths[k] <= narrowest[k] || k == line) continue;
            if (fattest == column_count || widths[k] > widths[fattest]) fattest = k;
        }
        if (fattest == column_count) break;
        --widths[fattest];
    }
    return widths;
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + ' ' + std::string(what) + (count == 1 ? "" : "s");
}

class Ink {
public:
    explicit Ink(bool colour) : colour_(colour) {}
    std::string bold(const std::string& text) const { return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text; }
    std::string dim(const std::string& text) const { return colour_ ? "\x1b[2m" + text + "\x1b[0m" : text; }

private:
    bool colour_;
};

/// The document's name on a line; its title, cut to what the counts leave, and the counts on another.
void append_heading(std::string& out, const Record& record, const View& view, const Ink& ink) {
    const std::string id = shortened(one_line(record.doc.id), view.width);
    out += ink.bold(id) + '\n';
    std::string about = record.doc.title ? one_line(*record.doc.title) : "";
    std::string counts = record.lang;
    if (record.doc.published) counts += ", " + one_line(*record.doc.published);
    counts += ": " + counted(record.mentions.size(), "mention") + ", " + counted(record.facts.size(), "fact");
    if (!about.empty()) {
        const std::size_t room = view.width - std::min(view.width, indent.size() + gap.size() + display_width(counts));
        about = shortened(about, std::max<std::size_t>(room, 16)) + std::string(gap);
    }
    out += std::string(indent) + shortened(about + counts, view.width - std::min(view.width, indent.size())) + '\n';
}

}  // namespace

void append_table(std::string& out, const Record& record, const View& view) {
    const Ink ink(view.colour);
    append_heading(out, record, view, ink);
    const std::vector<Row> rows = rows_of(record, view);
    const Widths widths = widths_for(rows, view.width);
    for (const Row& row : rows) {
        out += indent;
        for (std::size_t k = 0; k < column_count; ++k) {
            if (widths[k] == 0) continue;
            const bool last = k + 1 == column_count;
            const std::string cell = last ? shortened(row[k], widths[k]) : fitted(row[k], widths[k]);
            out += k == line || last ? ink.dim(cell) : cell;
            if (!last) out += gap;
        }
        out += '\n';
    }
    if (rows.size() < record.facts.size()) {
        out += std::string(indent) + ink.dim("and " + counted(record.facts.size() - rows.size(), "more fact")) + '\n';
    }
}

}  // namespace hardfacts
