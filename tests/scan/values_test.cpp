#include "scan/values.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fold/fold.h"
#include "scan/value_examples.h"
#include "support/value_table.h"

using namespace hardfacts;

namespace {

const ValueTable& table() { return project_values(); }

struct Name {
    MentionType type;
    const char* text;
};

Findings scanned(const std::string& source, const std::vector<Name>& names = {}) {
    Text text;
    text.folded = fold(source);
    text.blocks.push_back({{0, text.folded.size()}, 0, BlockKind::paragraph});
    Findings findings;
    for (const Name& name : names) {
        Mention mention;
        mention.type = name.type;
        const std::size_t at = text.folded.find(name.text);
        mention.span = {at, at + std::string_view(name.text).size()};
        findings.mentions.push_back(mention);
    }
    scan_values(text, table(), findings);
    return findings;
}

/// "[text] relation number unit" of every value, dates left out.
std::string values(const std::string& source, const std::vector<Name>& names = {}) {
    std::string out;
    const std::string folded = fold(source);
    for (const Mention& one : scanned(source, names).mentions) {
        if (is_entity(one.type) || one.type == MentionType::date) continue;
        if (!out.empty()) out += "; ";
        out += "[" + std::string(slice(folded, one.span)) + "] " + read_back(one);
    }
    return out;
}

}  // namespace

TEST_CASE("one value, many ways to write it") {
    const char* rows[] = {"計画は$2,500,000,000だ。",     "計画は25億ドルだ。",
                          "計画は２５億ドルだ。",         "計画は米ドル建てで25億米ドルだ。",
                          "The plan is $2.5 billion.",    "The plan is $2.5bn.",
                          "The plan is US$2.5B.",         "The plan is 2.5 billion dollars.",
                          "The plan is USD 2.5 billion.", "計画は25 億ドルだ。",
                          "計画は二十五億ドルだ。",       "計画は$25億だ。"};
    for (const char* row : rows) {
        CAPTURE(row);
        CHECK(values(row).find(" eq 2500000000 USD") != std::string::npos);
    }
}

