#include "read/html_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/utf8.h"
#include "read/html_tokens.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

/// Sorted. Words that page builders give to any element (widget, module, banner, card) are none.
constexpr std::array<std::string_view, 79> furniture_words = {
    "addthis",       "addtoany",     "adsbygoogle",  "adslot",     "adunit",         "advert",
    "advertisement", "adverts",      "bookmarks",    "breadcrumb", "breadcrumbs",    "comments",
    "consent",       "contentinfo",  "cookie",       "cookies",    "copyright",      "dfp",
    "dialog",        "disqus",       "drawer",       "footer",     "gdpr",           "globalnav",
    "hamburger",     "lightbox",     "login",        "megamenu",   "menu",           "menubar",
    "mostread",      "nav",          "navbar",       "navi",       "navigation",     "newsletter",
    "noprint",       "offcanvas",    "onetrust",     "outbrain",   "pager",          "pagination",
    "paywall",       "popular",      "popup",        "preloader",  "printonly",      "promo",
    "promotion",     "ranking",      "recirc",       "recommend",  "recommendation", "recommendations",
    "recommended",   "related",      "relatedposts", "remodal",    "respond",        "search",
    "share",         "sharebar",     "sharedaddy",   "sharing",    "sidebar",        "signup",
    "skip",          "sns",          "social",       "socials",    "sponsor",        "sponsored",
    "subscribe",     "subscription", "taboola",      "taglist",    "tags",           "toolbar",
    "trending"};

/// Sorted. Words that turn what is behind them into a remark on a page's layout.
constexpr std::array<std::string_view, 14> remark_words = {
    "close", "closed", "has", "hide", "hides", "is", "no", "non", "not", "open", "show", "shows", "without", "with"};

/// Names of two words.
constexpr std::array<std::string_view, 12> furniture_pairs = {
    "also like", "author bio", "back top",      "more from", "more news",       "most read",
    "read more", "read next",  "screen reader", "sr only",   "visually hidden", "you may"};

constexpr bool is_sorted_list(const auto& words) {
    for (std::size_t k = 1; k < words.size(); ++k) {
        if (!(words[k - 1] < words[k])) return false;
    }
    return true;
}
static_assert(is_sorted_list(furniture_words) && is_sorted_list(furniture_pairs));

bool holds(const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Takes the next word off a name: divided by anything but letters, and where a capital follows a small letter.
std::string next_word(std::string_view name, std::size_t& at) {
    const auto letter = [&](std::size_t k) { return is_ascii_alpha(static_cast<unsigned char>(name[k])); };
    const auto upper = [&](std::size_t k) { return is_ascii_upper(static_cast<unsigned char>(name[k])); };
    while (at < name.size() && !letter(at)) ++at;
    std::string word;
    while (at < name.size() && letter(at) && (word.empty() || !upper(at) || upper(at - 1))) {
        word.push_back(static_cast<char>(name[at] + (upper(at) ? 'a' - 'A' : 0)));
        ++at;
    }
    return word;
}

bool hides(std::string_view style) {
    std::string packed;
    for (const char c : style.substr(0, 1000)) {
        if (is_white(c)) continue;
        packed.push_back(static_cast<char>(c + (is_ascii_upper(static_cast<unsigned char>(c)) ? 'a' - 'A' : 0)));
    }
    return packed.find("display:none") != std::string::npos || packed.find("visibility:hidden") != std::string::npos;
}

bool is_role_of_furniture(std::string_view role) {
    constexpr std::array<std::string_view, 11> roles = {"alert",       "alertdialog", "complementary", "contentinfo",
                                                        "dialog",      "menu",        "menubar",       "navigation",
                                                        "progressbar", "search",      "toolbar"};
    return holds(roles, role);
}

/// Each class has its own words.
bool class_names_furniture(std::string_view classes) {
    for (std::size_t at = 0; at < classes.size();) {
        std::size_t end = at;
        while (end < classes.size() && !is_white(classes[end])) ++end;
        if (end > at && names_furniture(classes.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

bool names_furniture(std::string_view name) {
    name = name.substr(0, 200);
    bool remark = false;
    std::string before;
    for (std::size_t at = 0; at < name.size();) {
        const std::string word = next_word(name, at);
        if (word.empty()) break;
        if (!remark && (holds(furniture_words, word) || holds(furniture_pairs, before + ' ' + word))) return true;
        remark = holds(remark_words, word);
        before = word;
    }
    return false;
}

HtmlTraits traits_of(std::string_view source, Span tag) {
    HtmlTraits traits;
    const std::string_view text = source.substr(0, tag.end);
    std::size_t at = tag.begin + 1;
    while (at < text.size() && !is_white(text[at]) && text[at] != '/' && text[at] != '>') ++at;
    HtmlAttribute attribute;
    while (next_attribute(text, at, attribute)) {
        const std::string_view name = slice(text, attribute.name);
        const std::string_view value = slice(text, attribute.value);
        if (same_ignoring_case(name, "class")) {
            traits.furniture = traits.furniture || class_names_furniture(value);
        } else if (same_ignoring_case(name, "id")) {
            traits.furniture = traits.furniture || names_furniture(value);
        } else if (same_ignoring_case(name, "role")) {
            traits.main = traits.main || value == "main";
            traits.furniture = traits.furniture || is_role_of_furniture(value);
        } else if (same_ignoring_case(name, "hidden")) {
            traits.hidden = traits.hidden || !same_ignoring_case(value, "until-found");
        } else if (same_ignoring_case(name, "aria-hidden")) {
            traits.hidden = traits.hidden || same_ignoring_case(trimmed(value), "true");
        } else if (same_ignoring_case(name, "style")) {
            traits.hidden = traits.hidden || hides(value);
        } else if (same_ignoring_case(name, "itemprop")) {
            traits.body = value.find("articleBody") != std::string_view::npos;
        }
    }
    return traits;
}

}  // namespace hardfacts
