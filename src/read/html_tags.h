// Enters: the name of an HTML element. Leaves: its number, and what HTML says of its kind.
// Tested in tests/read/html_tree_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace hardfacts {

/// Kinds of elements, as bits.
namespace html {
inline constexpr std::uint16_t is_void = 1U << 0U;       ///< has no end tag and no content
inline constexpr std::uint16_t is_raw = 1U << 1U;        ///< its content is not markup
inline constexpr std::uint16_t is_block = 1U << 2U;      ///< text before, inside and behind it are blocks of their own
inline constexpr std::uint16_t closes_p = 1U << 3U;      ///< its start tag ends an open paragraph
inline constexpr std::uint16_t is_special = 1U << 4U;    ///< no end tag of an inline element reaches out of it
inline constexpr std::uint16_t is_scope = 1U << 5U;      ///< no end tag of a block reaches out of it
inline constexpr std::uint16_t in_head = 1U << 6U;       ///< does not begin the body
inline constexpr std::uint16_t never_text = 1U << 7U;    ///< what it holds is for programs
inline constexpr std::uint16_t is_furniture = 1U << 8U;  ///< what it holds serves the page, not its article
inline constexpr std::uint16_t is_heading = 1U << 9U;
}  // namespace html

using HtmlTag = std::uint8_t;

inline constexpr HtmlTag html_text = 0;     ///< no element: a stretch of text
inline constexpr HtmlTag html_unknown = 1;  ///< an element of another name: inline

struct HtmlTagRow {
    std::string_view name;
    std::uint16_t kind;
};

/// The row's position is the element's number. Sorted by name behind the first two.
std::uint16_t html_kind(HtmlTag tag);
std::string_view html_name(HtmlTag tag);
/// By its name in any letter case.
HtmlTag html_tag(std::string_view name);

namespace html {
// clang-format off
inline constexpr HtmlTagRow rows[] = {
    {"", 0}, {"?", 0},
    {"a", 0}, {"address", is_block | closes_p | is_special}, {"applet", is_special | is_scope | is_furniture},
    {"area", is_void}, {"article", is_block | closes_p | is_special}, {"aside", is_block | closes_p | is_special},
    {"audio", is_furniture}, {"b", 0}, {"base", is_void | in_head}, {"bgsound", is_void | in_head},
    {"blockquote", is_block | closes_p | is_special}, {"body", is_block | is_special}, {"br", is_void},
    {"button", is_furniture}, {"canvas", is_furniture}, {"caption", is_block | is_special | is_scope},
    {"center", is_block | closes_p | is_special}, {"code", 0}, {"col", is_void}, {"colgroup", is_special},
    {"datalist", is_furniture}, {"dd", is_block | closes_p | is_special}, {"del", 0},
    {"details", is_block | closes_p | is_special}, {"dialog", is_block | closes_p | is_special | is_furniture},
    {"dir", is_block | closes_p | is_special}, {"div", is_block | closes_p | is_special},
    {"dl", is_block | closes_p | is_special}, {"dt", is_block | closes_p | is_special}, {"embed", is_void},
    {"fieldset", is_block | closes_p | is_special}, {"figcaption", is_block | closes_p | is_special},
    {"figure", is_block | closes_p | is_special}, {"footer", is_block | closes_p | is_special},
    {"form", is_block | closes_p | is_special}, {"frame", is_void}, {"frameset", is_special},
    {"h1", is_block | closes_p | is_special | is_heading}, {"h2", is_block | closes_p | is_special | is_heading},
    {"h3", is_block | closes_p | is_special | is_heading}, {"h4", is_block | closes_p | is_special | is_heading},
    {"h5", is_block | closes_p | is_special | is_heading}, {"h6", is_block | closes_p | is_special | is_heading},
    {"head", in_head}, {"header", is_block | closes_p | is_special}, {"hgroup", is_block | closes_p | is_special},
    {"hr", is_void | is_block | closes_p}, {"html", is_special}, {"iframe", is_raw | never_text},
    {"image", is_void}, {"img", is_void}, {"input", is_void}, {"kbd", 0}, {"label", 0},
    {"legend", is_block | is_special}, {"li", is_block | closes_p | is_special}, {"link", is_void | in_head},
    {"listing", is_block | closes_p | is_special}, {"main", is_block | closes_p | is_special},
    {"marquee", is_special | is_scope}, {"math", never_text}, {"menu", is_block | closes_p | is_special},
    {"meta", is_void | in_head}, {"nav", is_block | closes_p | is_special | is_furniture},
    {"noembed", is_raw | never_text}, {"noframes", is_raw | never_text | in_head},
    {"noscript", never_text | in_head}, {"object", is_special | is_scope | is_furniture},
    {"ol", is_block | closes_p | is_special}, {"optgroup", is_furniture}, {"option", is_furniture},
    {"output", is_furniture}, {"p", is_block | closes_p | is_special}, {"param", is_void},
    {"plaintext", is_block | closes_p | is_special}, {"pre", is_block | closes_p | is_special},
    {"progress", is_furniture}, {"rb", 0}, {"rp", never_text}, {"rt", never_text}, {"rtc", never_text}, {"ruby", 0},
    {"samp", 0}, {"script", is_raw | never_text | in_head}, {"search", is_block | closes_p | is_special | is_furniture},
    {"section", is_block | closes_p | is_special}, {"select", is_furniture}, {"source", is_void}, {"span", 0},
    {"style", is_raw | never_text | in_head}, {"sub", 0}, {"summary", is_block | closes_p | is_special}, {"sup", 0},
    {"svg", never_text}, {"table", is_block | is_special | is_scope}, {"tbody", is_block | is_special},
    {"td", is_block | is_special | is_scope}, {"template", is_special | is_scope | never_text | in_head},
    {"textarea", is_raw | is_furniture}, {"tfoot", is_block | is_special}, {"th", is_block | is_special | is_scope},
    {"thead", is_block | is_special}, {"time", 0}, {"title", is_raw | never_text | in_head},
    {"tr", is_block | is_special}, {"track", is_void}, {"tt", 0}, {"ul", is_block | closes_p | is_special},
    {"video", is_furniture}, {"wbr", is_void}, {"xmp", is_raw | is_block | closes_p | is_special},
};
// clang-format on
inline constexpr std::size_t row_count = sizeof(rows) / sizeof(rows[0]);

constexpr HtmlTag find(std::string_view name) {
    std::size_t low = 2;
    std::size_t high = row_count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (rows[middle].name == name) return static_cast<HtmlTag>(middle);
        if (rows[middle].name < name) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return html_unknown;
}

/// The number of an element known by its lower-case name: usable in a case label.
consteval HtmlTag tag(std::string_view name) { return find(name); }
}  // namespace html

}  // namespace hardfacts
