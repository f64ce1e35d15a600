#include "write/web_annotation.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;
using nlohmann::json;

namespace {

json annotations(const Record& record, std::string_view source = "") {
    std::string out;
    View view;
    view.source = source;
    append_web_annotations(out, record, view);
    return json::parse('[' + out + ']');
}

/// A record of one mention of AMD at these code points, in UTF-8.
Record amd_at(std::size_t begin, std::size_t byte) {
    Record record;
    record.doc.id = "a.md";
    record.doc.path = "a.md";
    record.mentions.push_back(entity_mention("m1", MentionType::company, "AMD", "company:amd"));
    record.mentions[0].span = {{byte, byte + 3}, {begin, begin + 3}, {begin, begin + 3}};
    return record;
}

}  // namespace

TEST_CASE("every mention, fact and relation is an annotation") {
    const json all = annotations(full_record());
    REQUIRE(all.size() == 4);
    CHECK(all[0]["id"] == "urn:hardfacts:vultr.md:m1");
    CHECK(all[0]["motivation"] == "identifying");
    CHECK(all[0]["body"][1]["value"] == "company:vultr");
    CHECK(all[1]["body"][0]["value"] == "quantity");
    CHECK(json::parse(all[1]["body"][1]["value"].get<std::string>())["number"] == "24000");
    const json fact = json::parse(all[2]["body"][1]["value"].get<std::string>());
    CHECK(fact["roles"]["holder"][1]["name"] == "AMD");
    CHECK_FALSE(fact.contains("evidence"));
    CHECK(json::parse(all[3]["body"][1]["value"].get<std::string>())["type"] == "partners_with");
}

TEST_CASE("a fact's targets are its evidence and the places outside of it that say it again") {
    const json targets = annotations(full_record())[2]["target"];
    REQUIRE(targets.size() == 2);
    CHECK(targets[0]["selector"][0] == json::parse(R"({"type":"TextPositionSelector","start":8,"end":22})"));
    CHECK(targets[0]["selector"][1]["prefix"] == "新しい拠点に");
    CHECK(targets[0]["selector"][2] == json::parse(R"({"type":"DataPositionSelector","start":24,"end":66})"));
    CHECK(targets[1]["selector"].size() == 2);  // nobody knows its words without the source
    CHECK(targets[1]["selector"][0]["start"] == 40);
}

TEST_CASE("the source gives what stands beside, and a byte order mark is no character of it") {
    const json plain = annotations(amd_at(2, 6), "富岳AMD😀")[0]["target"][0]["selector"];
    CHECK(plain[0]["start"] == 2);
    CHECK(plain[1] == json::parse(R"({"type":"TextQuoteSelector","exact":"AMD","prefix":"富岳","suffix":"😀"})"));
    const json marked = annotations(amd_at(3, 9), "\uFEFF富岳AMD")[0]["target"][0]["selector"];
    CHECK(marked[0]["start"] == 2);
    CHECK(marked[1]["prefix"] == "富岳");
    CHECK(marked[1]["suffix"] == "");
    CHECK(marked[2]["start"] == 9);
    const json unknown = annotations(amd_at(3, 9))[0]["target"][0]["selector"];
    CHECK(unknown[1] == json::parse(R"({"type":"TextQuoteSelector","exact":"AMD"})"));
}

TEST_CASE("sources and ids are IRIs whatever the names are") {
    struct Row {
        const char *path, *record, *id, *source;
    };
    const Row rows[] = {{"news/a b.md", nullptr, "a b.md", "news/a%20b.md"},
                        {"富岳.md", nullptr, "富岳.md", "%E5%AF%8C%E5%B2%B3.md"},
                        {"a#?%<>\".md", nullptr, "x", "a%23%3F%25%3C%3E%22.md"},
                        {"javascript:x", nullptr, "x", "javascript%3Ax"},
                        {"feed.jsonl", "7 é", "feed.jsonl#7 é", "feed.jsonl#7%20%C3%A9"},
                        {"<stdin>", nullptr, "a/b", "urn:hardfacts:a/b"},
                        {nullptr, nullptr, "a", "urn:hardfacts:a"}};
    for (const Row& row : rows) {
        Record record = amd_at(0, 0);
        record.doc.id = row.id;
        record.doc.path = row.path == nullptr ? std::nullopt : std::optional<std::string>(row.path);
        record.doc.record = row.record == nullptr ? std::nullopt : std::optional<std::string>(row.record);
        const json target = annotations(record, "AMD")[0]["target"][0];
        CHECK(target["source"]["id"] == row.source);
        CHECK(target["selector"].size() == (row.record == nullptr ? 3 : 2));
    }
}

TEST_CASE("nothing is written of a record in which nothing was found") { CHECK(annotations(Record{}).empty()); }
