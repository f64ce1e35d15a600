#include "write/fact_row.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// The cells that are not empty, by their columns' names.
std::map<std::string, std::string> filled(const Record& record, std::string_view source = "") {
    std::map<std::string, std::string> out;
    const std::vector<FactRow> rows = fact_rows(record, source);
    REQUIRE(!rows.empty());
    for (std::size_t k = 0; k < rows[0].size(); ++k) {
        if (!rows[0][k].empty()) out.emplace(fact_columns[k].name, rows[0][k]);
    }
    return out;
}

using Cells = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("every member of a fact has its cell") {
    CHECK(filled(full_record(), "一行。\n二行目\nここ、十字目から") ==
          Cells{{"document", "vultr.md"},
                {"title", "Vultr、24,000基を導入"},
                {"date", "2025-12-06"},
                {"subject", "AMD Instinct MI355X"},
                {"kind", "count"},
                {"attribute", "units"},
                {"relation", "eq"},
                {"value", "24000"},
                {"value_unit", "unit"},
                {"written", "24,000基"},
                {"number", "24000"},
                {"unit", "unit"},
                {"holder", "Vultr; AMD"},
                {"location", "Ohio"},
                {"segment", "data centre"},
                {"condition", "電力が足りれば"},
                {"period", "2026年度"},
                {"period_start", "2026-04-01"},
                {"modality", "planned"},
                {"attribution", "会社側"},
                {"quote", "24,000基を入れる"},
                {"confidence", "0.95"},
                {"rule", "count.units.deploy.ja"},
                {"fact", "f_1"},
                {"anchor", "a_1"},
                {"restates", "f_2"},
                {"subject_id", "chip:amd-instinct-mi355x"},
                {"role_ids", "holder=company:vultr; holder=company:amd; location=place:ohio"},
                {"attribution_id", "company:vultr"},
                {"line", "3"},
                {"byte_start", "30"},
                {"byte_end", "51"},
                {"occurrences", "2"},
                {"language", "ja"},
                {"path", "news/vultr.md"}});
}

TEST_CASE("a fact of which little is known") {
    Record record = full_record();
    RecordFact& fact = record.facts[0];
    fact.subject.reset();
    fact.attribution.reset();
    fact.evidence.plain.reset();
    fact.roles = {{"mentor", {{"person:x", "X", ""}}}};
    fact.qualifiers = {{"colour", "blue; green"}, {"metric", "EPS"}, {"odd=name", "\\"}};
    Value range;
    range.magnitude = between("8", "9");
    range.base = between("80", "90");
    range.unit = "割";
    range.base_unit = "%";
    range.relation = Relation::range;
    range.points = true;
    range.per = "GPU";
    fact.value = std::make_shared<const Value>(range);
    fact.direction = "up";
    Cells cells = filled(record);
    CHECK_FALSE(cells.contains("subject"));
    CHECK_FALSE(cells.contains("subject_id"));
    CHECK_FALSE(cells.contains("line"));
    CHECK_FALSE(cells.contains("value"));
    CHECK(cells["value_min"] == "80");
    CHECK(cells["value_max"] == "90");
    CHECK(cells["min"] == "8");
    CHECK(cells["max"] == "9");
    CHECK(cells["relation"] == "range");
    CHECK(cells["points"] == "true");
    CHECK(cells["per"] == "GPU");
    CHECK(cells["direction"] == "up");
    CHECK(cells["quote"] == "**24,000**基を入れる");
    CHECK(cells["role_ids"] == "mentor=person:x");
    CHECK(cells["metric"] == "EPS");
    CHECK(cells["qualifiers"] == "colour=blue\\; green; odd\\=name=\\\\");
}

TEST_CASE("warnings stand with the facts whose words they are about") {
    Record record = full_record();
    record.warnings = {{"currency.assumed", "ドル read as USD", place(12, 14)},
                       {"elsewhere", "not here", place(60, 62)},
                       {"second", "at the other occurrence", place(46, 50)},
                       {"nowhere", "of the whole document", std::nullopt}};
    CHECK(filled(record)["warnings"] == "currency.assumed=ドル read as USD; second=at the other occurrence");
}

TEST_CASE("cells are clean whatever the record holds") {
    Record record = full_record();
    record.doc.id = std::string("a\0\xff", 3);
    record.facts[0].roles[0].second[0].name = "\x01";
    CHECK(filled(record)["document"] == "a␀\xEF\xBF\xBD");
    CHECK(filled(record)["holder"] == "␁; AMD");
}

TEST_CASE("lists in a cell give their items again") {
    const std::vector<std::vector<std::string>> lists = {
        {}, {"a"}, {"a", "b"}, {"a; b", "c\\", "\\;"}, {"x", "", "y"}, {"=", "日本; "}};
    for (const auto& items : lists) {
        std::string cell;
        for (const std::string& item : items) append_item(cell, item);
        CHECK(items_of(cell) == items);
    }
    std::string cell;
    append_item(cell, "a=b;", "c=d; e\\");
    append_item(cell, "", "x");
    append_item(cell, "n", "");
    using Named = std::vector<std::pair<std::string, std::string>>;
    CHECK(named_items_of(cell) == Named{{"a=b;", "c=d; e\\"}, {"", "x"}, {"n", ""}});
    CHECK(named_items_of("").empty());
}

TEST_CASE("columns are found by their names, and each name stands once") {
    for (std::size_t k = 0; k < fact_columns.size(); ++k) {
        CHECK(fact_field_named(fact_columns[k].name) == k);
        CHECK_FALSE(fact_columns[k].means.empty());
    }
    CHECK(fact_columns[fact_field::quote].name == "quote");
    CHECK(fact_columns[fact_field::record].name == "record");
    CHECK_FALSE(fact_field_named("verdict").has_value());
}
