#include "read/entities.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest_entity = 40;
constexpr std::size_t longest_name = 31;  // CounterClockwiseContourIntegral

/// &#...; by its number; what is no character becomes U+FFFD, as CommonMark has it.
std::string decode_number(std::string_view digits, int base) {
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (end != digits.data() + digits.size() || digits.empty()) return {};
    const bool character =
        fault == std::errc{} && number != 0 && number <= 0x10FFFF && !(number >= 0xD800 && number <= 0xDFFF);
    std::string out;
    append_utf8(out, character ? number : 0xFFFD);
    return out;
}

/// &name; by gumbo's copy of HTML's table, reached by parsing a text of that one reference. The letter in front keeps
/// &Tab; from being white space before a text, which HTML drops.
std::string decode_name(std::string_view entity) {
    const std::string page = 'x' + std::string(entity);
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    std::string out;
    const GumboNode* node = output->root;
    while (node != nullptr && node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0) {
        const GumboVector& children = node->v.element.children;
        node = static_cast<const GumboNode*>(children.data[children.length - 1]);
    }
    if (node != nullptr && node->type == GUMBO_NODE_TEXT) out = std::string(node->v.text.text).substr(1);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    // A name that is not in the table comes back as it was; `&notit;` as ¬ and the rest.
    if (out != ";" && !out.empty() && out.back() == ';') return {};
    return out;
}

/// The names of HTML's table: two letters or more, then letters and digits. Saves parsing a page for what is none.
bool can_be_name(std::string_view name) {
    if (name.size() < 2 || name.size() > longest_name) return false;
    if (!is_ascii_alpha(static_cast<unsigned char>(name[0]))) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return is_ascii_alpha(byte) || is_ascii_digit(byte);
    });
}

}  // namespace

std::string_view EntityDecoder::decode(std::string_view entity) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> common = {
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", "\xC2\xA0"}, {"&apos;", "'"}}};
    for (const auto& [name, character] : common) {
        if (name == entity) return character;
    }
    if (entity.size() < 3 || entity.size() > longest_entity) return {};
    if (const auto found = known_.find(entity); found != known_.end()) return found->second;
    const std::string_view inner = entity.substr(1, entity.size() - 2);
    std::string reading;
    if (inner[0] != '#') {
        if (can_be_name(inner)) reading = decode_name(entity);
    } else if (inner.size() > 1 && (inner[1] == 'x' || inner[1] == 'X')) {
        reading = decode_number(inner.substr(2), 16);
    } else {
        reading = decode_number(inner.substr(1), 10);
    }
    return known_.emplace(entity, std::move(reading)).first->second;
}

std::size_t entity_size(std::string_view text) {
    std::size_t at = 1;
    if (at < text.size() && text[at] == '#') ++at;
    const std::size_t first = at;
    while (at < text.size() && at < longest_entity) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (!is_ascii_alpha(c) && !is_ascii_digit(c)) break;
        ++at;
    }
    return at > first && at < text.size() && text[at] == ';' ? at + 1 : 0;
}

}  // namespace hardfacts
