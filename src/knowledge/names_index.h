// Enters: the surfaces and pattern triggers of the gazetteers. Leaves: NameIndex, which finds every one of them that
// begins at a place of the text. Tested in tests/knowledge/names_index_test.cpp and against a naive search there.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace hardfacts {

/// Bytes of the separator at `at`: a space, a line break, a hyphen, a middle dot, or ™ or ® and the space behind it; 0
/// where none stands. All separators are one in names: `RTX 5090`, `RTX-5090`.
inline std::size_t name_separator(std::string_view text, std::size_t at);
/// The same for the rare ones among those that do not begin with an ASCII byte.
std::size_t rare_name_separator(std::string_view text, std::size_t at);

inline std::size_t name_separator(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return c == ' ' || c == '-' || c == '\n' ? 1 : 0;
    return c == 0xE3 || c == 0xE2 || c == 0xC2 ? rare_name_separator(text, at) : 0;
}

inline constexpr auto word_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 128; ++c) {
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return table;
}();
/// Bytes of words: ASCII letters, digits, underscore.
constexpr bool is_word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }
inline constexpr auto lower_bytes = [] {
    std::array<char, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return table;
}();
constexpr char lower_byte(char c) { return lower_bytes[static_cast<unsigned char>(c)]; }

/// Hash of a name's normal form (ASCII lower case, no separators), one byte at a time. The first six bytes are packed
/// as they are, so that short names and stems cost no multiplication until they are asked for.
class NameHash {
public:
    static constexpr std::size_t stem = 6;

    /// True at the sizes where it is asked whether a name goes on: one kanji or kana apart.
    static constexpr bool is_stem(std::size_t size) { return size >= stem && size % 3 == 0; }

    /// Of the first six bytes at once.
    static std::uint64_t of_stem(std::uint64_t packed) { return mixed(packed, stem); }

    void add(char byte) {
        if (size_ < stem) {
            packed_ = packed_ << 8 | static_cast<unsigned char>(byte);
        } else {
            if (size_ == stem) rolled_ = mixed();
            rolled_ = (rolled_ ^ static_cast<unsigned char>(byte)) * multiplier;
            rolled_ ^= rolled_ >> 29;
        }
        ++size_;
    }
    std::size_t size() const { return size_; }
    std::uint64_t value() const { return size_ <= stem ? mixed() : rolled_; }

private:
    static constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;
    static std::uint64_t mixed(std::uint64_t packed, std::uint64_t size) {
        const std::uint64_t h = (packed | size << 56) * multiplier;
        return (h ^ h >> 32) * multiplier;
    }
    std::uint64_t mixed() const { return mixed(packed_, size_); }

    std::uint64_t packed_ = 0;
    std::uint64_t rolled_ = 0;
    std::size_t size_ = 0;
};

/// One table of all names. A place of the text is looked at in steps, each for the few that pass the one before:
///
///   1. pairs_: does a name begin with these two bytes, or is it they?
///   2. starts_: of which lengths are the names that begin with these three bytes?
///   3. stems_: does any name go on like this? Asked of the normal form's first 6, 9, 12, … bytes.
///   4. ends_, slots_: the entry of the whole normal form, at each end of a word.
///
/// The first byte counts with its case, all others without: a name listed with a capital begins with one in the text,
/// so most words of English fail at once; a name listed in lower case (vLLM) may begin with a capital. An entry says
/// only that the hashes agree: the finder compares surface and text.
class NameIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t surface = none;  ///< newest surface with this normal form
        std::uint32_t pattern = none;  ///< newest pattern whose trigger this is
    };
    /// Triggers are found inside words, so they are cut to this many bytes.
    static constexpr std::size_t trigger_size = 5;

    /// REQUIRES: `expected` is at least the number of calls of add_surface and add_trigger.
    explicit NameIndex(std::size_t expected);

    /// Enters a folded surface of at least two bytes; returns the surface entered before under the same normal form.
    std::uint32_t add_surface(std::string_view folded, std::uint32_t surface);
    /// Enters the literal beginning of a pattern, two to trigger_size bytes without separators.
    std::uint32_t add_trigger(std::string_view literal, std::uint32_t pattern);

    /// Calls found(end, entry, word_end) for each entry whose normal form is that of text[at, end), shorter ones first.
    /// Inside a word (word_end false) only patterns begin; surfaces end at ends of words.
    /// `word` is where the ASCII word that begins at `at` ends; `at` where none does.
    template <typename Found>
    void find(std::string_view text, std::size_t at, std::size_t word, std::size_t limit, Found&& found) const;

