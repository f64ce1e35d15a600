#include "write/statistics.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "write/sample_record.h"
#include "write/width.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

Record record_of(const char* published, std::initializer_list<const char*> confidences) {
    Record record = full_record();
    record.doc.published = published;
    record.facts.clear();
    for (const char* confidence : confidences) {
        record.facts.push_back(full_fact());
        record.facts.back().confidence = confidence;
    }
    return record;
}

std::vector<std::pair<std::string, std::size_t>> items(const Statistics& statistics, std::string_view name) {
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const auto& section : statistics.sections()) {
        if (section.name != name) continue;
        for (const auto& item : section.items) out.emplace_back(item.label, item.count);
    }
    return out;
}

using Items = std::vector<std::pair<std::string, std::size_t>>;

}  // namespace

TEST_CASE("facts are counted in every section") {
    Statistics statistics;
    statistics.add(record_of("2025-12-06", {"0.95", "1", "0.9"}));
    Record other = record_of("2024", {"0.89", "0.05"});
    other.doc.id = "other.md";
    other.facts[0].subject = EntityRef{"company:vultr", "Vultr", ""};  // and the holder, yet one fact
    other.facts[1].subject.reset();
    other.facts[1].roles.clear();
    other.facts[1].kind = "spec";
    statistics.add(other);
    Record dateless = record_of("", {"0"});
    dateless.doc.published.reset();
    statistics.add(dateless);
    CHECK(statistics.documents() == 3);
    CHECK(statistics.facts() == 6);
    CHECK(items(statistics, "kind") == Items{{"count", 5}, {"spec", 1}});
    CHECK(items(statistics, "company") == Items{{"AMD", 5}, {"Vultr", 5}});
    CHECK(items(statistics, "document") == Items{{"vultr.md", 4}, {"other.md", 2}});
    CHECK(items(statistics, "month") == Items{{"2024", 2}, {"2025-12", 3}, {"no date", 1}});
    CHECK(items(statistics, "confidence") == Items{{"0.9–1.0", 3}, {"0.8–0.9", 1}, {"0.0–0.1", 2}});
    CHECK(items(statistics, "warning") == Items{{"currency.assumed", 3}, {"read.note", 3}});
}

TEST_CASE("charts") {
    Statistics statistics;
    statistics.add(record_of("2025-12-06", {"0.95", "0.95", "0.5"}));
    std::string out;
    statistics.append_text(out, {60, 10, false});
    CHECK(out.starts_with("1 document, 3 facts, 1 relation, 2 mentions\n\nkind\n  count  3 100.0 %  ██████"));
    CHECK(out.find("\nconfidence\n  0.9–1.0  2  66.6 %  ██████████████████████████████████████\n"
                   "  0.5–0.6  1  33.3 %  ███████████████████\n") != std::string::npos);
    out.clear();
    statistics.append_text(out, {60, 1, true});
    CHECK(out.find("\x1b[1mconfidence\x1b[0m\n") != std::string::npos);
    CHECK(out.find("  \x1b[2mand 1 more\x1b[0m\n") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal") {
    Statistics statistics;
    Record record = record_of("2025-12-06", {"0.95"});
    record.doc.id = "とても長い名前の記事とても長い名前の記事とても長い名前の記事.md";
    record.facts[0].attribute = std::string(300, 'a');
    statistics.add(record);
    for (const std::size_t width : {std::size_t{60}, std::size_t{100}, std::size_t{200}}) {
        std::string out;
        statistics.append_text(out, {width, 10, false});
        std::istringstream lines(out);
        for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= width);
    }
}

TEST_CASE("statistics for programs") {
    Statistics statistics;
    std::string out;
    statistics.append_json(out);
    CHECK(out.starts_with("{\"schema\":\"hardfacts-stats/1\",\"documents\":0,\"facts\":0,"));
    CHECK(out.ends_with(",\"warning\":[]}\n"));
    statistics.add(record_of("2025-12-06", {"0.95"}));
    out.clear();
    statistics.append_json(out);
    CHECK(out.find("\"company\":[{\"key\":\"company:amd\",\"label\":\"AMD\",\"facts\":1},"
                   "{\"key\":\"company:vultr\",\"label\":\"Vultr\",\"facts\":1}]") != std::string::npos);
}
