#include "knowledge/lazy_regex.h"

#include <re2/re2.h>

namespace hardfacts {

LazyRegex::LazyRegex(std::string text, Match match) : text_(std::move(text)), match_(match) {}
LazyRegex::~LazyRegex() = default;

const re2::RE2& LazyRegex::get() const {
    std::call_once(once_, [this] {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_longest_match(match_ == Match::longest);
        compiled_ = std::make_unique<const re2::RE2>(text_, options);
    });
    return *compiled_;
}

}  // namespace hardfacts
