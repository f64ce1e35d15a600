#include "scan/names.h"

#include <doctest/doctest.h>

#include <string>

#include "fold/fold.h"
#include "knowledge/gazetteer_folder.h"

namespace hardfacts {

namespace {

/// Makers, products and words that are names and words at once.
std::unique_ptr<const NameTable> tiny_table() {
    const GazetteerFolder folder(GazetteerRows{
        {"companies",
         "acme,Acme,Acme Corporation,アクメ,,,\n"
         "acme-cloud,Acme Cloud Services,ACS,,,,acme\n"
         "borealis,Borealis,,ボレアリス,,,\n"
         "pivot,Pivot,Pivot~,ピボット?,not_surface,,\n"
         "kestrel,Kestrel,,,ambiguous_name,,\n"
         "vllm,vLLM Labs,vLLM,,,,\n"
         "hitachi,日立製作所,日立,,,,\n"
         "sun,Sun,,,exact_case;ambiguous_name,,\n"},
        {"chips",
         "acme-a1,Acme A1,A1?;Comet A1,,,,acme\n"
         "acme-core,Acme Core,Core?,,not_surface,,acme\n"
         "acme-x{0},Acme {0},,,,XR\\d00(?: Max)?,acme\n"
         "acme-xr900,Acme XR900,XR900,,,,acme\n"
         "rocket,Rocket RX 500,RX 500,,,,borealis\n"
         "acme-{0},Acme {0},,,,Core Ultra \\d,acme\n"},
        {"products", "kestrel-db,Kestrel,,,ambiguous_name,,acme-cloud\nsunstone,Sunstone Suite,,,,,borealis\n"},
        {"places",
         "nowhere,Nowhere,,ノーウェア,,country,,\n"
         "midland,Midland,ML?,ミッドランド州,,state,nowhere,\n"
         "smallville,Smallville,,スモールビル?,ambiguous_name,city,nowhere,midland\n"
         "kyoto,Kyoto,,京都,,city,,\n"},
        {"people", "ann-bell,Ann Bell,Bell?,アン・ベル;ベル?,,acme\n"},
        {"evidence",
         "company,after,のCEO\nchip,after, chip\nperson,after,氏\nperson,after, said\n"
         "person,before,CEO \ncompany,not_after,海岸\nnone,is,Borealis 500\nnone,is,Acme Way\n"},
    });
    Diagnostics faults;
    auto table = NameTable::load(folder.root(), faults);
    for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
    return table;
}

/// The mentions as "text=entity", joined by "; ". Lines of the text are blocks.
std::string found(const NameTable& table, const std::string& source) {
    Document document;
    document.text = source;
    for (std::size_t begin = 0; begin < source.size();) {
        const std::size_t end = std::min(source.find('\n', begin), source.size());
        Block block;
        block.text = {begin, end};
        if (begin < end) document.blocks.push_back(block);
        begin = end + 1;
    }
    const Text text = fold(document);
    Findings findings;
    scan_names(text, table, findings);
    std::string out;
    for (const Mention& mention : findings.mentions) {
        out.append(out.empty() ? "" : "; ").append(slice(text.folded, mention.span)).append("=").append(mention.entity);
    }
    return out;
}

}  // namespace

TEST_CASE("names of all types, with their spellings") {
    const auto table = tiny_table();
    struct Row {
        const char* text;
        const char* mentions;
    };
    const Row rows[] = {
        {"Borealis makes it.", "Borealis=company:borealis"},
        {"ボレアリスが作る。", "ボレアリス=company:borealis"},
        {"BOREALIS makes it.", "BOREALIS=company:borealis"},
        {"the borealis lights", ""},
        {"ＢＯＲＥＡＬＩＳ社", "BOREALIS=company:borealis"},
        {"acme", ""},
        {"sunstone Suite, Sunstone suite, SunStone Suite", "SunStone Suite=product:sunstone"},
        {"two Borealiss", ""},
        {"ACME", ""},
        {"an RX 500, an RX-500 and an RX500", "RX 500=chip:rocket; RX-500=chip:rocket; RX500=chip:rocket"},
        {"R X500 and RX  500", ""},
        {"two RX 500s", "RX 500s=chip:rocket"},
        {"vLLM and VLLM and vllm", "vLLM=company:vllm"},
        {"日立製作所と日立、日立市", "日立製作所=company:hitachi; 日立=company:hitachi"},
        {"アン・ベル、アン ベル、アンベル",
         "アン・ベル=person:ann-bell; アン ベル=person:ann-bell; アンベル=person:ann-bell"},
        {"Borealis海岸", ""},
        {"see www.x.org/Borealis or borealis.com", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(found(*table, row.text) == row.mentions);
    }
}

TEST_CASE("patterns name what no row lists, rows what they list") {
    const auto table = tiny_table();
    struct Row {
        const char* text;
        const char* mentions;
    };
    const Row rows[] = {
        {"an XR700", "XR700=chip:acme-xxr700"},
        {"an XR700 Max and XR700Max", "XR700 Max=chip:acme-xxr700-max; XR700Max=chip:acme-xxr700-max"},
        {"an XR900", "XR900=chip:acme-xr900"},
        {"XR7000 and xr700 and AXR700", ""},
        {"an XR700s", "XR700s=chip:acme-xxr700"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(found(*table, row.text) == row.mentions);
    }
}

TEST_CASE("ambiguous names need evidence") {
    const auto table = tiny_table();
    struct Row {
        const char* text;
        const char* mentions;
    };
    const Row rows[] = {
        {"the A1 road", ""},
        {"the A1 chip", "A1=chip:acme-a1"},
        {"The Comet A1 is new. A1 ships.", "Comet A1=chip:acme-a1; A1=chip:acme-a1"},
        {"Acme opens.\nThe A1 ships.", "Acme=company:acme; A1=chip:acme-a1"},
        {"Borealis opens.\nThe A1 ships.", "Borealis=company:borealis"},
        {"an Acme A1", "Acme A1=chip:acme-a1"},
        {"アクメのA1", "アクメ=company:acme; A1=chip:acme-a1"},
        {"Pivot to growth", ""},
        {"it said Pivot grows", "Pivot=company:pivot"},
        {"It Is A Pivot", ""},
        {"今日、Pivotは", "Pivot=company:pivot"},
        {"Pivot, Inc. grows", "Pivot, Inc.=company:pivot"},
        {"Pivotは伸びる。", "Pivot=company:pivot"},
        {"ピボットのCEO", "ピボット=company:pivot"},
        {"ピボットする", ""},
        {"Bell rang. Acme said", "Acme=company:acme"},
        {"Ann Bell came. Bell said", "Ann Bell=person:ann-bell; Bell=person:ann-bell"},
        {"ベル氏は", ""},
        {"アクメのベル氏は", "アクメ=company:acme; ベル=person:ann-bell"},
        {"Ann Bell came. Tom Bell said", "Ann Bell=person:ann-bell"},
        {"Acme CEO Bell said", "Acme=company:acme; Bell=person:ann-bell"},
        {"アン・ベルとトム・ベル氏", "アン・ベル=person:ann-bell"},
        {"it said Pivot Research grows", ""},
        {"it said Pivot Acme grows", "Pivot=company:pivot; Acme=company:acme"},
        {"the Old Pivot Inc. grows", ""},
        {"the Borealis 500 and Acme Way fell", ""},
        {"Kestrel is fast", ""},
        {"Kestrel Inc. is fast", "Kestrel Inc.=company:kestrel"},
        {"ACS Kestrel is fast. Kestrel wins", "ACS Kestrel=product:kestrel-db; Kestrel=product:kestrel-db"},
        {"SUN and Sun", ""},
        {"Borealis, Pivot and others", "Borealis=company:borealis; Pivot=company:pivot"},
        {"Pivot and Borealis grow", "Pivot=company:pivot; Borealis=company:borealis"},
        {"Old Pivot and Borealis grow", "Borealis=company:borealis"},
        {"Borealis / Pivot 3", "Borealis=company:borealis"},
        {"ボレアリス、ピボットなどが", "ボレアリス=company:borealis; ピボット=company:pivot"},
        {"ボレアリス、ピボットする", "ボレアリス=company:borealis"},
        {"ピボットやボレアリスが", "ピボット=company:pivot; ボレアリス=company:borealis"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(found(*table, row.text) == row.mentions);
    }
}

TEST_CASE("makers, legal forms and states join their names") {
    const auto table = tiny_table();
    struct Row {
        const char* text;
        const char* mentions;
    };
    const Row rows[] = {
        {"Borealis RX 500", "Borealis RX 500=chip:rocket"},
        {"Borealis's RX 500", "Borealis=company:borealis; RX 500=chip:rocket"},
        {"Acme RX 500", "Acme=company:acme; RX 500=chip:rocket"},
        {"Acme XR700 Max", "Acme XR700 Max=chip:acme-xxr700-max"},
        {"アクメXR700", "アクメXR700=chip:acme-xxr700"},
        {"Acme Cloud Services XR700", "Acme Cloud Services XR700=chip:acme-xxr700"},
        {"Borealis Corp. and Borealis, Inc. grew", "Borealis Corp.=company:borealis; Borealis, Inc.=company:borealis"},
        {"株式会社ボレアリス", "株式会社ボレアリス=company:borealis"},
        {"ボレアリス株式会社は", "ボレアリス株式会社=company:borealis"},
        {"㈱日立製作所", "㈱日立製作所=company:hitachi"},
        {"ボレアリス社は", "ボレアリス=company:borealis"},
        {"Borealis Incorporates", "Borealis=company:borealis"},
        {"in Smallville, Midland, and", "Smallville, Midland=place:smallville"},
        {"in Smallville, ML", "Smallville, ML=place:smallville"},
        {"ミッドランド州スモールビルで", "ミッドランド州スモールビル=place:smallville"},
        {"Kyoto, Nowhere", "Kyoto=place:kyoto; Nowhere=place:nowhere"},
        {"Nowhere, Midland", "Nowhere=place:nowhere; Midland=place:midland"},
        {"the RX 500-H and RX 500-S2", "RX 500-H=chip:rocket-h; RX 500-S2=chip:rocket-s2"},
        {"RX 500-Powered, RX 500-based", "RX 500=chip:rocket; RX 500=chip:rocket"},
        {"Sunstone Suite Pro Max and Sunstone Suite Promise",
         "Sunstone Suite Pro Max=product:sunstone-pro-max; Sunstone Suite=product:sunstone"},
        {"the RX 500 Pro", "RX 500=chip:rocket"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(found(*table, row.text) == row.mentions);
    }
}

TEST_CASE("a value of the front matter names in small letters too") {
    const auto table = tiny_table();
    struct Row {
        const char* text;
        const char* entity;
    };
    const Row rows[] = {
        {"borealis", "company:borealis"}, {"acme-cloud-services", "company:acme-cloud"}, {"kestrel", ""}, {"sun", ""},
        {"borealis grows", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        for (const BlockKind kind : {BlockKind::front_matter, BlockKind::paragraph}) {
            Text text;
            text.folded = row.text;
            text.blocks.push_back({{0, text.folded.size()}, 0, kind});
            Findings findings;
            scan_names(text, *table, findings);
            const std::string_view expected = kind == BlockKind::front_matter ? row.entity : "";
            CHECK((findings.mentions.empty() ? "" : findings.mentions[0].entity) == expected);
        }
    }
}

TEST_CASE("no name runs across the edge of a link") {
    const auto table = tiny_table();
    Text text;
    text.folded = "the Borealis RX 500";
    text.blocks.push_back({{0, text.folded.size()}, 0, BlockKind::paragraph});
    text.seams = {4, 13};
    Findings findings;
    scan_names(text, *table, findings);
    REQUIRE(findings.mentions.size() == 2);
    CHECK(findings.mentions[0].entity == "company:borealis");
    CHECK(findings.mentions[1].entity == "chip:rocket");
}

TEST_CASE("inline code holds no names, and a mention tells its row") {
    const auto table = tiny_table();
    Document document;
    document.text = "run Borealis on Acme";
    Block block;
    block.text = {0, document.text.size()};
    document.blocks.push_back(block);
    document.code.push_back({4, 12});
    const Text text = fold(document);
    Findings findings;
    scan_names(text, *table, findings);
    REQUIRE(findings.mentions.size() == 1);
    CHECK(findings.mentions[0].by == "gazetteers/companies.csv#acme");
    CHECK(findings.mentions[0].name == "Acme");
    CHECK(findings.mentions[0].known);
}

TEST_CASE("a document without blocks and one of odd bytes") {
    const auto table = tiny_table();
    CHECK(found(*table, "") == "");
    CHECK(found(*table, "\xE3\x82\xA1 \xF0\x9F\x98\x80 Acme") == "Acme=company:acme");
}

}  // namespace hardfacts
