#include "compose/context.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/told.h"

using namespace hardfacts;

namespace {

/// "scope:name" of every name that the last sentence sees, the nearest scope first.
std::string seen(std::string_view written) {
    const test::Marked input = test::marked(written);
    Contexts contexts(input.document, input.text, input.findings, *test::binder_knowledge().attributes);
    std::string out;
    for (const NameInContext& name : contexts.of(input.findings.sentences.back()).names) {
        out += std::string(to_string(name.scope)) + ':' + std::string(input.findings.mentions[name.mention].name);
        out += name.reference ? "* " : " ";
    }
    return out;
}

}  // namespace

TEST_CASE("a sentence sees its own names, then those before and over it, then the title's") {
    CHECK(seen("# {company:Nord}\n{company:Sud} left.\nThe {chip:K1} has {B:96GB}.") ==
          "in_sentence:K1 section_heading:Nord previous_block:Sud title:Nord document_topic:Nord ");
}

TEST_CASE("a word that stands for a name leads to the last topic of its sort") {
    CHECK(seen("{company:ノルド}は{company:スド}に出資した。\n同社の売上高は{money:3兆円}。")
              .starts_with("in_sentence:ノルド* "));
    CHECK(seen("{company:Nord} bought {company:Sud}.\nThe company earned {money:$3 million}.")
              .starts_with("in_sentence:Nord* "));
}

TEST_CASE("a cue inside a longer one, or inside a name, does not speak") {
    const test::Marked input = test::marked("短期投資は{money:3億円}、{chip:Core Nine}。");
    Contexts contexts(input.document, input.text, input.findings, *test::binder_knowledge().attributes);
    for (const CueInContext& cue : contexts.of(input.findings.sentences[0]).cues) {
        CHECK(slice(input.text.folded, cue.span) != "投資");
        CHECK(slice(input.text.folded, cue.span) != "Core");
    }
}
