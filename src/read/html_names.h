// Enters: the attributes of an element. Leaves: whether they say that it is hidden, or no part of an article.
// Tested in tests/read/html_names_test.cpp.
#pragma once

#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// What the attributes of a start tag say.
struct HtmlTraits {
    bool hidden = false;     ///< hidden, aria-hidden=true, display:none, visibility:hidden
    bool furniture = false;  ///< named after a part of the page that is no article
    bool main = false;       ///< role=main
    bool body = false;       ///< itemprop=articleBody
};

HtmlTraits traits_of(std::string_view source, Span tag);

/// True if the words of a class or an id (`site-nav`, `shareBar`, `l_sidebar2`) name furniture. Words behind has,
/// with, no and such say something of the element's surroundings.
bool names_furniture(std::string_view name);

}  // namespace hardfacts