TEST_CASE("values as analysts read them") {
    struct Row {
        const char* text;
        const char* want;
    };
    const Row rows[] = {
        {"費用は4億2,600万ドルだった。", "[4億2,600万ドル] eq 426000000 USD"},
        {"The bar carries over 2,000 A under load.", "[2,000 A] gt 2000 A"},
        {"A ±400 VDC bus is used.", "[±400 VDC] eq 400 V"},
        {"They plan 10+ GW by then.", "[10+ GW] ge 10 GW"},
        {"Fans watched 386M hours of it.", "[386M hours] eq 386000000 hour"},
        {"It has 110M MAU.", "[110M MAU] eq 110000000 unit"},
        {"It takes tens of trials and dozens of guesses.", "[tens] range 20..90 unit; [dozens] range 24..99 unit"},
        {"They sold 230M Pebbles.", "[230M Pebbles] eq 230000000 unit"},
        {"35Bモデルは総パラメータ35Bだ。", "[35B] eq 35000000000 parameter; [35B] eq 35000000000 parameter"},
        {"The 8B version is free, the 70B variant is not.",
         "[8B] eq 8000000000 parameter; [70B] eq 70000000000 parameter"},
        {"It supports 32K context.", "[32K] eq 32000 token"},
        {"They sold 35 models.", "[35 models] eq 35 unit"},
        {"5,000を超えるGPUと13兆を超えるトークンだ。", "[5,000] gt 5000 unit; [13兆] gt 13000000000000 token"},
        {"30を超える夢だ。", ""},
        {"管理を一元化し、〇〇%減、〇時間の余裕を生む。", ""},
        {"It has two Gigabit Ethernet ports and a PCIe 2.0 1x slot.", "[two Gigabit Ethernet ports] eq 2 unit"},
        {"A mid-$40M range, a sub-$24,000 car, $200K-$400K a rack.",
         "[$40M] eq 40000000 USD; [$24,000] lt 24000 USD; [$200K-$400K] range 200000..400000 USD"},
        {"It costs anywhere from $380 to $500.", "[$380 to $500] range 380..500 USD"},
        {"It rose from $3 to $5.", "[$3] eq 3 USD; [$5] eq 5 USD"},
        {"It moves from 9th to #3 in pumps and is now #2 there.", "[#3] eq 3 rank; [#2] eq 2 rank"},
        {"They sent 17 new box trucks and 6 tall masts.", "[17] eq 17 unit; [6 tall masts] eq 6 unit"},
        {"They sell the DELTA 3 series power stations.", ""},
        {"CVSS 9.9の重大な脆弱性と500体のロボット、4体制。", "[500体] eq 500 unit"},
        {"関税は$25\\%$で、$1.75\\times$となる。", "[25\\%] eq 25 %; [1.75\\times] eq 1.75 x"},
        {"An industry-first 400G optical module and 1.6T pluggables.", "[400G] eq 400 Gbps; [1.6T] eq 1.6 Tbps"},
        {"The 5G link has 16G of memory.", ""},
        {"費用を 4 分の 1 に抑える。", "[4 分の 1] eq 0.25 x"},
        {"A Vega Pro 580X GPU is 10X faster.", "[10X] eq 10 x"},
        {"回答者の半数が使い、過半数ではない。", "[半数] eq 0.5 x"},
        {"It fell by one-third to $84.5B, in three quarters to $9.29 billion.",
         "[one-third] eq 0.33333333333333333333 x; [$84.5B] eq 84500000000 USD; [$9.29 billion] eq 9290000000 USD"},
        {"It costs $5/100 pages.", "[$5] eq 5 USD; [100 pages] eq 100 unit"},
        {"It grew from $10 billion in 2026 to $20 billion.",
         "[$10 billion] eq 10000000000 USD; [$20 billion] eq 20000000000 USD"},
        {"It grew from 1,000 units in 2024 to 5,000 units.", "[1,000 units] eq 1000 unit; [5,000 units] eq 5000 unit"},
        {"They hire 2000 to 3000 people.", "[2000 to 3000 people] range 2000..3000 unit"},
        {"Margins fell over 100bps to 74.1%, stock is up 2 days to 48 days.",
         "[100bps] gt 1 %; [74.1%] eq 74.1 %; [2 days] eq 2 day; [48 days] eq 48 day"},
        {"中国3社から1,600万件が届く。", "[3社] eq 3 unit; [1,600万件] eq 16000000 unit"},
        {"Atlas 2 brings more, Atlas+ 3 delivers less.", ""},
        {"They booked $36-46M restructuring charges.", "[$36-46M] range 36000000..46000000 USD"},
        {"It was flat for 21 calm months.", ""},
        {"The maximum clock of the core is 4.6 GHz.", "[4.6 GHz] le 4.6 GHz"},
        {"最大消費電力は40Wだ。", "[40W] le 40 W"},
        {"最大手の売上は40億円だ。", "[40億円] eq 4000000000 JPY"},
        {"It starts at $12 / €11 / £10.", "[$12] ge 12 USD; [€11] ge 11 EUR; [£10] ge 10 GBP"},
        {"The fee went up to $28.", "[$28] eq 28 USD"},
        {"The lab spent $50 plus $60 million.", "[$50] eq 50 USD; [$60 million] eq 60000000 USD"},
        {"It was NT $50 then.", "[NT $50] eq 50 TWD"},
        {"The board is not exceeding 40 W.", "[40 W] le 40 W"},
        {"244ページの資料(1/3 ページ)だ。", "[244ページ] eq 244 unit"},
        {"産業は5784億元に達した。4元に戻す。", "[5784億元] eq 578400000000 CNY"},
        {"利用は6ポイントの増加だ。", "[6ポイント] eq 6 %"},
        {"動画は95万ビューを得た。", "[95万ビュー] eq 950000 unit"},
        {"30以上の金融機関が集う。", "[30] ge 30 unit"},
        {"道具を5選ぶ。便利な道具5選", "[5選] eq 5 unit"},
        {"費用は60億ドル(約9兆円)規模だ。", "[60億ドル] about 6000000000 USD; [9兆円] about 9000000000000 JPY"},
        {"最大で約40台だ。", "[40台] le 40 unit"},
        {"90%以上が使う。", "[90%] ge 90 %"},
        {"数十億円以上だ。", "[数十億円] range 2000000000..9000000000 JPY"},
        {"It has 700K+ users.", "[700K] ge 700000 unit"},
        {"It costs $7B+ now.", "[$7B] ge 7000000000 USD"},
        {"$12.5B〜$13.5Bを見込む。", "[$12.5B〜$13.5B] range 12500000000..13500000000 USD"},
        {"60〜80億円かかる。", "[60〜80億円] range 6000000000..8000000000 JPY"},
        {"900万〜1億人だ。", "[900万〜1億人] range 9000000..100000000 unit"},
        {"A 7-9U chassis.", "[7-9U] range 7..9 U"},
        {"between 40 and 60 racks", "[40 and 60 racks] range 40..60 unit"},
        {"出力は30 or 60 kWだ。", "[30] eq 30 kW; [60 kW] eq 60 kW"},
        {"粗利率は+2.5ptだった。", "[+2.5pt] eq 2.5 %"},
        {"改善は3割5分だ。", "[3割5分] eq 35 %"},
        {"The loss was -$90M.", "[-$90M] eq -90000000 USD"},
        {"営業損失は-$9,100Mだ。", "[-$9,100M] eq -9100000000 USD"},
        {"YoY-6.5%だった。", "[-6.5%] eq -6.5 %"},
        {"時速80キロメートルで走る。", "[時速80キロメートル] eq 80 km/h"},
        {"毎秒9ギガバイトだ。", "[毎秒9ギガバイト] eq 9 GB/s"},
        {"It is 6 ft 3 in tall.", "[6 ft 3 in] eq 6.25 ft"},
        {"パラメータ数は9,000億だ。", "[9,000億] eq 900000000000 parameter"},
        {"旧型比1/5の費用だ。", "[1/5] eq 0.2 x"},
        {"A 25 Gigabit network.", "[25 Gigabit] eq 25 Gbps"},
        {"数百万のGPUを束ねる。", "[数百万] range 2000000..9000000 unit"},
        {"60 of the 80 companies left.", "[60] eq 60 unit; [80 companies] eq 80 unit"},
        {"一方で二社が残った。", "[二社] eq 2 unit"},
        {"世界第2位の工場だ。", "[第2位] eq 2 rank"},
        {"遅延は5.5 msだ。", "[5.5 ms] eq 5.5 ms"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(values(row.text) == row.want);
    }
}

TEST_CASE("numbers that are no values") {
    const char* rows[] = {
        "v2.1 と 3.0.4 が出た。",
        "会議は10:30に始まる。",
        "第3世代の部品だ。",
        "千歳市に工場がある。",
        "I'm here.",
        "その1つが鍵だ。",
        "一部の会社は一般的だ。",
        "H100とMI355Xを比べた。",
        "See https://example.com/500/GB now.",
        "テスト社(9876)が上げた。",
        "1. はじめに",
        "2031年に5Gが広がる。",
        "一石を投じる。",
        "十分に速い。",
        "Only 8 in 12 agreed.",
        "write to a24@example.com",
        "図3を見よ。",
        "data_2031_07.csv",
        "Llama-3 の話だ。",
        "三位一体の改革だ。",
        "複数の会社だ。",
        "何人いるのか。",
        "the two parts of it",
        "007 is a film.",
    };
    for (const char* row : rows) {
        CAPTURE(row);
        CHECK(values(row) == "");
    }
}

TEST_CASE("names around numbers") {
    CHECK(values("It holds 9,000 MI355X now.", {{MentionType::chip, "MI355X"}}) == "[9,000] eq 9000 unit");
    CHECK(values("9,000 Atlas X9 GPUs", {{MentionType::chip, "Atlas X9"}}) == "[9,000] eq 9000 unit");
    CHECK(values("Zen 5 cores run.", {{MentionType::chip, "Zen"}}) == "");
    CHECK(values("The Model 500 GB part.", {{MentionType::product, "Model 500"}}) == "");
    CHECK(values("It gives 90 FP8 PFLOPS.", {{MentionType::product, "FP8"}}) == "[90 FP8 PFLOPS] eq 90 PFLOPS");
    CHECK(values("数千のAtlasを置く。", {{MentionType::system, "Atlas"}}) == "[数千] range 2000..9000 unit");
}

TEST_CASE("front matter and inline code hold no values") {
    Text text;
    text.folded = "40 GB\n50 GB";
    text.blocks.push_back({{0, 5}, 0, BlockKind::front_matter});
    text.blocks.push_back({{6, 11}, 1, BlockKind::paragraph});
    Findings findings;
    scan_values(text, table(), findings);
    REQUIRE(findings.mentions.size() == 1);
    CHECK(findings.mentions[0].span == Span{6, 11});
    text.code.push_back({6, 11});
    Findings silent;
    scan_values(text, table(), silent);
    CHECK(silent.mentions.empty());
}

TEST_CASE("the dollar without a country is told once a document") {
    const Findings findings = scanned("30ドルと40ドルだ。");
    REQUIRE(findings.warnings.size() == 1);
    CHECK(findings.warnings[0].code == "currency.assumed");
    CHECK(findings.warnings[0].message == "ドル read as USD");
    CHECK(scanned("30台湾ドルだ。").warnings.empty());
    CHECK(scanned("US$30 is paid.").warnings.empty());
}

TEST_CASE("what a value is divided by keeps its number") {
    struct Row {
        const char *text, *per;
    };
    for (const Row& row : {
             Row{"1ラックあたり2ドルだ。", "ラック"},
             Row{"100万トークンあたり0.14ドルだ。", "100万トークン"},
             Row{"1Mトークンあたり$0.30だ。", "1Mトークン"},
             Row{"1,000ページあたり2ドルだ。", "1,000ページ"},
             Row{"It costs $5 per million output tokens if used.", "million output tokens"},
             Row{"It costs $5 per 1,000 pages of text.", "1,000 pages"},
             Row{"It costs $5 per rack and year.", "rack"},
         }) {
        CAPTURE(row.text);
        const Findings findings = scanned(row.text);
        REQUIRE(!findings.mentions.empty());
        CHECK(findings.mentions.front().value->per == row.per);
    }
}

TEST_CASE("per and base units") {
    const Findings findings = scanned("棚あたり2 TB/sを出す。月額20ドルで使う。");
    REQUIRE(findings.mentions.size() == 2);
    CHECK(findings.mentions[0].value->per == "棚");
    CHECK(findings.mentions[0].value->base_unit == "B/s");
    CHECK(*findings.mentions[0].value->base.number == *Decimal::parse("2000000000000"));
    CHECK(findings.mentions[1].value->per == "month");
    CHECK(findings.mentions[1].value->dimension == "money");
}

TEST_CASE("mentions come in order and values never overlap") {
    const Findings findings =
        scanned("60〜80億円、90%、7割5分、$5-9B、5 ft 2 in、2031年5月7日、half the 40 GB or 80 GB, 5 CNY billions.");
    std::size_t end = 0;
    for (const Mention& one : findings.mentions) {
        CHECK(one.span.begin >= end);
        end = one.span.end;
    }
    CHECK(findings.mentions.size() >= 8);
}
