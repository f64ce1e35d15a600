#include "read/html_article.h"

#include <doctest/doctest.h>

#include "read/html_reading.h"

using namespace hardfacts;
using hardfacts::test::blocks_of;

namespace {

const std::string body =
    "<p>Kakuu Denki said on Tuesday that it will build a plant for memory chips in the north of the island.</p>"
    "<p>The plant is to open in 2028 and to cost 4 billion dollars, about half of it paid by the state.</p>";
const std::string body_blocks =
    "p Kakuu Denki said on Tuesday that it will build a plant for memory chips in the north of the island.\n"
    "p The plant is to open in 2028 and to cost 4 billion dollars, about half of it paid by the state.";
const std::string links = "<ul><li><a href=1>First story</a><li><a href=2>Second story</a><li><a href=3>Third</a></ul>";

}  // namespace

TEST_CASE("the article of a page") {
    struct Row {
        std::string what;
        std::string page;
        std::string blocks;
    };
    const Row rows[] = {
        {"a fragment", body, body_blocks},
        {"controls and navigation", "<nav>Home</nav><form><button>Search</button></form>" + body, body_blocks},
        {"a footer and a sidebar", body + "<aside><p>Weather</p></aside><footer>© Example</footer>", body_blocks},
        {"furniture by name",
         "<div id=cookieBar><p>We use cookies.</p></div>" + body + "<div class=share>Post it</div>", body_blocks},
        {"the page's own header", "<header><h1>Example News</h1></header><h1>A plant</h1>" + body,
         "h1 A plant\n" + body_blocks},
        {"the article's header", "<header><h1>A plant</h1></header>" + body, "h1 A plant\n" + body_blocks},
        {"an article among others",
         "<p>Top of the page</p><article>" + body + "</article><article><p>Another story</p></article>", body_blocks},
        {"a headline outside of it", "<h1>A plant</h1><p>Monday</p><article>" + body + "</article>",
         "h1 A plant\n" + body_blocks},
        {"marked as the body", "<p>Monday</p><div itemprop=articleBody>" + body + "</div>", body_blocks},
        {"main", "<p>Welcome</p><main>" + body + "</main><p>Thanks</p>", body_blocks},
        {"an article in a named shell", "<div class=social-layout><article>" + body + "</article></div>", body_blocks},
        {"all of the page named", "<div class=sidebar>" + body + "</div>", body_blocks},
        {"a list of links", body + links, body_blocks},
        {"one link with markup inside", body + "<p><a href=1>Gold <b>an</b>d <i>copper</i> fell</a></p>",
         body_blocks + "\np Gold and copper fell"},
        {"related stories as articles",
         "<article>" + body +
             "</article><section class=related><article><p>Old news "
             "from the north</p></article></section>",
         body_blocks},
        {"what is hidden", "<p style='display:none'>secret</p>" + body + "<p hidden>too</p>", body_blocks},
        {"a quotation's footer", body + "<blockquote>Good.<footer>the chair</footer></blockquote>",
         body_blocks + "\n>p Good.\n>p the chair"},
        {"a page of links", links, "li1 First story\nli1 Second story\nli1 Third"},
        {"an aside of the article", "<article>" + body + "<aside>A box</aside></article>", body_blocks + "\np A box"},
        {"a div of a menu inside of a table", "<table><tr><td><div class=menu>Home</div><td>" + body + "</table>",
         body_blocks},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(blocks_of(row.page) == row.blocks);
    }
}

TEST_CASE("all text") {
    const std::string page = "<nav>Home</nav>" + body + "<div class=share>Post it</div><script>no</script>" + links;
    CHECK(blocks_of(page, true) ==
          "p Home\n" + body_blocks + "\np Post it\nli1 First story\nli1 Second story\nli1 Third");
}
