#include "read/feed.h"

#include <doctest/doctest.h>

#include <sstream>

#include "read/promises.h"

using namespace hardfacts;

namespace {

struct Reading {
    std::vector<Document> documents;
    std::vector<Diagnostic> faults;
};

Reading read(const std::string& feed, InputOptions options = {}) {
    if (options.path.empty()) options.path = options.id = "news.xml";
    Reading reading;
    std::istringstream in(feed);
    read_documents(
        in, options,
        [&](Document&& document) {
            CHECK(test::broken_promise(document) == "");
            reading.documents.push_back(std::move(document));
            return true;
        },
        [&](Diagnostic&& fault) { reading.faults.push_back(std::move(fault)); });
    return reading;
}

std::string rss(const std::string& items) {
    return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>News</title>\n" + items +
           "</channel></rss>\n";
}

/// The text that is read of an RSS item with this content, blocks divided by |.
std::string text_of(const std::string& content) {
    const Reading reading = read(rss("<item>" + content + "</item>"));
    if (reading.documents.size() != 1) return reading.faults.empty() ? "(nothing)" : to_string(reading.faults[0]);
    std::string text = reading.documents[0].text;
    if (!text.empty()) text.pop_back();
    for (char& c : text) c = c == '\n' ? '|' : c;
    return text;
}

}  // namespace

TEST_CASE("an item of each kind of feed is a document with its id, date and title") {
    struct Row {
        const char* kind;
        std::string feed;
        const char* record;
        const char* published;
        const char* field;
    };
    for (const Row& row : {
             Row{"RSS 2.0",
                 rss("<item><title>Orders</title><link>https://example.com/1</link><guid isPermaLink='false'>n-1</guid>"
                     "<pubDate>Sat, 06 Dec 2025 09:30:00 +0900</pubDate><description>Ten racks.</description></item>"),
                 "n-1", "2025-12-06T09:30:00+09:00", "description"},
             {"RSS without a guid",
              rss("<item><title>Orders</title><link> https://example.com/1 </link><description>Ten "
                  "racks.</description></item>"),
              "https://example.com/1", nullptr, "description"},
             {"RSS with content",
              "<rss xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:d='http://purl.org/dc/elements/1.1/'>"
              "<channel><item><title>Orders</title><description>Short.</description><d:date>2025-12-06</d:date>"
              "<c:encoded><![CDATA[<p>Ten racks.</p>]]></c:encoded></item></channel></rss>",
              "L1", "2025-12-06", "c:encoded"},
             {"Atom",
              "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><id>urn:feed</id>\n"
              "<entry><title>Orders</title><id>urn:n:1</id><link rel='self' href='https://example.com/self'/>"
              "<link href='https://example.com/1'/><updated>2025-12-08T00:00:00Z</updated>"
              "<published>2025-12-06T09:30:00Z</published><summary>Short.</summary>"
              "<content type='html'>&lt;p&gt;Ten racks.&lt;/p&gt;</content></entry></feed>",
              "urn:n:1", "2025-12-06T09:30:00Z", "content"},
             {"Atom with a prefix",
              "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Orders</a:title><a:id>urn:n:1</a:id>"
              "<a:content>Ten racks.</a:content></a:entry></a:feed>",
              "urn:n:1", nullptr, "a:content"},
             {"RDF",
              "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
              "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://example.com/'/>"
              "<item rdf:about='https://example.com/1'><title>Orders</title><link>https://example.com/x</link>"
              "<dc:date>2025-12-06T09:30:00+09:00</dc:date><description>Ten racks.</description></item></rdf:RDF>",
              "https://example.com/1", "2025-12-06T09:30:00+09:00", "description"},
         }) {
        CAPTURE(row.kind);
        const Reading reading = read(row.feed);
        REQUIRE(reading.documents.size() == 1);
        CHECK(reading.faults.empty());
        const Document& document = reading.documents[0];
        CHECK(document.text == "Ten racks.\n");
        CHECK(document.info.title == "Orders");
        CHECK(document.info.record == row.record);
        CHECK(document.info.id == "news.xml#" + std::string(row.record));
        CHECK(document.info.path == "news.xml");
        CHECK(document.info.encoding == "UTF-8");
        CHECK(document.info.field == row.field);
        CHECK(document.info.published.value_or("") == (row.published == nullptr ? "" : row.published));
    }
}

TEST_CASE("the text of an item") {
    struct Row {
        const char* content;
        const char* text;
    };
    for (const Row& row : {
             Row{"<description>AT&amp;T buys &lt;10 chips</description>", "AT&T buys <10 chips"},
             {"<description>AT&amp;amp;T buys &lt;b&gt;ten&lt;/b&gt; chips</description>", "AT&T buys ten chips"},
             {"<description><![CDATA[<h2>One</h2><p>Two</p><ul><li>Three</li></ul>]]></description>", "One|Two|Three"},
             {"<description>one&nbsp;&eacute;t&eacute;</description>", "one\u00A0été"},
             {"<description>Inline <b>ten</b> chips &amp; more</description>", "Inline ten chips & more"},
             {"<description> </description><summary>Here</summary>", "Here"},
             {"<description>a</description><content:encoded>b</content:encoded><summary>c</summary>", "b"},
             {"<content:encoded>b</content:encoded><description>a</description>", "b"},
             {"<title>Only a title</title>", "Only a title"},
             {"<media:title>no</media:title><media:description>no</media:description><title>yes</title>", "yes"},
             {"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>A &lt; "
              "B</p></div></content>",
              "One|A < B"},
             {"<content type='text'>&lt;b&gt; is a tag</content>", "<b> is a tag"},
             {"<content type='image/png'>iVBORw0KGgo</content><summary>picture</summary>", "picture"},
         }) {
        CHECK_MESSAGE(text_of(row.content) == row.text, row.content);
    }
    CHECK(text_of("<enclosure/>") == "news.xml:3:1: error: the item has neither text nor title [read.field]");
}

