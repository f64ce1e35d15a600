#include "write/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/root.h"
#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;
using nlohmann::json;

namespace {

std::string report_of(const Record& record, std::string_view source) {
    View view;
    view.source = source;
    std::string out;
    append_report(out, record, view);
    return out;
}

struct Pieces {
    json index, body;
};

/// What HTML sees: two script elements, each ended by the first `</script` behind its beginning.
Pieces pieces_of(std::string_view html) {
    std::vector<json> found;
    for (const char* name : {"index", "body"}) {
        const std::string opening = std::string("<script type=\"application/json\" class=\"") + name + "\">";
        REQUIRE(html.starts_with(opening));
        html.remove_prefix(opening.size());
        const std::size_t end = html.find('<');
        REQUIRE(html.substr(end).starts_with("</script>\n"));
        found.push_back(json::parse(html.substr(0, end)));
        html.remove_prefix(end + std::string_view("</script>\n").size());
    }
    CHECK(html.empty());
    return {found[0], found[1]};
}

constexpr std::string_view source = "Vultrは、24,000基のAMD Instinct MI355Xを入れる計画だ。";

}  // namespace

TEST_CASE("a document's index holds what lists and filters need") {
    const json index = pieces_of(report_of(full_record(), source)).index;
    CHECK(index == json::parse(R"({"id": "vultr.md", "title": "Vultr、24,000基を導入", "published": "2025-12-06",
        "lang": "ja", "mentions": 2,
        "entities": [["chip:amd-instinct-mi355x", "AMD Instinct MI355X"], ["company:vultr", "Vultr"],
                     ["company:amd", "AMD"], ["place:ohio", "Ohio"]],
        "facts": [{"id": "f_1", "kind": "count", "attribute": "units", "subject": 0, "others": [1, 2, 3],
                   "text": "24,000基", "value": {"number": "24000", "unit": "unit"}, "modality": "planned",
                   "confidence": 0.95}],
        "relations": [{"id": "r_1", "type": "partners_with", "from": 1, "to": 2, "modality": "asserted",
                       "confidence": 0.9}]})"));
}

TEST_CASE("its body holds the text, and spans in UTF-16 units") {
    const json body = pieces_of(report_of(full_record(), source)).body;
    CHECK(body == json::parse(R"({"source": "Vultrは、24,000基のAMD Instinct MI355Xを入れる計画だ。",
        "path": "news/vultr.md", "encoding": "UTF-8",
        "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "tags": ["GPU", "AMD"],
        "entities": [], "mentions": [["company", 1, 6, 1, 1], ["quantity", 11, 18, -1, 1]],
        "facts": [{"roles": {"holder": [[1, 0], [2, -1]], "location": [[3, -1]]},
                   "qualifiers": {"condition": "電力が足りれば", "segment": "data centre"},
                   "period": {"text": "2026年度", "start": "2026-04-01"}, "restates": "f_2",
                   "attribution": {"text": "会社側", "entity": 1, "span": [31, 34]}, "cue": [19, 21], "quote": [9, 23],
                   "plain": "24,000基を入れる",
                   "spans": [[11, 18], [41, 48]], "anchor": "a_1", "rule": "count.units.deploy.ja"}],
        "relations": [{"args": [0, -1], "attribution": {"text": "sources"}, "quote": [1, 13], "spans": [[1, 13]],
                       "rule": "relation.partners.ja"}],
        "warnings": [{"code": "currency.assumed", "message": "ドル read as USD", "span": [51, 53]},
                     {"code": "read.note", "message": "no span"}]})"));
}

TEST_CASE("where the source is not at hand the passages are there") {
    const json body = pieces_of(report_of(full_record(), "")).body;
    CHECK(body["source"].is_null());
    CHECK(body["facts"][0]["words"] == json({"新しい拠点に", "**24,000**基を入れる", "。"}));
    CHECK(body["relations"][0]["words"] == json({"", "VultrがAMDと組む", ""}));
    CHECK_FALSE(pieces_of(report_of(full_record(), source)).body["facts"][0].contains("words"));
}

