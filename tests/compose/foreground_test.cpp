#include "compose/foreground.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/told.h"

using namespace hardfacts;

namespace {

/// What the last value of a text sees in front: "insider heading:1 latest:X topic:Y sole:Z subject:W".
std::string front_of(std::string_view written, const char* kind, const char* attribute) {
    const test::Marked input = test::marked(written);
    Contexts contexts(input.document, input.text, input.findings, *test::binder_knowledge().attributes);
    const SentenceContext& context = contexts.of(input.findings.sentences.back());
    const Outline& outline = contexts.outline();
    const Foreground front = foreground_of(input.findings.mentions.back().span, attribute,
                                           fitness_by_type(kind, attribute), context, input.findings, outline);
    const auto& mentions = input.findings.mentions;
    std::string out = front.insider ? "insider" : "";
    const auto tell = [&](const char* what, std::uint32_t entity) {
        if (entity == Outline::no_entity) return;
        out += std::string(out.empty() ? "" : " ") + what + std::string(mentions[outline.named(entity).first].name);
    };
    if (front.nearest_heading > 0)
        out += (out.empty() ? "heading:" : " heading:") + std::to_string(front.nearest_heading);
    tell("latest:", front.latest);
    tell("topic:", front.latest_topic);
    tell("sole:", front.title_sole);
    if (front.subject != no_mention)
        out += std::string(out.empty() ? "" : " ") + "subject:" + std::string(mentions[front.subject].name);
    return out;
}

}  // namespace

TEST_CASE("the names in front are those the sentence, the text before it and the headings lead with") {
    CHECK(front_of("{company:Nord} said it earned {money:$3 million}.", "money", "revenue") ==
          "insider heading:5 sole:Nord subject:Nord");
    CHECK(front_of("# {company:Nord}\n{company:Sud} grew by buying {company:Ost}.\nSales were {money:$3 million}.",
                   "money", "revenue") == "heading:3 latest:Ost topic:Sud sole:Nord");
}

TEST_CASE("names that cannot have the figure are not in front") {
    CHECK(front_of("# {place:Oslo}\nIn {place:Rome} sales were {money:$3 million}.", "money", "revenue").empty());
}

TEST_CASE("row and column stand nearer than any other heading") {
    CHECK(heading_rank(Sign::row_heading) == heading_rank(Sign::column_heading));
    CHECK(heading_rank(Sign::column_heading) < heading_rank(Sign::lead_in));
    CHECK(heading_rank(Sign::section_heading) < heading_rank(Sign::upper_heading));
    CHECK(heading_rank(Sign::in_sentence) == 0);
}