private:
    /// The second step for many at once: true where no name begins with the word at `at`, or with the two kanji or
    /// kana there, and none is shorter.
    bool is_lost(std::string_view text, std::size_t at, std::size_t word, std::size_t limit, unsigned mask) const;
    /// The second and third step, byte by byte.
    template <typename Found>
    void walk(std::string_view text, std::size_t at, std::size_t limit, unsigned mask, Found& found) const;

    static constexpr unsigned trigger_shift = 8;
    static constexpr std::uint8_t begins_name = 1, whole_name = 2;
    static constexpr unsigned stem_bits = 20, end_bits = 18;
    static constexpr std::size_t other_slots = std::size_t{1} << 17, wide_slots = std::size_t{1} << 16;

    /// A kana or kanji has the slot of its code point, other beginnings share the first ones.
    static std::size_t start_slot(char a, char b, char c) {
        const std::uint32_t x = static_cast<unsigned char>(a), y = static_cast<unsigned char>(b),
                            z = static_cast<unsigned char>(c);
        if (x >= 0xE0) return other_slots + ((x & 15U) << 12 | (y & 63U) << 6 | (z & 63U));
        return ((x | y << 8 | z << 16) * 0x9E3779B1U) >> 15;
    }
    static std::uint32_t wide_at(std::string_view text, std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])) << 16 |
               static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 1])) << 8 |
               static_cast<unsigned char>(text[at + 2]);
    }
    static std::size_t pair_slot(char a, char b) {
        return static_cast<std::size_t>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b);
    }
    unsigned starts_at(std::string_view text, std::size_t at, std::size_t limit) const {
        const std::size_t left = limit - at;
        if (left < 2) return 0;
        const char a = text[at], b = lower_byte(text[at + 1]);
        if (left > 2 && static_cast<unsigned char>(a) >= 0xE0) return starts_[start_slot(a, b, text[at + 2])];
        const std::uint8_t pair = pairs_[pair_slot(a, b)];
        if (pair == 0) return 0;
        unsigned mask = pair == whole_name ? (1U << 2 | 1U << (2 + trigger_shift)) : 0U;
        if (left > 2) mask |= starts_[start_slot(a, b, lower_byte(text[at + 2]))];
        return mask;
    }
    bool goes_on(std::uint64_t hash) const { return bit(stems_, hash >> (64 - stem_bits)); }
    static bool bit(const std::vector<std::uint64_t>& bits, std::uint64_t k) {
        return (bits[k >> 6] >> (k & 63) & 1) != 0;
    }
    static void set_bit(std::vector<std::uint64_t>& bits, std::uint64_t k) {
        bits[k >> 6] |= std::uint64_t{1} << (k & 63);
    }
    const Entry* entry(std::uint64_t hash) const {
        return bit(ends_, hash >> (64 - end_bits)) ? entry_in_slots(hash) : nullptr;
    }
    const Entry* entry_in_slots(std::uint64_t hash) const;
    Entry& enter(std::uint64_t hash);
    void mark_starts(std::string_view rest, std::array<char, 3> bytes, std::size_t count, unsigned bit);

    std::vector<std::uint16_t> starts_;
    std::vector<std::uint8_t> pairs_;  ///< 0, begins_name or whole_name
    std::vector<std::uint64_t> stems_;
    std::vector<std::uint64_t> ends_;
    std::vector<Entry> slots_;
    unsigned shift_;
};

template <typename Found>
inline void NameIndex::find(std::string_view text, std::size_t at, std::size_t word, std::size_t limit,
                            Found&& found) const {
    const unsigned mask = starts_at(text, at, limit);
    if (mask != 0 && !is_lost(text, at, word, limit, mask)) walk(text, at, limit, mask, found);
}

inline bool NameIndex::is_lost(std::string_view text, std::size_t at, std::size_t word, std::size_t limit,
                               unsigned mask) const {
    constexpr unsigned shorter = (1U << NameHash::stem) - 1;
    const std::size_t size = word - at;
    std::uint64_t packed = 0;
    if (size != 0) {
        if (mask >> trigger_shift != 0) return false;
        const bool plural = text[word - 1] == 's';
        if (size < NameHash::stem + (plural ? 1 : 0)) {
            const unsigned at_end = (1U << size | (plural ? 1U << (size - 1) : 0U)) & shorter;
            return (mask & (at_end | ~0U << std::min(size + 1, NameHash::stem))) == 0;
        }
        for (std::size_t k = at; k < at + NameHash::stem; ++k) {
            packed = packed << 8 | static_cast<unsigned char>(lower_byte(text[k]));
        }
    } else {
        if ((mask & (shorter | shorter << trigger_shift)) != 0 || limit - at < NameHash::stem) return false;
        const std::uint32_t first = wide_at(text, at), second = wide_at(text, at + 3);
        constexpr std::uint32_t middle_dot = 0xE383BB, lowest = 0xE30000;
        if (first < lowest || second < lowest || second == middle_dot) return false;
        packed = static_cast<std::uint64_t>(first) << 24 | second;
    }
    return !goes_on(NameHash::of_stem(packed));
}

template <typename Found>
void NameIndex::walk(std::string_view text, std::size_t at, std::size_t limit, unsigned mask, Found& found) const {
    const unsigned lengths = (mask | mask >> trigger_shift) & 0x7FU;
    NameHash hash;
    for (std::size_t j = at; j < limit;) {
        if (hash.size() < NameHash::stem && lengths >> (hash.size() + 1) == 0) return;
        if (const std::size_t gap = j == at ? 0 : name_separator(text, j); gap != 0) {
            j += gap;
            if (j >= limit || name_separator(text, j) != 0) return;
        }
        const bool ascii = static_cast<unsigned char>(text[j]) < 0x80;
        do {
            hash.add(lower_byte(text[j++]));
            if (NameHash::is_stem(hash.size()) && !goes_on(hash.value())) return;
        } while (j < limit && (static_cast<unsigned char>(text[j]) & 0xC0U) == 0x80U);
        const std::size_t size = hash.size();
        const unsigned wanted = size < NameHash::stem ? mask >> size : 1U;
        const bool ends = !ascii || j == limit || !is_word_byte(text[j]) || !is_word_byte(text[j - 1]) ||
                          (text[j] == 's' && (j + 1 == limit || !is_word_byte(text[j + 1])));
        const bool triggers = size <= trigger_size && (wanted >> trigger_shift & 1U) != 0;
        if (size < 2 || !((ends && (wanted & 1U) != 0) || triggers)) continue;
        if (const Entry* hit = entry(hash.value())) found(j, *hit, ends);
    }
}

}  // namespace hardfacts
