#include "knowledge/phrases.h"

#include <algorithm>

#include "model/utf8.h"

namespace hardfacts {

std::size_t PhraseTable::add(std::string_view phrase) {
    std::string key(phrase);
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const auto [known, is_new] = numbers_.try_emplace(std::move(key), finder_.size());
    if (is_new) finder_.add(known->first);
    return known->second;
}

bool PhraseTable::stands_alone(std::string_view text, Span span) {
    const auto is_word = [&](std::size_t at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        return is_ascii_alpha(byte) || is_ascii_digit(byte);
    };
    const bool joined_left = span.begin > 0 && is_word(span.begin - 1) && is_word(span.begin);
    const bool joined_right = span.end < text.size() && is_word(span.end) && is_word(span.end - 1);
    return !joined_left && !joined_right;
}

}  // namespace hardfacts
