#include "write/table.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "write/sample_record.h"
#include "write/width.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

std::string table_of(const Record& record, const View& view) {
    std::string out;
    append_table(out, record, view);
    return out;
}

/// A record with one fact, whose value this is.
std::string row_of(const Value& value, const char* direction = "") {
    Record record = full_record();
    record.facts[0].value = std::make_shared<const Value>(value);
    record.facts[0].direction = direction;
    std::istringstream lines(table_of(record, {}));
    std::string line;
    for (int k = 0; k < 3; ++k) std::getline(lines, line);
    return line;
}

}  // namespace

TEST_CASE("a document's name, title, counts and facts") {
    CHECK(table_of(full_record(), {}) ==
          "vultr.md\n"
          "  Vultr、24,000基を導入  ja, 2025-12-06: 2 mentions, 1 fact\n"
          "  AMD Instinct MI355X  units  24,000基  24000 unit  planned\n");
}

TEST_CASE("the line of the source is shown where the source is at hand") {
    View view;
    view.source = "一行。\n二行目\nここ、十字目から";
    const std::string table = table_of(full_record(), view);
    CHECK(table.find("\n  L3  AMD Instinct MI355X  ") != std::string::npos);
}

TEST_CASE("what was read of a value") {
    Value range = units_value();
    range.magnitude = between("80", "90");
    range.unit = "%";
    range.relation = Relation::range;
    range.points = true;
    Value rate = units_value();
    rate.relation = Relation::ge;
    rate.per = "GPU";
    rate.unit = "GB/s";
    Value day;
    day.date_start = "2025-07";
    day.date_end = "2025-09";
    CHECK(row_of(range).find("  80–90 % points  ") != std::string::npos);
    CHECK(row_of(rate, "up").find("  units ↑  24,000基  ≥ 24000 GB/s / GPU  ") != std::string::npos);
    CHECK(row_of(day, "down").find("  units ↓  24,000基  2025-07–2025-09  ") != std::string::npos);
}

TEST_CASE("the reading is shown where markup stands in the words") {
    Record record = full_record();
    record.facts[0].value_text = record.mentions[1].text = "**24,000**基";
    record.mentions[1].plain = "24,000基";
    const std::string table = table_of(record, {});
    CHECK(table.find("**") == std::string::npos);
    CHECK(table.find("  24,000基  ") != std::string::npos);
}

TEST_CASE("of many facts the best are shown, in the order of the text") {
    Record record = full_record();
    record.facts.clear();
    for (std::size_t k = 0; k < 20; ++k) {
        RecordFact fact = full_fact();
        fact.subject = EntityRef{"chip:x", "Chip " + std::to_string(k), ""};
        fact.confidence = k % 2 == 0 ? "0.9" : "0.10";
        if (k == 4) fact.subject.reset();
        fact.occurrences = {place(100 - k, 101 - k)};
        record.facts.push_back(fact);
    }
    View view;
    view.facts = 3;
    const std::string table = table_of(record, view);
    const auto at = [&](const char* name) { return table.find(name); };
    CHECK(at("Chip 6 ") < at("Chip 2 "));
    CHECK(at("Chip 2 ") < at("Chip 0 "));
    CHECK(at("Chip 0 ") != std::string::npos);
    CHECK(at("Chip 1 ") == std::string::npos);
    CHECK(at("Chip 8 ") == std::string::npos);
    CHECK(table.ends_with("  and 17 more facts\n"));
}

TEST_CASE("no line is wider than the terminal") {
    Record record = full_record();
    record.doc.id = std::string(300, 'x') + ".md";
    record.doc.title =
        "とても長い題名がここに続いていて、終わりが見えない。とても長い題名がここに続いていて、終わりが見えない。";
    record.facts[0].subject->name = "株式会社とても長い名前のホールディングス・インターナショナル";
    record.facts[0].attribute = "interconnect_bandwidth";
    record.facts[0].value_text = "毎秒およそ1,800ギガバイトにも達する帯域幅";
    Value value = *record.facts[0].value;
    value.per = "a thing whose name does not end before the line does";
    record.facts[0].value = std::make_shared<const Value>(std::move(value));
    for (std::size_t width = 60; width <= 200; width += 7) {
        View view;
        view.width = width;
        std::istringstream lines(table_of(record, view));
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
}

TEST_CASE("names from a document cannot steer the terminal") {
    Record record = full_record();
    record.doc.id = "evil\x1b[2J\nname";
    record.doc.title = "t\x1b]0;x\x07";
    record.facts[0].subject->name = "s\x1b[31m";
    record.facts[0].value_text = "v\r";
    CHECK(table_of(record, {}).find_first_of("\x1b\x07\r") == std::string::npos);
    View colour;
    colour.colour = true;
    CHECK(table_of(record, colour).starts_with("\x1b[1mevil[2J name\x1b[0m\n"));
}
