#include "read/plain.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("plain text becomes paragraphs") {
    struct Row {
        const char* what;
        const char* source;
        const char* blocks;
    };
    for (const Row& row : {
             Row{"blank lines divide", "One.\n\n\nTwo.", "p: One.\np: Two.\n"},
             {"headline and digest",
              "Alpha opens a plant\nアルファ社が新工場を開設した。\n\nBeta closes one\n閉鎖は春。\n",
              "p: Alpha opens a plant\np: アルファ社が新工場を開設した。\np: Beta closes one\np: 閉鎖は春。\n"},
             {"values are not joined over lines", "Revenue\n$3\n400 chips\n", "p: Revenue\np: $3\np: 400 chips\n"},
             {"a wrapped paragraph is one",
              "Alpha Semiconductor opened the doors of its new plant on Monday.\r\nGovernors, ministers and a brass "
              "band "
              "had come to the ceremony.\r\nProduction of the first Beta chips begins in the coming "
              "spring.\r\nEnd.\r\n",
              "p: Alpha Semiconductor opened the doors of its new plant on Monday. Governors, ministers and a brass "
              "band "
              "had come to the ceremony. Production of the first Beta chips begins in the coming spring. End.\n"},
             {"Japanese wrapped at a width is joined without spaces",
              "アルファ半導体は月曜日に新しい工場の開所式を行い知事や地\n元の関係者が多数参加して祝った。新工場は来年の"
              "春から量産\n"
              "を開始し、従業員は三千人になる見込みだという。\n",
              "p: "
              "アルファ半導体は月曜日に新しい工場の開所式を行い知事や地元の関係者が多数参加して祝った。新工場は来年の春"
              "から量産を開始し、従業員は三千人になる見込みだという。\n"},
             {"stars and angles are text", "5 * 3 < 20 and a_b_c\n", "p: 5 * 3 < 20 and a_b_c\n"},
         }) {
        CAPTURE(row.what);
        CHECK(shown(read_one(row.source, "news.txt")) == row.blocks);
    }
}

TEST_CASE("text files that hold Markdown are read as such") {
    CHECK(looks_like_markdown("a\n## b\n", 0));
    CHECK(looks_like_markdown("- a\n- b\n", 0));
    CHECK(looks_like_markdown("see [a](b)", 0));
    CHECK(looks_like_markdown("**総額**は", 0));
    CHECK(looks_like_markdown("a | b\n--- | ---\n", 0));
    CHECK(!looks_like_markdown("- only one dash line\nthen prose", 0));
    CHECK(!looks_like_markdown("#hashtag 2 ** 3 [1] (x)", 0));
    CHECK(shown(read_one("---\ntitle: 題\n---\n本文 *x*\n", "news.txt")) == "front: 題\np: 本文 x\n");
}

TEST_CASE("the title of plain text is a first line that plainly is one") {
    CHECK(read_one("Alpha opens a plant\n\nIt did so on Monday.\n", "a.txt").info.title == "Alpha opens a plant");
    CHECK(!read_one("It did so on Monday.\n\nMore.\n", "a.txt").info.title);
    CHECK(!read_one("Only this line", "a.txt").info.title);
    CHECK(!read_one("AI\nBob\n\nMore.\n", "a.txt").info.title);
}
