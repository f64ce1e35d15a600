#include "compose/compose.h"

#include <doctest/doctest.h>

#include "compose/marked.h"
#include "knowledge/attributes.h"
#include "knowledge/claim_rules.h"
#include "knowledge/names.h"
#include "knowledge/values.h"

using namespace hardfacts;

namespace {

const Knowledge& knowledge() {
    static const Knowledge loaded = [] {
        Diagnostics faults;
        Knowledge result;
        result.attributes = AttributeTable::load(HARDFACTS_ROOT, faults);
        result.claim_rules = std::make_unique<ClaimRuleTable>();
        for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
        REQUIRE(faults.empty());
        return result;
    }();
    return loaded;
}

/// "attribute subject value modality role=entity", one line a claim.
std::string told(std::string_view written) {
    const test::Marked input = test::marked(written);
    std::string out;
    for (const Claim& claim : compose(input.document, input.text, input.findings, knowledge()).claims) {
        const auto& mentions = input.findings.mentions;
        if (!out.empty()) out += " | ";
        out += std::string(claim.kind) + '/' + std::string(claim.attribute);
        if (!claim.direction.empty()) out += '/' + std::string(claim.direction);
        out += ' ' + std::string(mentions[claim.subject].name) + " = " +
               std::string(slice(input.text.folded, mentions[claim.value].span));
        if (claim.modality != "asserted") out += ' ' + std::string(claim.modality);
        for (const auto& [role, mention] : claim.roles) {
            out += ' ' + std::string(role) + '=' + std::string(mentions[mention].name);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a value is bound where the sentence makes its subject plain") {
    struct Row {
        const char* text;
        const char* claims;
    };
    for (const Row row : {
             Row{"{chip:Borealis 9}は{FLOPS:40 PFLOPS}の計算性能を持つ。", "spec/compute Borealis 9 = 40 PFLOPS"},
             Row{"The {chip:Borealis 9} has {B:96GB} of HBM3e memory.", "spec/memory_capacity Borealis 9 = 96GB"},
             Row{"{company:ノルド社}は{unit:1,200基}の{chip:Borealis 9}を導入する予定だ。",
                 "count/units Borealis 9 = 1,200基 planned holder=ノルド社"},
             Row{"{company:Alpha} reported revenue of {money:$4.2 billion}.", "money/revenue Alpha = $4.2 billion"},
             Row{"{company:アルファ}の時価総額は{money:3兆円}に達した。", "money/market_cap アルファ = 3兆円"},
             Row{"{company:Alpha} raised {money:$90 million} at a valuation of {money:$1 billion}.",
                 "money/funding Alpha = $90 million | money/valuation Alpha = $1 billion"},
             Row{"{chip:Borealis 9}の消費電力は{chip:Borealis 8}比で{percent:30%}削減された。",
                 "ratio/power/down Borealis 9 = 30% baseline=Borealis 8"},
             Row{"{company:アルファ}の売上高は前年同期比{percent:24%}増となった。", "ratio/revenue/up アルファ = 24%"},
             Row{"{company:アルファ}の売上高は{money:7,000億円}、営業利益は{money:2,000億円}だった。",
                 "money/revenue アルファ = 7,000億円"},
             Row{"{chip:Core Nine}プロセッサを{unit:500万台}出荷した。", "count/units Core Nine = 500万台"},
             Row{"{company:Alpha} posted revenue of {money:$4 billion}, according to {company:Beta}.",
                 "money/revenue Alpha = $4 billion reported"},
             Row{"# {chip:Borealis 9}\n- メモリ: {B:96GB}", "spec/memory_capacity Borealis 9 = 96GB"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("no claim where two could be meant, or nothing tells what the value says") {
    for (const char* text : {
             "{company:Alpha} and {company:Beta} signed a {money:$2 billion} contract.",
             "{company:アルファ}と{company:ベータ}の{money:20億ドル}の契約。",
             "{B:96GB} of memory is typical.",
             "{company:Alpha} will acquire {company:Beta} in a transaction valued at {money:$5 billion}.",
             "{chip:Borealis 9}、{chip:Borealis 8}、{FLOPS:40 PFLOPS}。",
             "{person:Ada Vale} walked {m:5 km}.",
         }) {
        CHECK_MESSAGE(told(text).empty(), text);
    }
}
