#include "resolve/resolve.h"

#include <doctest/doctest.h>

#include "fold/fold.h"

using namespace hardfacts;

namespace {

/// A document whose source has markup: "**３億ドル**をAT&amp;Tが…" read as "３億ドルをAT&Tが…".
Document marked_up() {
    Document document;
    document.info.id = "a.md";
    document.source = "**３億**ドルをAT&amp;Tが";
    document.text = "３億ドルをAT&Tが\n";
    document.map.add_verbatim(2, 6);
    document.map.add_verbatim(10, 11);
    document.map.add_replaced({21, 26}, 1);
    document.map.add_verbatim(26, 4);
    document.map.add_replaced({30, 30}, 1);
    Block block;
    block.text = {0, document.text.size() - 1};
    document.blocks.push_back(block);
    return document;
}

Findings findings_of(const Text& text) {
    Findings findings;
    Mention& money = findings.mentions.emplace_back();
    money.type = MentionType::money;
    money.span = {0, text.folded.find("を")};
    Value value;
    value.magnitude.number = Decimal(300000000);
    value.unit = value.base_unit = "USD";
    value.base = value.magnitude;
    money.value = std::make_shared<const Value>(std::move(value));
    money.by = "value.money";
    Mention& company = findings.mentions.emplace_back();
    company.span = {text.folded.find("AT"), text.folded.find("が")};
    company.entity = "company:att";
    company.name = "AT&T";
    company.by = "gazetteers/companies.csv#att";
    return findings;
}

Claim claim_of(const Text& text) {
    Claim claim;
    claim.kind = "money";
    claim.attribute = "revenue";
    claim.subject = 1;
    claim.value = 0;
    claim.evidence = {0, text.folded.size() - 1};
    claim.rule = "binder.test";
    claim.confidence = "0.5";
    return claim;
}

}  // namespace

TEST_CASE("spans run over markup, plain gives the reading") {
    const Document document = marked_up();
    const Text text = fold(document);
    REQUIRE(text.folded == "3億ドルをAT&Tが\n");
    const Record record = resolve(document, text, findings_of(text), {{claim_of(text)}, {}});
    REQUIRE(record.mentions.size() == 2);
    CHECK(record.mentions[0].text == "３億**ドル");
    CHECK(record.mentions[0].plain == "３億ドル");
    CHECK(record.mentions[0].span.byte == Span{2, 16});
    CHECK(record.mentions[0].span.character == Span{2, 8});
    CHECK(record.mentions[1].text == "AT&amp;T");
    CHECK(record.mentions[1].plain == "AT&T");
    REQUIRE(record.facts.size() == 1);
    CHECK(record.facts[0].subject->mention == "m2");
    CHECK(record.facts[0].value_text == "３億**ドル");
    CHECK(record.facts[0].evidence.quote == document.source.substr(2));
    CHECK(record.facts[0].evidence.prefix == "**");
}

TEST_CASE("a claim said twice is one fact with two occurrences; ids do not depend on order") {
    const Document document = marked_up();
    const Text text = fold(document);
    const Claim once = claim_of(text);
    Claim other = once;
    other.attribute = "profit";
    const Record record = resolve(document, text, findings_of(text), {{once, other, once}, {}});
    const Record turned = resolve(document, text, findings_of(text), {{other, once}, {}});
    REQUIRE(record.facts.size() == 2);
    CHECK(record.facts[0].occurrences.size() == 2);
    CHECK(record.facts[0].id == turned.facts[1].id);
    CHECK(record.facts[1].id == turned.facts[0].id);
    CHECK(record.facts[0].id != record.facts[1].id);
}

TEST_CASE("characters that do not show inside a mention are told once, at the first of them") {
    struct Row {
        const char* source;
        bool told;
    };
    for (const Row& row : {Row{"３億ドルをATがATが", false},
                           {"３\u200B億ドルをA\u00ADTが", true},
                           {"３億ドルをA\u200BTがA\u00ADTが", true},
                           {"３億ドル\u200Bを\u200BAT\u200Bが", false},
                           {"\u200B３億ドルをATが", false}}) {
        Document document;
        document.source = row.source;
        document.text = document.source + '\n';
        document.map.add_verbatim(0, document.source.size());
        document.map.add_replaced({document.source.size(), document.source.size()}, 1);
        Block block;
        block.text = {0, document.source.size()};
        document.blocks.push_back(block);
        const Text text = fold(document);
        const Findings findings = findings_of(text);
        const Record record = resolve(document, text, findings, {});
        CAPTURE(row.source);
        REQUIRE(record.warnings.size() == (row.told ? 1 : 0));
        if (!row.told) continue;
        CHECK(record.warnings[0].code == "text.invisible");
        REQUIRE(record.warnings[0].span);
        CHECK(slice(document.source, record.warnings[0].span->byte).find("\u200B") != std::string_view::npos);
    }
}
