// Enters: short lists of words and a text. Leaves: which of them it begins or ends with. Tested in
// tests/compose/grammar_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace hardfacts {

using Words = std::initializer_list<std::string_view>;

inline bool starts_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

inline bool ends_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

inline constexpr std::size_t not_found = static_cast<std::size_t>(-1);

/// A list of words, of which only those with the right byte at one place are compared: most have another. Words are
/// all at least so long, and few enough for a bit each.
template <std::size_t N>
class WordList {
public:
    static_assert(N <= 64);
    /// `from_front`: words are looked for at the beginning of a text, and the byte is so many behind the first; else
    /// at its end, and so many before the last.
    constexpr WordList(const std::array<std::string_view, N>& words, std::size_t place, bool from_front)
        : words_(words), place_(place), from_front_(from_front) {
        for (std::size_t k = 0; k < N; ++k) rows_[byte_of(words[k])] |= std::uint64_t{1} << k;
    }

    /// The number of the first word that `text` begins or ends with.
    std::size_t first_in(std::string_view text) const {
        if (text.size() <= place_) return not_found;
        for (std::uint64_t rows = rows_[byte_of(text)]; rows != 0; rows &= rows - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(rows));
            if (from_front_ ? text.starts_with(words_[k]) : text.ends_with(words_[k])) return k;
        }
        return not_found;
    }
    /// The length of that word, 0 if none.
    std::size_t length_in(std::string_view text) const {
        const std::size_t k = first_in(text);
        return k == not_found ? 0 : words_[k].size();
    }
    bool holds(std::string_view word) const {
        if (word.size() <= place_) return false;
        for (std::uint64_t rows = rows_[byte_of(word)]; rows != 0; rows &= rows - 1) {
            if (words_[static_cast<std::size_t>(std::countr_zero(rows))] == word) return true;
        }
        return false;
    }

private:
    constexpr std::size_t byte_of(std::string_view text) const {
        return static_cast<unsigned char>(text[from_front_ ? place_ : text.size() - 1 - place_]);
    }
    std::array<std::string_view, N> words_;
    std::size_t place_;
    bool from_front_;
    std::array<std::uint64_t, 256> rows_{};  ///< by byte: bit k for word k
};

template <typename Row, std::size_t N>
constexpr std::array<std::string_view, N> words_of(const std::array<Row, N>& rows) {
    std::array<std::string_view, N> words;
    for (std::size_t k = 0; k < N; ++k) words[k] = rows[k].word;
    return words;
}

}  // namespace hardfacts