TEST_CASE("nothing in a document can end its piece or begin another") {
    for (const std::string_view hostile :
         {std::string_view("</script><script>alert(1)</script>"), std::string_view("<!--"),
          std::string_view("<!-- <script>"), std::string_view("</SCRIPT\t>"), std::string_view("\\u003c/script>"),
          std::string_view("--> ]]>"), std::string_view("\"},\"x\":{\""), std::string_view("\\\""),
          std::string_view("<<<"), std::string_view("&lt;/script&gt;"), std::string_view("\xE2\x80\xA8"),
          std::string_view("a\0b", 3), std::string_view("\r\n\t\x7f")}) {
        CAPTURE(hostile);
        Record record = full_record();
        const std::string text(hostile);
        record.doc.id = record.doc.path.emplace() = record.doc.title.emplace() = record.doc.published.emplace() = text;
        record.doc.record = record.doc.field = text;
        record.doc.tags = {text};
        record.lang = record.sha256 = record.doc.encoding = text;
        record.mentions[0].name = record.mentions[0].entity = text;
        RecordFact& fact = record.facts[0];
        fact.id = fact.anchor = fact.kind = fact.attribute = fact.value_text = fact.rule = fact.restates = text;
        fact.subject = EntityRef{text, text, "m1"};
        fact.roles = {{text, {{text, text, ""}}}};
        fact.qualifiers = {{text, text}};
        fact.period_text = fact.period_start = fact.period_end = fact.modality = fact.direction = text;
        fact.attribution = Attribution{text, text, std::nullopt};
        fact.evidence.quote = fact.evidence.prefix = fact.evidence.suffix = text;
        fact.value_mention = "";
        record.warnings[0].code = record.warnings[0].message = text;
        for (const std::string& text_at_hand : {text, std::string()}) {
            const Pieces pieces = pieces_of(report_of(record, text_at_hand));
            CHECK(pieces.index["id"] == text);
            CHECK(pieces.index["title"] == text);
            CHECK(pieces.index["facts"][0]["text"] == text);
            CHECK(pieces.index["entities"][0] == json({text, text}));
            CHECK(pieces.body["facts"][0]["rule"] == text);
            CHECK(pieces.body["source"] == (text_at_hand.empty() ? json() : json(text)));
        }
    }
}

TEST_CASE("bytes that are no UTF-8 become valid JSON") {
    Record record = full_record();
    record.doc.title = "a\xFF\xC0z";
    CHECK(pieces_of(report_of(record, "\x80")).index["title"] == "a\uFFFD\uFFFDz");
}

TEST_CASE("a record with nothing in it") {
    const Pieces pieces = pieces_of(report_of(Record(), ""));
    CHECK(pieces.index == json::parse(R"({"id": "", "lang": "", "mentions": 0, "entities": [], "facts": [],
                                          "relations": []})"));
    CHECK(pieces.body["mentions"] == json::array());
    CHECK(pieces.body["warnings"] == json::array());
}

TEST_CASE("values are read in full, and markup in their words is not shown") {
    Record record = full_record();
    record.facts[0].value_text = record.mentions[1].text = "**24,000**基";
    record.mentions[1].plain = "24,000基";
    Value value = units_value();
    value.magnitude = between("20", "30");
    value.unit = "MW";
    value.relation = Relation::range;
    value.per = "month";
    value.points = true;
    value.base = between("20000000", "30000000");
    value.base_unit = "W";
    record.facts[0].value = std::make_shared<const Value>(value);
    record.facts[0].direction = "up";
    Value day;
    day.date_start = "2025-07";
    day.date_end = "2025-09";
    record.facts.push_back(record.facts[0]);
    record.facts[1].value = std::make_shared<const Value>(day);
    const Pieces pieces = pieces_of(report_of(record, source));
    CHECK(pieces.index["facts"][0]["text"] == "24,000基");
    CHECK(pieces.index["facts"][0]["direction"] == "up");
    CHECK(pieces.index["facts"][0]["value"] ==
          json::parse(
              R"({"min": "20", "max": "30", "unit": "MW", "relation": "range", "per": "month", "points": true})"));
    CHECK(pieces.body["facts"][0]["base"] == json::parse(R"({"min": "20000000", "max": "30000000", "unit": "W"})"));
    CHECK(pieces.index["facts"][1]["value"] == json::parse(R"({"start": "2025-07", "end": "2025-09"})"));
}

TEST_CASE("entities that no fact names come with the body") {
    Record record = full_record();
    record.mentions.push_back(entity_mention("m3", MentionType::person, "Lisa Su", "person:lisa-su"));
    record.mentions.back().known = false;
    record.facts[0].subject.reset();
    const Pieces pieces = pieces_of(report_of(record, source));
    CHECK_FALSE(pieces.index["facts"][0].contains("subject"));
    CHECK(pieces.index["entities"].size() == 3);
    CHECK(pieces.body["entities"] == json::parse(R"([["person:lisa-su", "Lisa Su"]])"));
    CHECK(pieces.body["mentions"][2] == json::parse(R"(["person", 1, 6, 3, 0])"));
}