TEST_CASE("titles are read in one line, markup and references gone") {
    const auto title_of = [](const std::string& title) {
        return read(rss("<item>" + title + "<description>x</description></item>"))
            .documents.at(0)
            .info.title.value_or("(none)");
    };
    CHECK(title_of("<title>AT&amp;amp;T\n  and more</title>") == "AT&T and more");
    CHECK(title_of("<title type='html'>&lt;b&gt;Ten&lt;/b&gt; chips</title>") == "Ten chips");
    CHECK(title_of("<title> a \n b </title>") == "a b");
    CHECK(title_of("<title/>") == "(none)");
}

TEST_CASE("categories are tags") {
    const Reading reading = read(rss(
        "<item><title>t</title><category>AI</category><category term='Chips'/><dc:subject>Cloud</dc:subject></item>"));
    REQUIRE(reading.documents.size() == 1);
    CHECK(reading.documents[0].info.tags == std::vector<std::string>{"AI", "Chips", "Cloud"});
}

TEST_CASE("a broken feed is told with its place, the items before it stay") {
    const std::string item = "<item><title>a</title><description>one</description></item>\n";
    struct Row {
        std::string feed;
        std::size_t documents;
        const char* fault;
    };
    for (const Row& row : {
             Row{rss(item + "<item><title>b</tilte></item>"), 1, "4:17 read.xml"},
             {rss(item).substr(0, 130), 1, "4:1 read.xml"},
             {"<rss><channel>", 0, "1:15 read.xml"},
             {"<rss><channel></channel></rss>", 0, "0:0 read.empty"},
             {"<svg xmlns='http://www.w3.org/2000/svg'/>", 0, "1:1 read.feed"},
             {"<!DOCTYPE rss [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><rss><channel>" + item + "</channel></rss>", 0,
              "1:42 read.entities"},
             {"", 0, "1:1 read.xml"},
             {rss(item + "<item><description>トラ\xFF</description></item>"), 1, "4:22 read.xml"},
         }) {
        const Reading reading = read(row.feed);
        CAPTURE(row.feed);
        CHECK(reading.documents.size() == row.documents);
        REQUIRE(reading.faults.size() == 1);
        const Diagnostic& fault = reading.faults[0];
        CHECK(std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + fault.code == row.fault);
    }
}

TEST_CASE("what a DTD declares is read where it is harmless; nothing is opened") {
    CHECK(read("<!DOCTYPE rss [<!ENTITY maker 'Hokushin'>]><rss><channel><item><title>&maker; &copy;</title></item>"
               "</channel></rss>")
              .documents.at(0)
              .text == "Hokushin ©\n");
    CHECK(read("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>a&x;b</title></item>"
               "</channel></rss>")
              .documents.at(0)
              .text == "ab\n");
    CHECK(read("<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://example.com/rss.dtd'><rss><channel><item>"
               "<title>a&nbsp;b</title></item></channel></rss>")
              .documents.at(0)
              .text == "a\u00A0b\n");
}

TEST_CASE("an item is bounded, the others are read") {
    InputOptions options;
    options.path = options.id = "news.xml";
    options.max_bytes = 1000;
    const Reading reading =
        read(rss("<item><guid>1</guid><title>a</title></item>\n<item><guid>2</guid><description>" +
                 std::string(1001, 'x') + "</description></item><item><guid>3</guid><title>c</title></item>"),
             options);
    CHECK(reading.documents.size() == 2);
    REQUIRE(reading.faults.size() == 1);
    CHECK(to_string(reading.faults[0]) ==
          "news.xml:4:1: error: the item is larger than 1000 bytes; raise the limit with --max-bytes [read.too_large]");
}

TEST_CASE("a feed in another charset, by its declaration") {
    const Reading reading = read(
        "<?xml version='1.0' encoding='Shift_JIS'?><rss><channel><item><title>\x83\x67\x83\x89"
        "</title></item></channel></rss>");
    REQUIRE(reading.documents.size() == 1);
    CHECK(reading.documents[0].text == "トラ\n");
    CHECK(reading.documents[0].info.encoding == "UTF-8");
    CHECK(read("\xEF\xBB\xBF\n <?xml version='1.0' encoding='Shift_JIS'?><rss><channel><item><title>トラ</title></item>"
               "</channel></rss>")
              .documents.at(0)
              .text == "トラ\n");
}

TEST_CASE("an item is handed over as soon as it has ended, and the reading stops when the sink says so") {
    std::istringstream in(rss("<item><title>a</title></item><item><title>b</title></item>") + "<broken");
    InputOptions options;
    options.format = "feed";
    std::size_t documents = 0;
    std::size_t faults = 0;
    read_documents(
        in, options, [&](Document&&) { return ++documents < 1; }, [&](Diagnostic&&) { ++faults; });
    CHECK(documents == 1);
    CHECK(faults == 0);
}
