#include "read/html_tokens.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

/// `text|<start>|</end>|...`
std::string tokens_of(std::string_view source) {
    HtmlTokens tokens(source, 0);
    std::string out;
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::end; token = tokens.next()) {
        if (!out.empty()) out += '|';
        out += slice(source, token.range);
        if (token.kind != HtmlToken::Kind::start_tag || (html_kind(token.tag) & html::is_raw) == 0) continue;
        const Span content = tokens.raw_content(token.tag);
        if (!content.empty()) out += "|raw:" + std::string(slice(source, content));
    }
    return out;
}

}  // namespace

TEST_CASE("HTML is divided as browsers divide it") {
    struct Row {
        std::string_view source;
        std::string_view tokens;
    };
    const Row rows[] = {
        {"a<b>c</b>d", "a|<b>|c|</b>|d"},
        {"<a title='>' href=\"<\">x", "<a title='>' href=\"<\">|x"},
        {"1 < 2 <3 </ <", "1 < 2 <3 "},
        {"a<!--b-->c<!---->d<!-->e<!--->f<!--x--!>g<!-- -- >-->h", "a|c|d|e|f|g|h"},
        {"<!DOCTYPE html><?x?></>a", "a"},
        {"a<b c='d", "a"},
        {"a<!-- b", "a"},
        {"<script>a</b></SCRIPT >c", "<script>|raw:a</b>|</SCRIPT >|c"},
        {"<style></styles></style>a", "<style>|raw:</styles>|</style>|a"},
        {"<script><!--<script></script>--></script>a", "<script>|raw:<!--<script></script>-->|</script>|a"},
        {"<title>a<b></title>", "<title>|raw:a<b>|</title>"},
        {"<br/>a<p/ >", "<br/>|a|<p/ >"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        CHECK(tokens_of(row.source) == row.tokens);
    }
}

TEST_CASE("attributes with and without quotes") {
    const std::string_view tag = "<p a b=1 C = 'x y' d=\"\" =e f=g/h/>";
    const auto value = [&](std::string_view name) {
        const Span found = attribute_value(tag, {0, tag.size()}, name);
        return found.begin == 0 ? "(none)" : std::string(slice(tag, found));
    };
    CHECK(value("a") == "");
    CHECK(value("b") == "1");
    CHECK(value("c") == "x y");
    CHECK(value("d") == "");
    CHECK(value("f") == "g/h/");
    CHECK(value("g") == "(none)");
}
