#include "knowledge/lazy_regex.h"

#include <re2/re2.h>

#include "knowledge/plain_pattern.h"

namespace hardfacts {

LazyRegex::LazyRegex(std::string text, Match match, std::int64_t memory)
    : text_(std::move(text)), match_(match), memory_(memory) {}
LazyRegex::~LazyRegex() = default;

const re2::RE2& LazyRegex::compiled() const {
    std::call_once(once_, [this] {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_longest_match(match_ == Match::longest);
        options.set_max_mem(memory_);
        compiled_ = std::make_unique<const re2::RE2>(text_, options);
        ready_.store(compiled_.get(), std::memory_order_release);
    });
    return *compiled_;
}

std::shared_ptr<const LazyRegex> rule_regex(const std::string& text, std::string& problem) {
    auto regex = std::make_shared<const LazyRegex>(text, LazyRegex::Match::first, std::int64_t{1} << 20);
    if (is_plain_pattern(text) || regex->get().ok()) return regex;
    problem = "the pattern does not compile: " + regex->get().error();
    return nullptr;
}

}  // namespace hardfacts
