#include "fold/fold.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/utf8.h"
#include "read/promises.h"

using namespace hardfacts;

namespace {

/// For each byte of the folded text, where its original begins; at the end, the original's size.
std::vector<std::size_t> begins(const OffsetMap& map) {
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at < map.derived_size(); ++at) offsets.push_back(map.to_original({at, at + 1}).begin);
    offsets.push_back(map.to_original({map.derived_size(), map.derived_size()}).begin);
    return offsets;
}

struct Folded {
    std::string text;
    OffsetMap map;
};

Folded folded(std::string_view text) {
    Folded result;
    fold_into(text, result.text, result.map);
    CHECK(test::broken_map(result.map, result.text, text).empty());
    return result;
}

}  // namespace

TEST_CASE("folded forms, with the offset of every byte") {
    struct Row {
        const char* text;
        const char* folded;
        std::vector<std::size_t> begins;
    };
    for (const Row& row : {
             Row{"a㍿b", "a株式会社b", {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 5}},
             {"１２３", "123", {0, 3, 6, 9}},
             {"ｸﾞｰｸﾞﾙ", "グーグル", {0, 0, 0, 6, 6, 6, 9, 9, 9, 15, 15, 15, 18}},
             {"ﾊﾟｿ", "パソ", {0, 0, 0, 6, 6, 6, 9}},
             {"chip\xC2\xADset", "chipset", {0, 1, 2, 3, 6, 7, 8, 9}},
             {"か\xE3\x82\x99", "が", {0, 0, 0, 6}},
             {"e\xCC\x81x", "éx", {0, 0, 3, 4}},
             {"㌦", "ドル", {0, 0, 0, 0, 0, 0, 3}},
             {"A　B", "A B", {0, 1, 4, 5}},
             {"Alpha’s", "Alpha's", {0, 1, 2, 3, 4, 5, 8, 9}},
             {"①½²㎡", "①½²㎡", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
             {"", "", {0}},
         }) {
        const Folded result = folded(row.text);
        CHECK(result.text == row.folded);
        // A byte inside a verbatim character maps to itself.
        CHECK_MESSAGE(begins(result.map) == row.begins, row.text);
    }
}

TEST_CASE("a part of a folded character stands for the whole of it") {
    const Folded company = folded("㍿アルファ");
    CHECK(company.map.to_original({0, 6}) == Span{0, 3});
    CHECK(company.map.to_original({6, 12}) == Span{0, 3});
    CHECK(company.map.to_original({6, 15}) == Span{0, 6});
    CHECK(company.map.to_original({12, 15}) == Span{3, 6});
    const Folded digits = folded("約１２３個");
    CHECK(digits.map.to_original({3, 6}) == Span{3, 12});
    CHECK(digits.map.to_original({4, 5}) == Span{6, 9});
}

TEST_CASE("what folds and what stays") {
    struct Row {
        const char* text;
        const char* folded;
    };
    for (const Row& row : {Row{"ＮＶＩＤＩＡ", "NVIDIA"},
                           {"（株）", "(株)"},
                           {"２０％", "20%"},
                           {"￥５", "¥5"},
                           {"｡｢｣", "。「」"},
                           {"ﾃﾞｰﾀ", "データ"},
                           {"10〜20", "10〜20"},
                           {"10～20", "10〜20"},
                           {"10–20", "10–20"},
                           {"−5", "-5"},
                           {"a‑b", "a-b"},
                           {"“x”", "“x”"},
                           {"⑩Ⅳ㈱™℃", "⑩Ⅳ㈱™℃"},
                           {"x\xE2\x80\x8By", "xy"},
                           {"x\xEF\xB8\x8Fy", "xy"},
                           {"ﬁt", "fit"},
                           {"ｶﾞｶﾞ", "ガガ"},
                           {"\xCC\x81x", "\xCC\x81x"},
                           {"ﾞ", "ﾞ"},
                           {"10 000", "10 000"},
                           {"Ｈ１００", "H100"},
                           {"神", "神"},
                           {"日本語abc。", "日本語abc。"},
                           {"😀", "😀"}}) {
        CHECK_MESSAGE(folded(row.text).text == row.folded, row.text);
        CHECK(fold(std::string_view(row.text)) == row.folded);
    }
}

TEST_CASE("folding twice is folding once") {
    for (const char* text : {"㍿１２３ｸﾞｰｸﾞﾙ",
                             "か\xE3\x82\x99"
                             "e\xCC\x81",
                             "Alpha’s ２０％〜　x"}) {
        const std::string once = fold(std::string_view(text));
        CHECK(fold(std::string_view(once)) == once);
    }
}

TEST_CASE("a document's blocks and code are found again in its folded text") {
    Document document;
    document.source = document.text = "見出し\nＡ社 ｸﾞﾗﾌ\ncode １\n\xE2\x80\x8B\nend\n";
    document.map = OffsetMap::identity(document.text.size());
    std::size_t begin = 0;
    for (const BlockKind kind :
         {BlockKind::heading, BlockKind::paragraph, BlockKind::code, BlockKind::paragraph, BlockKind::paragraph}) {
        Block block;
        block.kind = kind;
        block.text = {begin, document.text.find('\n', begin)};
        begin = block.text.end + 1;
        document.blocks.push_back(block);
    }
    const std::size_t graph = document.text.find("ｸ");
    document.code = {{graph, graph + 12}};
    const Text text = fold(document);
    REQUIRE(text.blocks.size() == 4);
    CHECK(slice(text.folded, text.blocks[0].span) == "見出し");
    CHECK(slice(text.folded, text.blocks[1].span) == "A社 グラフ");
    CHECK(text.blocks[1].block == 1);
    CHECK(text.blocks[1].kind == BlockKind::paragraph);
    CHECK(slice(text.folded, text.blocks[2].span).empty());
    CHECK(slice(text.folded, text.blocks[3].span) == "end");
    REQUIRE(text.code.size() == 1);
    CHECK(slice(text.folded, text.code[0]) == "グラフ");
}
