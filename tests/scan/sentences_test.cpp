#include "scan/sentences.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

Text text_of(const std::string& folded) {
    Text text;
    text.folded = folded;
    text.map = OffsetMap::identity(folded.size());
    text.blocks.push_back({{0, folded.size()}, 0, BlockKind::paragraph});
    return text;
}

/// The sentences of one block, a bar between them.
std::string divided(const std::string& folded) {
    std::string out;
    for (const Sentence& sentence : find_sentences(text_of(folded))) {
        out += (out.empty() ? "" : "|") + std::string(slice(folded, sentence.span));
    }
    return out;
}

}  // namespace

TEST_CASE("sentences end where they end") {
    for (const char* row : {
             "売上は伸びた。|利益は減った。",
             "売上は伸びたか?|利益は減った!|次は春だ",
             "社長は「伸びた。利益も増えた。」と述べた。|次は春だ。",
             "同社(本社は東京。社員は百人)は伸びた。|次。",
             "『箱。』の話。|終わり。",
             "「閉じない括弧。|ここで切れる。",
             "It grew. |Profit fell! |Did it?| Yes.",
             "It rose to $3.5 billion. |In 2026 it fell.",
             "Alpha Inc. said so. |Beta Corp. did not.",
             "It was sold to Alpha Inc. |The price is known.",
             "The U.S. Commerce Department and the U.K. agreed.",
             "It left the U.S. |The rest stayed.",
             "Mr. Alpha met Dr. Beta, e.g. for lunch, vs. Gamma.",
             "J. Smith and A. B. Jones came. |They left.",
             "It closed its Series B. |Alpha led it.",
             "No. 1 in chips. |No. |That is wrong.",
             "It opens on Jan. 5 and Feb. 6. |Then it closes.",
             "It fell by 5 p.m. on Monday. |At 6 p.m. |The rest slept.",
             "He said \"it works.\" |She said (more or less.) |Nothing.",
             "“It works.” |Alpha agreed.",
             "Wait... what? |Well... |So it is.",
             "1. First point. |Second point.",
             "Version 2.5 ships. |iPhone sales rose.",
             "Yahoo!ニュースによると伸びた。|Yahoo! JAPANも。",
             "GPUとは何か?|答えはこうだ。",
             "It costs approx. 5 dollars.",
             "The AI chip, by Alpha et al. was fast.",
             "no end here",
             "3.5",
             "example.com is a site. |It is up.",
             "アルファ社は伸びた。|Alpha Inc. も。",
         }) {
        std::string folded;
        for (const char c : std::string(row)) {
            if (c != '|') folded.push_back(c);
        }
        std::string expected = row;
        for (std::size_t at = 0; (at = expected.find(" |")) != std::string::npos;) expected.erase(at, 1);
        for (std::size_t at = 0; (at = expected.find("| ")) != std::string::npos;) expected.erase(at + 1, 1);
        CHECK(divided(folded) == expected);
    }
}

TEST_CASE("sentences cover their blocks but for white space") {
    Text text = text_of("");
    text.folded = "A one. B two.\n  \n「未。閉。次。\nlast ";
    text.blocks = {{{0, 13}, 0, BlockKind::heading},
                   {{14, 16}, 1, BlockKind::paragraph},
                   {{17, 38}, 3, BlockKind::paragraph},
                   {{39, 44}, 4, BlockKind::list_item}};
    REQUIRE(text.folded.size() == 44);
    std::string covered(text.folded.size(), ' ');
    std::size_t behind = 0;
    for (const Sentence& sentence : find_sentences(text)) {
        CHECK(sentence.span.begin >= behind);
        CHECK(text.blocks[sentence.block].span.contains(sentence.span));
        behind = sentence.span.end;
        covered.replace(sentence.span.begin, sentence.span.size(), slice(text.folded, sentence.span));
    }
    for (std::size_t at = 0; at < covered.size(); ++at) {
        CHECK((covered[at] == text.folded[at] || text.folded[at] == '\n'));
    }
}

TEST_CASE("brackets cost linear time and a long quotation is divided") {
    CHECK(find_sentences(text_of(std::string(100000, '('))).size() == 42);  // pieces of 2400 bytes
    std::string open;
    for (int k = 0; k < 20000; ++k) open += "「。";
    CHECK(find_sentences(text_of(open)).size() == 20000);
    std::string passage = "「";
    for (int k = 0; k < 100; ++k) passage += "長い引用の文である。";
    CHECK(find_sentences(text_of(passage + "」")).size() > 50);
}

TEST_CASE("what has no end is divided all the same") {
    Text text;
    for (int k = 0; k < 2000; ++k) text.folded += "Acme sold 5 GB, ";
    text.folded += std::string(9000, 'x');
    text.blocks.push_back({{0, text.folded.size()}, 0, BlockKind::paragraph});
    const std::vector<Sentence> sentences = find_sentences(text);
    std::size_t end = 0;
    for (const Sentence& one : sentences) {
        CHECK(one.span.begin == end);
        CHECK(one.span.size() <= 2400 + 2);
        end = one.span.end;
    }
    CHECK(end == text.folded.size());
}
