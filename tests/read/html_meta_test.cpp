#include "read/html_meta.h"

#include <doctest/doctest.h>

#include "read/html_reading.h"

using namespace hardfacts;
using hardfacts::test::read_page;

namespace {

const std::string article = "<body><h1>A plant</h1><p>Text";

std::string linked_data(const std::string& json) { return "<script type=application/ld+json>" + json + "</script>"; }

}  // namespace

TEST_CASE("the title of a page") {
    struct Row {
        std::string head;
        std::string title;
    };
    const Row rows[] = {
        {"", "A plant"},
        {"<title>A plant | Example News</title>", "A plant"},
        {"<title>A plant - Chips - Example</title>", "A plant"},
        {"<title>A new plant | Example</title>", "A new plant | Example"},
        {"<title>x</title><meta property=og:title content='The &quot;plant&quot;'>", "The \"plant\""},
        {"<title>x</title>" + linked_data(R"({"@type":"NewsArticle","headline":"The headline"})"), "The headline"},
        {"<title>x</title>" + linked_data(R"({"@graph":[{"a":{"headline":"inner"}},{"headline":"outer"}]})"), "outer"},
        {linked_data("{broken"), "A plant"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head);
        CHECK(read_page("<head>" + row.head + article).info.title.value_or("(none)") == row.title);
    }
}

TEST_CASE("the date and tags of a page") {
    struct Row {
        std::string head;
        std::string published;
    };
    const Row rows[] = {
        {"", "(none)"},
        {"<meta property=article:published_time content=2026-03-04T09:30:00+09:00>", "2026-03-04T09:30:00+09:00"},
        {"<meta name=date content='March 4, 2026'>", "2026-03-04"},
        {"<meta name=date content='2026-03-05'>" + linked_data(R"({"datePublished":"2026-03-04"})"), "2026-03-04"},
        {"<meta name=date content='soon'>", "(none)"},
        {"<body><time datetime=2026-03-04>yesterday</time>", "2026-03-04"},
        {"<p class=date>March 4, 2026</p>", "(none)"},
        {"<h1>A</h1><p class=article-date>\n March 4, 2026</p>", "2026-03-04"},
        {"<h1>A</h1><p class=article-date>Last week</p>", "(none)"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head);
        CHECK(read_page(row.head + article).info.published.value_or("(none)") == row.published);
    }
    CHECK(read_page("<meta name=keywords content='chips, memory、工場'>" + article).info.tags ==
          std::vector<std::string>{"chips", "memory", "工場"});
    CHECK(read_page("<meta property=article:tag content=a><meta name=keywords content=b>" + article).info.tags ==
          std::vector<std::string>{"a"});
}

TEST_CASE("the charset that a page declares") {
    struct Row {
        std::string bytes;
        std::string charset;
    };
    const Row rows[] = {
        {"<meta charset=Shift_JIS>", "Shift_JIS"},
        {"<!-- <meta charset=a> --><META CHARSET='euc-jp'/>", "euc-jp"},
        {"<meta http-equiv=Content-Type content='text/html; charset=x-sjis'>", "x-sjis"},
        {"<?xml version=\"1.0\" encoding=\"EUC-JP\"?><html>", "EUC-JP"},
        {"<title><meta charset=a></title><script>'<meta charset=b>'</script><meta charset=\"c\">", "c"},
        {"<p>charset=a", ""},
        {std::string(1020, ' ') + "<meta charset=utf-8>", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(declared_html_charset(row.bytes) == row.charset);
    }
}
