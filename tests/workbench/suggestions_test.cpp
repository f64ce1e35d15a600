#include "workbench/suggestions.h"

#include <doctest/doctest.h>

using namespace hardfacts;

namespace {

Record record(const std::string& document, const std::vector<std::pair<std::string, std::size_t>>& names) {
    Record out;
    out.doc.id = document;
    for (const auto& [name, at] : names) {
        RecordMention mention;
        mention.text = name;
        mention.entity = "company:~" + std::string(name == "Zed Inc." ? "zed" : name);
        mention.known = name == "known";
        mention.span.character = {at, at + name.size()};
        mention.by = "name.company.x";
        out.mentions.push_back(mention);
    }
    return out;
}

}  // namespace

TEST_CASE("names are counted over documents, whatever way they were gathered") {
    Suggestions one(2), other(2);
    one.add(record("a", {{"zed", 4}, {"Zed Inc.", 9}, {"known", 0}}), "The zed. Zed Inc. is.");
    other.add(record("b", {{"zed", 0}, {"once", 5}}), "zed\nand once");
    one.merge(std::move(other));
    const std::vector<Suggestion> list = one.list("", 1);
    REQUIRE(list.size() == 2);
    CHECK(list[0].id == "zed");
    CHECK(list[0].name == "zed");
    CHECK(list[0].mentions == 3);
    CHECK(list[0].documents == 2);
    REQUIRE(list[0].samples.size() == 2);
    CHECK(list[0].samples[0].second == "The zed.");
    CHECK(list[0].samples[1].second == "zed");
    CHECK(row_of(list[0])[2].second == "Zed Inc.");
    CHECK(one.list("", 2).size() == 1);
    CHECK(one.list("chip", 1).empty());
}

TEST_CASE("the sentence around a place") {
    const std::string text = "One two. Three four! 五は六。七は八。\nnine";
    const auto around = [&](const char* word, std::size_t most = 100) {
        const std::size_t at = text.find(word);
        return sentence_around(text, at, at + std::string(word).size(), most);
    };
    CHECK(around("two") == "One two.");
    CHECK(around("four") == "Three four!");
    CHECK(around("六") == "五は六。");
    CHECK(around("八") == "七は八。");
    CHECK(around("nine") == "nine");
    CHECK(around("六", 2) == "六");
    CHECK(sentence_around("", 0, 0, 5).empty());
}
