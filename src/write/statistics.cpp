#include "write/statistics.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "model/decimal.h"
#include "write/json_text.h"
#include "write/width.h"

namespace hardfacts {

namespace {

constexpr std::string_view undated = "no date";

/// "0.8–0.9" holds 0.8 and not 0.9; the uppermost holds 1.
std::string band_of(std::string_view confidence) {
    const Decimal value = Decimal::parse(confidence).value_or(Decimal());
    long long tenth = 9;
    while (tenth > 0 && value < Decimal(tenth).scaled(-1)) --tenth;
    return "0." + std::to_string(tenth) + "–" + (tenth == 9 ? "1.0" : "0." + std::to_string(tenth + 1));
}

std::string month_of(const Record& record) {
    const std::string published = record.doc.published.value_or("");
    const bool month = published.size() >= 7 && published[4] == '-';
    if (month) return published.substr(0, 7);
    return published.size() == 4 ? published : std::string(undated);
}

/// 12,345
std::string grouped(std::size_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
    return out;
}

/// Tenths of a percent, rounded down: "43.7 %".
std::string share(std::size_t part, std::size_t whole) {
    const std::size_t tenths = whole == 0 ? 0 : part * 1000 / whole;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

/// A bar of part / whole of `columns`, in eighths of a column; something for whatever is more than nothing.
std::string bar(std::size_t part, std::size_t whole, std::size_t columns) {
    constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    std::size_t length = whole == 0 ? 0 : part * columns * 8 / whole;
    if (part != 0) length = std::max<std::size_t>(length, 1);
    std::string out;
    for (std::size_t k = 0; k < length / 8; ++k) out += "█";
    return out += eighths[length % 8];
}

std::string right(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, display_width(text)), ' ') + text;
}

class Ink {
public:
    explicit Ink(bool colour) : colour_(colour) {}
    std::string bold(const std::string& text) const { return in("1", text); }
    std::string dim(const std::string& text) const { return in("2", text); }
    std::string bar(const std::string& text) const { return in("36", text); }

private:
    std::string in(const char* code, const std::string& text) const {
        return colour_ ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
    }
    bool colour_;
};

std::string counted(std::size_t count, std::string_view what) {
    return grouped(count) + ' ' + std::string(what) + (count == 1 ? "" : "s");
}

/// The items that are shown: the first, but of months the last.
std::pair<std::size_t, std::size_t> shown_of(const Statistics::Section& section, std::size_t most) {
    const std::size_t size = section.items.size();
    if (most == 0 || size <= most) return {0, size};
    return section.name == "month" ? std::pair(size - most, size) : std::pair(std::size_t{0}, most);
}

void append_chart(std::string& out, const Statistics::Section& section, std::size_t total, const StatisticsView& view) {
    const Ink ink(view.colour);
    const auto [begin, end] = shown_of(section, view.most);
    std::size_t label_width = 0, count_width = 0, most = 0;
    std::vector<std::string> labels;
    for (std::size_t k = begin; k < end; ++k) {
        labels.push_back(one_line(section.items[k].label));
        label_width = std::max(label_width, display_width(labels.back()));
        count_width = std::max(count_width, grouped(section.items[k].count).size());
        most = std::max(most, section.items[k].count);
    }
    constexpr std::size_t share_width = 8;  // "100.0 %" and a space before it
    label_width = std::min(label_width, view.width * 2 / 5);
    const std::size_t before = 2 + label_width + 2 + count_width + share_width + 2;
    const std::size_t room = std::min<std::size_t>(view.width - std::min(view.width, before), 50);
    out += '\n' + ink.bold(std::string(section.name)) + '\n';
    for (std::size_t k = begin; k < end; ++k) {
        const Statistics::Item& item = section.items[k];
        out += "  " + fitted(labels[k - begin], label_width) + "  " + right(grouped(item.count), count_width) +
               ink.dim(right(share(item.count, total), share_width)) + "  " + ink.bar(bar(item.count, most, room)) +
               '\n';
    }
    const std::size_t left = section.items.size() - (end - begin);
    if (left != 0) out += "  " + ink.dim("and " + grouped(left) + (begin == 0 ? " more" : " earlier")) + '\n';
}

}  // namespace

