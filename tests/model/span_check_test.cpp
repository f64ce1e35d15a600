#include "model/span_check.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>

using namespace hardfacts;

namespace {

// byte   0    3  4    8    11 14   character 0 1 2 3 4 5   utf16 0 1 2 4 5 6
constexpr std::string_view source = "約a😀千基.";

SourceSpan span(std::size_t b, std::size_t e, std::size_t cb, std::size_t ce, std::size_t ub, std::size_t ue) {
    return {{b, e}, {cb, ce}, {ub, ue}};
}

const SourceSpan thousand = span(8, 14, 3, 5, 4, 6);

Record good_record() {
    Record record;
    RecordMention mention;
    mention.id = "m1";
    mention.type = MentionType::quantity;
    mention.text = "千基";
    mention.span = thousand;
    record.mentions.push_back(mention);
    RecordFact fact;
    fact.id = "f_1";
    fact.value_mention = "m1";
    fact.value_text = "千基";
    fact.subject = EntityRef{"chip:x", "X", ""};
    fact.roles = {{"holder", {{"company:y", "Y", "m1"}}}};
    fact.evidence.quote = source;
    fact.evidence.span = span(0, 15, 0, 6, 0, 7);
    fact.occurrences = {thousand};
    fact.cue = span(0, 3, 0, 1, 0, 1);
    fact.attribution = Attribution{"a", "", span(3, 4, 1, 2, 1, 2)};
    record.facts.push_back(fact);
    RecordRelation relation;
    relation.id = "r_1";
    relation.evidence.quote = "😀";
    relation.evidence.span = span(4, 8, 2, 3, 2, 4);
    record.relations.push_back(relation);
    record.warnings.push_back({"w", "", span(14, 15, 5, 6, 6, 7)});
    return record;
}

}  // namespace

TEST_CASE("a record that keeps its promises has no faults") {
    CHECK(span_faults(good_record(), source).empty());
    CHECK(span_faults(Record{}, "").empty());
}

TEST_CASE("every broken promise is told, with its place") {
    struct Row {
        const char* fault;
        std::function<void(Record&)> breaks;
    };
    const Row rows[] = {
        {"mentions/m1: the source holds other words there",
         [](Record& r) { r.mentions[0].span = span(0, 3, 0, 1, 0, 1); }},
        {"mentions/m1: its span cuts a character", [](Record& r) { r.mentions[0].span = span(9, 14, 3, 5, 4, 6); }},
        {"mentions/m1: its span cuts a character", [](Record& r) { r.mentions[0].span = span(8, 13, 3, 5, 4, 6); }},
        {"mentions/m1: its span is empty", [](Record& r) { r.mentions[0].span = span(8, 8, 3, 3, 4, 4); }},
        {"mentions/m1: its span is empty", [](Record& r) { r.mentions[0].span = span(14, 8, 5, 3, 6, 4); }},
        {"mentions/m1: its span ends behind the source",
         [](Record& r) { r.mentions[0].span = span(8, 99, 3, 5, 4, 6); }},
        {"mentions/m1: its char offsets do not fit its bytes",
         [](Record& r) {
             r.mentions[0].span.character = {8, 14};
         }},
        {"mentions/m1: its utf16 offsets do not fit its bytes",
         [](Record& r) {
             r.mentions[0].span.utf16 = {3, 5};
         }},
        {"facts/f_1/evidence: the source holds other words there", [](Record& r) { r.facts[0].evidence.quote = "x"; }},
        {"facts/f_1/occurrences: its char offsets do not fit its bytes",
         [](Record& r) { r.facts[0].occurrences[0].character.end = 6; }},
        {"facts/f_1/cue: its span is empty", [](Record& r) { r.facts[0].cue = SourceSpan{}; }},
        {"facts/f_1/attribution: the source holds other words there",
         [](Record& r) { r.facts[0].attribution->text = "b"; }},
        {"facts/f_1/value: names the unknown mention m7", [](Record& r) { r.facts[0].value_mention = "m7"; }},
        {"facts/f_1/value: its text is not that of m1", [](Record& r) { r.facts[0].value_text = "千"; }},
        {"facts/f_1/subject: names the unknown mention m8", [](Record& r) { r.facts[0].subject->mention = "m8"; }},
        {"facts/f_1/roles/holder: names the unknown mention m8",
         [](Record& r) { r.facts[0].roles[0].second[0].mention = "m8"; }},
        {"relations/r_1: names the unknown mention m9", [](Record& r) { r.relations[0].args[1].mention = "m9"; }},
        {"relations/r_1/evidence: its utf16 offsets do not fit its bytes",
         [](Record& r) { r.relations[0].evidence.span.utf16.end = 3; }},
        {"warnings/w: its char offsets do not fit its bytes",
         [](Record& r) { r.warnings[0].span->character.begin = 4; }},
    };
    for (const Row& row : rows) {
        CAPTURE(row.fault);
        Record record = good_record();
        row.breaks(record);
        const auto faults = span_faults(record, source);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0] == row.fault);
    }
}
