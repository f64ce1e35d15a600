#include "read/html.h"

#include <doctest/doctest.h>

#include "read/html_reading.h"

using namespace hardfacts;
using hardfacts::test::blocks_of;
using hardfacts::test::find_block;
using hardfacts::test::read_page;
using hardfacts::test::source_of;

namespace {
struct Row {
    std::string page;
    std::string blocks;
};
}  // namespace

TEST_CASE("HTML: what becomes which block") {
    const Row rows[] = {
        {"<p>One.</p><p>Two.</p>", "p One.\np Two."},
        {"Bare text", "p Bare text"},
        {"<h1>A</h1><h2>B</h2><div>c<p>d</div>e", "h1 A\nh2 B\np c\np d\np e"},
        {"<ul><li>a<ul><li>b</ul><li>c</ul>", "li1 a\nli2 b\nli1 c"},
        {"<ol><li><p>a</p><p>b</p></li></ol>", "li1 a\nli1 b"},
        {"<dl><dt>Memory<dd>144 GB<dt>Power<dd>700 W</dl>", "li1 Memory\nli2 144 GB\nli1 Power\nli2 700 W"},
        {"<blockquote><p>a</p><ul><li>b</ul></blockquote>c", ">p a\n>li1 b\np c"},
        {"<figure><img alt='A rack of servers'><figcaption>The rack</figcaption></figure>",
         "cap A rack of servers\ncap The rack"},
        {"<img alt='a rack'><br><img alt='a chip'>", "cap a rack\ncap a chip"},
        {"<p>Chips <img alt='(photo)'> here</p>", "p Chips (photo) here"},
        {"<img alt='IMG_1234.jpg'><img alt=''><img><p>x", "p x"},
        {"<pre>\n a = 1;\r\n  b &amp; c\n</pre>", "code a = 1;\n  b & c"},
        {"<p>a<hr>b", "p a\np b"},
        {"<p>Soft<br>ware is here.<br>The next line.<br><br>third", "p Soft ware is here.\np The next line.\np third"},
        {"<h2>Two<br>lines</h2>", "h2 Two lines"},
        {"<p>&nbsp;</p><div> \n </div><p>x</p>", "p x"},
        {"<details><summary>More</summary><p>Text</details>", "p More\np Text"},
        {"<p>a <!-- no -->b<script>c</script><style>d</style></p>", "p a b"},
        {"<p>kept <a href=x>as a link</a></p>", "p kept as a link"},
        {"<p>see https://example.com/a?b=1&amp;c=22 for 3</p>", "p see for 3"},
        {"<textarea>a</textarea><p>b</p><button>c</button>", "p b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(blocks_of(row.page) == row.blocks);
    }
}

TEST_CASE("HTML: text that tags, references and line ends divide") {
    const Row rows[] = {
        {"<p>3<b>億</b>ドル", "p 3億ドル"},
        {"<p>foot<!-- x -->ball", "p football"},
        {"<p>a<b> b</b> \n <i>c</i>", "p a b c"},
        {"<p>半導体\r\n工場", "p 半導体工場"},
        {"<p>chip\r\nmaker", "p chip maker"},
        {"<p><b>半導体</b>\n<b>工場</b>", "p 半導体工場"},
        {"<p>AT&amp;T, &yen;500 &#165;600 &#x2014; &#150;", "p AT&T, ¥500 ¥600 — –"},
        {"<p>a&nbspb &copy2025 &unknown; R&D", "p a\u00a0b ©2025 &unknown; R&D"},
        {"<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>だ", "p 漢字だ"},
        {"<p>10<sup>15</sup> and 1<sup>st</sup>, 5 km<sup>2</sup>, CO<sub>2</sub>", "p 10^15 and 1st, 5 km^2, CO2"},
        {"<p>$3 billion<sup><a href=#1>1</a></sup> or 4<sup>[2]</sup>.", "p $3 billion or 4."},
        {"<p>data&shy;center da<wbr>ta", "p data\u00adcenter data"},
        {std::string("<p>3\0"
                     "5</p>",
                     9),
         "p 35"},
        {"<p>1 < 2 and a<b", "p 1 < 2 and a"},
        {"<p>x</p></p>y", "p x\np y"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(blocks_of(row.page) == row.blocks);
    }
}

TEST_CASE("HTML: spans lead back to the bytes of the source") {
    const Document page = read_page(
        "<html><body>\r\n<p>It costs 3<b>億</b>\r\nドル, AT&amp;T says.</p><table><div>moved</div>"
        "<tr><td>a<td>1<tr><td>b<td>2</table><p><b>x<p>y</b>z</body></html>");
    CHECK(source_of(page, "3億ドル") == "3<b>億</b>\r\nドル");
    CHECK(source_of(page, "AT&T") == "AT&amp;T");
    CHECK(source_of(page, "&") == "&amp;");
    CHECK(source_of(page, "moved") == "moved");
    CHECK(blocks_of(page) == "p It costs 3億ドル, AT&T says.\np moved\ntd a\ntd 1\ntd b\ntd 2\np x\np yz");
    CHECK(source_of(page, "yz") == "y</b>z");
}

TEST_CASE("HTML: an item knows its list, a cell its headings") {
    const Document page = read_page(
        "<h1>T</h1><p>Lead:</p><ul><li>a<ul><li>b</ul></ul><h2>S</h2>"
        "<table><tr><th>Chip<th>Memory<tr><td rowspan=2>K-7<td>144 GB<tr><td>192 GB</table>");
    const auto block = [&](std::string_view text) { return page.blocks[find_block(page, text)]; };
    CHECK(block("a").lead_in == find_block(page, "Lead:"));
    CHECK(block("b").lead_in == find_block(page, "a"));
    CHECK(block("a").heading == find_block(page, "T"));
    CHECK(block("S").heading == find_block(page, "T"));
    for (const std::string_view memory : {"144 GB", "192 GB"}) {
        CHECK(block(memory).row_heading == find_block(page, "K-7"));
        CHECK(block(memory).column_heading == find_block(page, "Memory"));
        CHECK(block(memory).heading == find_block(page, "S"));
        CHECK(block(memory).column == 1);
    }
    CHECK(block("Memory").header_cell);
    CHECK(block("Memory").row == 0);
    CHECK(block("192 GB").row == 2);
}

TEST_CASE("HTML: code has its ranges") {
    const Document page = read_page("<p>Set <code>n = 5</code> and 6.<p><kbd>a <b>b</b></kbd>");
    REQUIRE(page.code.size() == 2);
    CHECK(slice(page.text, page.code[0]) == "n = 5");
    CHECK(slice(page.text, page.code[1]) == "a b");
}

TEST_CASE("HTML: a number that is divided over cells is one") {
    const Document page = read_page(
        "<table><tr><td><td colspan=3>2025<tr><td>Revenue<td>$<td>1,250<td><tr><td>Loss<td>$<td>(40<td>)"
        "<tr><td>Share<td><td>62<td>%</table>");
    CHECK(blocks_of(page) == "th 2025\ntd Revenue\ntd $1,250\ntd Loss\ntd $(40)\ntd Share\ntd 62%");
    const Block& loss = page.blocks[find_block(page, "$(40)")];
    CHECK(loss.row_heading == find_block(page, "Loss"));
    CHECK(loss.column_heading == find_block(page, "2025"));
}

TEST_CASE("HTML: hard input stays linear and keeps every promise") {
    const auto times = [](std::size_t count, std::string_view piece) {
        std::string out;
        for (std::size_t k = 0; k < count; ++k) out += piece;
        return out;
    };
    constexpr std::size_t many = 100'000;
    CHECK(blocks_of(times(many, "<div>") + "x" + times(many, "</div>")) == "p x");
    CHECK(blocks_of(times(many, "<b>") + "x") == "p x");
    CHECK(blocks_of(times(many, "<table><tr><td>") + "x") == "p x");
    CHECK(blocks_of(times(many, "<ul><li>") + "x") == "li255 x");
    CHECK(blocks_of("<p>" + times(many, "<b>") + "x</p><p>y") == "p x\np y");
    CHECK(blocks_of(times(many, "<a href=x><b>") + "x" + times(many, "</a></b>")) == "p x");
    CHECK(blocks_of("<p>x" + times(many, "<script><!--<script></script>")) == "p x");
    CHECK(blocks_of("<p>x" + times(many, "<!--")) == "p x");
    CHECK(blocks_of("<p>x" + times(many, "<a b=\"")) == "p x");
}

TEST_CASE("HTML: by name, by content, and what the page says of itself") {
    for (const char* const start : {"<!DOCTYPE html>", " <html>", "<?xml version='1.0'?>\n<!-- a -->\n<html>"}) {
        InputOptions options;
        std::istringstream in(std::string(start) + "<title>A - Site</title><h1>A</h1><p>b");
        int documents = 0;
        const auto take = [&](Document&& document) {
            ++documents;
            CHECK(document.info.title == "A");
            return true;
        };
        read_documents(in, options, take, [](Diagnostic&& fault) { FAIL(to_string(fault)); });
        CHECK(documents == 1);
    }
}