void Statistics::add_fact(const RecordFact& fact) {
    ++kinds_[fact.kind].count;
    ++attributes_[fact.attribute].count;
    ++modalities_[fact.modality].count;
    ++bands_[band_of(fact.confidence)].count;
    if (!fact.subject) ++open_;
    std::set<std::string_view> companies;  // a fact counts once for each company in it
    const auto count = [&](const EntityRef& ref) {
        if (!ref.entity.starts_with("company:") || !companies.insert(ref.entity).second) return;
        Count& company = companies_[ref.entity];
        if (company.label.empty()) company.label = ref.name;
        ++company.count;
    };
    if (fact.subject) count(*fact.subject);
    for (const auto& [role, entities] : fact.roles) std::for_each(entities.begin(), entities.end(), count);
}

void Statistics::add(const Record& record) {
    ++documents_;
    facts_ += record.facts.size();
    relations_ += record.relations.size();
    mentions_ += record.mentions.size();
    for (const RecordFact& fact : record.facts) add_fact(fact);
    for (const RecordWarning& warning : record.warnings) ++warnings_[warning.code].count;
    if (record.facts.empty()) return;
    document_facts_[record.doc.id].count += record.facts.size();
    months_[month_of(record)].count += record.facts.size();
}

std::vector<Statistics::Section> Statistics::sections() const {
    enum class Order { count, key, key_down };
    struct Row {
        std::string_view name, counted;
        const Counts* counts;
        Order order;
    };
    const std::array<Row, 8> rows = {{{"kind", "facts", &kinds_, Order::count},
                                      {"attribute", "facts", &attributes_, Order::count},
                                      {"company", "facts", &companies_, Order::count},
                                      {"document", "facts", &document_facts_, Order::count},
                                      {"month", "facts", &months_, Order::key},
                                      {"modality", "facts", &modalities_, Order::count},
                                      {"confidence", "facts", &bands_, Order::key_down},
                                      {"warning", "warnings", &warnings_, Order::count}}};
    std::vector<Section> out;
    for (const Row& row : rows) {
        Section section{row.name, row.counted, {}};
        for (const auto& [key, count] : *row.counts) {
            section.items.push_back({key, count.label.empty() ? key : count.label, count.count});
        }
        if (row.order == Order::count) {
            std::stable_sort(section.items.begin(), section.items.end(),
                             [](const Item& a, const Item& b) { return a.count > b.count; });
        } else if (row.order == Order::key_down) {
            std::reverse(section.items.begin(), section.items.end());
        }
        out.push_back(std::move(section));
    }
    return out;
}

void Statistics::append_text(std::string& out, const StatisticsView& view) const {
    std::string totals = counted(documents_, "document") + ", " + counted(facts_, "fact");
    if (open_ != 0) totals += " (" + grouped(open_) + " without a subject)";
    totals += ", " + counted(relations_, "relation") + ", " + counted(mentions_, "mention");
    out += shortened(totals, view.width) + '\n';
    for (const Section& section : sections()) {
        std::size_t total = facts_;
        if (section.counted != "facts") {
            total = 0;
            for (const Item& item : section.items) total += item.count;
        }
        if (!section.items.empty()) append_chart(out, section, total, view);
    }
}

void Statistics::append_json(std::string& out) const {
    const std::pair<std::string_view, std::size_t> totals[] = {{"documents", documents_},
                                                               {"facts", facts_},
                                                               {"facts_without_subject", open_},
                                                               {"relations", relations_},
                                                               {"mentions", mentions_}};
    out += "{\"schema\":\"hardfacts-stats/1\"";
    for (const auto& [name, count] : totals) out += ",\"" + std::string(name) + "\":" + std::to_string(count);
    for (const Section& section : sections()) {
        out += ",\"" + std::string(section.name) + "\":[";
        for (std::size_t k = 0; k < section.items.size(); ++k) {
            const Item& item = section.items[k];
            out += k == 0 ? "{\"key\":" : ",{\"key\":";
            append_json_string(out, item.key);
            out += ",\"label\":";
            append_json_string(out, item.label);
            out += ",\"" + std::string(section.counted) + "\":" + std::to_string(item.count) + '}';
        }
        out += ']';
    }
    out += "}\n";
}

}  // namespace hardfacts
