#include "read/html_tags.h"

#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr bool sorted() {
    for (std::size_t k = 3; k < html::row_count; ++k) {
        if (!(html::rows[k - 1].name < html::rows[k].name)) return false;
    }
    return true;
}
static_assert(sorted() && html::row_count < 256);

}  // namespace

std::uint16_t html_kind(HtmlTag tag) { return html::rows[tag].kind; }

std::string_view html_name(HtmlTag tag) { return html::rows[tag].name; }

HtmlTag html_tag(std::string_view name) {
    std::array<char, 12> lower{};
    if (name.empty() || name.size() > lower.size()) return html_unknown;
    for (std::size_t k = 0; k < name.size(); ++k) {
        const bool upper = is_ascii_upper(static_cast<unsigned char>(name[k]));
        lower[k] = static_cast<char>(name[k] + (upper ? 'a' - 'A' : 0));
    }
    return html::find(std::string_view(lower.data(), name.size()));
}

}  // namespace hardfacts
