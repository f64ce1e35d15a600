#include "read/stray_markup.h"

#include <algorithm>

#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_alpha(byte) || is_ascii_digit(byte);
}

}  // namespace

StrayMarkup::StrayMarkup(std::string_view source, Span range) : source_(source), end_(range.end) {
    for (std::size_t k = 0; k < places_.size(); ++k) {
        places_[k] = std::min(source_.substr(0, end_).find(characters_[k], range.begin), end_);
    }
}

void StrayMarkup::pass(std::size_t from) {
    for (std::size_t k = 0; k < places_.size(); ++k) {
        if (places_[k] < from) places_[k] = std::min(source_.substr(0, end_).find(characters_[k], from), end_);
    }
}

Span StrayMarkup::next() {
    while (true) {
        const std::size_t at = *std::min_element(places_.begin(), places_.end());
        if (at >= end_) return {end_, end_};
        const std::size_t size = size_at(at);
        pass(std::max(at + size, at + 1));
        if (size > 0) return {at, at + size};
    }
}

/// The size of the stray markup at `at`, or 0.
std::size_t StrayMarkup::size_at(std::size_t at) const {
    constexpr std::size_t longest_name = 256;
    const char c = source_[at];
    if (c == '!') {
        if (source_.substr(at, 3) != "![[") return 0;
        const std::string_view name = source_.substr(at, longest_name);
        const std::size_t close = name.find("]]");
        return close < name.find('\n') ? close + 2 : 0;
    }
    if (at + 1 >= end_ || source_[at + 1] != c) return 0;
    std::size_t behind = at + 2;
    while (behind < end_ && source_[behind] == c) ++behind;
    const bool power = at > 0 && is_word(source_[at - 1]) && behind < end_ && is_word(source_[behind]);  // 2**10
    return power ? 0 : behind - at;
}

}  // namespace hardfacts
