#include "write/brat.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// The first line that a mention with these words, at the beginning of the source, is written as.
std::string text_bound(std::string_view words, std::size_t characters) {
    Record record;
    record.mentions.push_back(entity_mention("m1", MentionType::company, std::string(words), "company:x"));
    record.mentions[0].span.character = {0, characters};
    std::string out;
    append_brat(out, record, PlainSource(words));
    return out.substr(0, out.find('\n'));
}

}  // namespace

TEST_CASE("a span is divided where a line or a column ends") {
    struct Row {
        std::string_view words;
        std::size_t characters;
        std::string_view line;
    };
    const Row rows[] = {{"AMD", 3, "T1\tcompany 0 3\tAMD"},
                        {"NVIDIA Corporation", 18, "T1\tcompany 0 18\tNVIDIA Corporation"},
                        {"NVIDIA\nCorporation", 18, "T1\tcompany 0 6;7 18\tNVIDIA Corporation"},
                        {"NVIDIA\r\nCorporation", 19, "T1\tcompany 0 6;7 18\tNVIDIA Corporation"},
                        {"NVIDIA \n  Corporation", 21, "T1\tcompany 0 6;10 21\tNVIDIA Corporation"},
                        {"a\n\n\nb", 5, "T1\tcompany 0 1;4 5\ta b"},
                        {"a\tb", 3, "T1\tcompany 0 1;2 3\ta b"},
                        {"a\u2028b\u0085c", 5, "T1\tcompany 0 1;2 3;4 5\ta b c"},
                        {"\n富岳\n", 4, "T1\tcompany 1 3\t富岳"},
                        {"😀\n基", 3, "T1\tcompany 0 1;2 3\t😀 基"},
                        {" \n ", 3, ""}};
    for (const Row& row : rows) {
        CAPTURE(row.words);
        CHECK(text_bound(row.words, row.characters) == row.line);
    }
}

TEST_CASE("facts are events at their values, with attributes and a note that says all of it") {
    Record record = full_record();
    record.facts[0].subject->mention = "m1";
    record.facts[0].roles[0].second[1].mention = "m1";
    record.relations[0].args[1].mention = "m1";
    std::string out;
    append_brat(out, record, PlainSource(std::string(60, 'x')));
    for (const std::string_view line :
         {"\nT3\tunits 10 17\txxxxxxx\n", "\nE1\tunits:T3 subject:T1 holder:T1 holder2:T1\n",
          "\nA1\tmodality E1 planned\n", "\nR1\tpartners_with Arg1:T1 Arg2:T1\n",
          "\n#1\tAnnotatorNotes T1\tcompany:vultr\n",
          "\n#3\tAnnotatorNotes E1\t{\"id\":\"f_1\",\"anchor\":\"a_1\",\"kind\":\"count\",\"attribute\":\"units\","}) {
        CAPTURE(line);
        CHECK(('\n' + out).find(line) != std::string::npos);
    }
}

TEST_CASE("a note stays on its line whatever it says") {
    Record record = full_record();
    record.facts[0].value_text = "a\u2028b\nc\td\u0085e";
    std::string out;
    append_brat(out, record, PlainSource(std::string(60, 'x')));
    CHECK(out.find("a\\u2028b\\nc\\td\\u0085e") != std::string::npos);
    CHECK(out.find("\u2028") == std::string::npos);
}

TEST_CASE("types have the characters that brat allows") {
    CHECK(brat_type("memory_bandwidth") == "memory_bandwidth");
    CHECK(brat_type("a b:c") == "a_b_c");
    CHECK(brat_type("") == "_");
}

TEST_CASE("paths inside the archive are relative and safe") {
    struct Row {
        std::string id;
        std::string_view path;
    };
    const Row rows[] = {{"a.md", "a.md"},
                        {"a.txt", "a"},
                        {"x/y.txt", "x/y"},
                        {"../../etc/passwd", "__/__/etc/passwd"},
                        {"/abs", "abs"},
                        {"a//b/", "a/b"},
                        {"..", "__"},
                        {".hidden", "_hidden"},
                        {"feed.jsonl#7", "feed.jsonl#7"},
                        {"c:\\x?*|<>\"", "c__x______"},
                        {"a\nb\tc", "a_b_c"},
                        {"富岳/😀.md", "富岳/😀.md"},
                        {"a\xFF", "a\uFFFD"},
                        {"trail. ", "trail._"},
                        {"", "_"},
                        {"///", "_"},
                        {".txt", "_"}};
    for (const Row& row : rows) {
        CAPTURE(row.id);
        CHECK(brat_path(row.id) == row.path);
    }
    CHECK(brat_path(std::string(400, 'x')).size() == 180);
    std::string kanji;
    for (int k = 0; k < 100; ++k) kanji += "岳";
    CHECK(brat_path("a" + kanji).size() == 178);
}
