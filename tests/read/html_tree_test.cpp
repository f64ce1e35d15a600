#include "read/html_tree.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

std::string tree_of(std::string_view source) {
    const HtmlTree tree = parse_html(source, 0);
    std::string out;
    std::vector<std::uint32_t> open;
    const auto close_behind = [&](std::uint32_t at) {
        while (!open.empty() && tree[open.back()].end <= at) {
            out += ')';
            open.pop_back();
        }
    };
    for (std::uint32_t at = 1; at < tree.size(); ++at) {
        close_behind(at);
        if (!out.empty() && out.back() != '(') out += ' ';
        if (tree[at].tag == html_text) {
            out += slice(source, tree[at].range);
            if (tree[at].linked) out += '@';
            continue;
        }
        out += html_name(tree[at].tag);
        if (tree[at].end == at + 1) continue;
        out += '(';
        open.push_back(at);
    }
    close_behind(static_cast<std::uint32_t>(tree.size()));
    return out;
}

}  // namespace

TEST_CASE("end tags are put where HTML has them, and nothing is moved") {
    struct Row {
        std::string_view source;
        std::string_view tree;
    };
    const Row rows[] = {
        {"<p>a<p>b<div>c</div>", "p(a) p(b) div(c)"},
        {"<ul><li>a<ul><li>b</ul><li>c</ul>d", "ul(li(a ul(li(b))) li(c)) d"},
        {"<li>a<p>b<li>c", "li(a p(b)) li(c)"},
        {"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"},
        {"<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a) td(b)) tr(th(c))) d"},
        {"<table><td>a<tbody><tr><td>b</table>", "table(tr(td(a)) tbody(tr(td(b))))"},
        {"<table><tr><td><div>a</table>b", "table(tr(td(div(a)))) b"},
        {"<div><table><tr><td>a</div>b</table>c</div>d", "div(table(tr(td(a b))) c) d"},
        {"<table><table><tr><td>a</table>b", "table table(tr(td(a))) b"},
        {"<b><p>a</b>b</p>c", "b(p(a b) c)"},
        {"<span>a<i>b</span>c", "span(a ?(b)) c"},
        {"<div>a</span></i>b</div>", "div(a b)"},
        {"<h1>a<h2>b</h1>c", "h1(a) h2(b) c"},
        {"<a href=x>a<p>b</a>c", "a(a@ p(b@ c))"},
        {"<a name=x>a", "a(a)"},
        {"<head><title>a</title><p>b", "head(title(a)) p(b)"},
        {"<html><head><meta><body><p>a</body></html>b", "head(meta) body(p(a b))"},
        {"a</p>b<br>c</br>d", "a p b br c br d"},
        {"<svg><title>a</title><style/>b</svg>c", "svg(title(a) style b) c"},
        {"<svg><path>a<p>b", "svg(?(a)) p(b)"},
        {"<select><option>a<option>b<p>c", "select(option(a) option(b)) p(c)"},
        {"<ruby>a<rt>b<rp>c</ruby>d", "ruby(a rt(b) rp(c)) d"},
        {"<plaintext>a</p>", "plaintext(a</p>)"},
        {"<x-y>a<p>b</p></x-y>c", "?(a p(b)) c"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        CHECK(tree_of(row.source) == row.tree);
    }
}
