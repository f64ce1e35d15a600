#include "compose/topic.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/marked.h"

using namespace hardfacts;

namespace {

/// The company spoken of at the beginning of the last line.
std::string spoken_of(std::string_view written) {
    const test::Marked input = test::marked(written);
    Topic topic(input.text, input.findings);
    std::size_t next = 0;
    for (std::size_t k = 0; k + 1 < input.findings.sentences.size(); ++k) {
        const Sentence& sentence = input.findings.sentences[k];
        const std::size_t begin = next;
        while (next < input.findings.mentions.size() && input.findings.mentions[next].span.begin < sentence.span.end) {
            ++next;
        }
        topic.enter(sentence);
        topic.pass(sentence, {begin, next}, false);
    }
    topic.enter(input.findings.sentences.back());
    return topic.company() ? std::string(input.findings.mentions[*topic.company()].name) : "";
}

}  // namespace

TEST_CASE("the company spoken of is the subject of the sentences before") {
    const struct {
        std::string written, company;
    } rows[] = {
        {"{company:Alpha}は伸びた。\n同社は", "Alpha"},
        {"{company:Alpha}（アルファ）社が伸びた。\n同社は", "Alpha"},
        {"{company:Beta}の{product:Gamma}は速い。\n同社は", "Beta"},
        {"{company:Alpha}は伸びた。\n{company:Beta}の{product:Gamma}は速い。\n同社は", "Alpha"},
        {"{company:Alpha}と{company:Beta}の{product:Gamma}は速い。\n同社は", ""},
        {"{company:Alpha}は{company:Beta}と組んだ。\n同社は", "Alpha"},
        {"{company:Alpha}が{company:Beta}は弱いと言った。\n同社は", ""},
        {"{company:Alpha}は伸びた。\n市場は荒れた。\n同社は", "Alpha"},
        {"{company:Alpha}は伸びた。\n市場は荒れた。\n雨だ。\n風だ。\n同社は", ""},
        {"{company:Alpha}は伸びた。\n# 市場\n同社は", ""},
        {"{company:Alpha}と{company:Beta}は伸びた。\n同社は", ""},
        {"- {company:Alpha}は伸びた。\n- 同社は", ""},
        {"{company:Alpha} said so.\nThe company", "Alpha"},
        {"In May, {company:Alpha} said so.\nThe company", "Alpha"},
        {"{company:Alpha} and {company:Beta} said so.\nThe company", ""},
        {"They bought it from {company:Alpha} quickly.\nThe company", "Alpha"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.written);
        CHECK(spoken_of(row.written) == row.company);
    }
}
