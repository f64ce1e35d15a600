// Enters: the surfaces and pattern triggers of the gazetteers. Leaves: NameIndex, which finds every one of them that
// begins at a place of the text. Tested in tests/knowledge/names_index_test.cpp and against a naive search there.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
    if (c == 0xE3) return text[at + 1] == '\x83' && text[at + 2] == '\xBB' ? 3 : 0;  // ・
    return c == 0xE2 || c == 0xC2 ? rare_name_separator(text, at) : 0;
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

/// The first eight bytes of text[at, at + size), those behind `size` as zeros.
inline std::uint64_t first_eight(std::string_view text, std::size_t at, std::size_t size) {
    std::uint64_t bytes = 0;
    if (at + sizeof bytes <= text.size())
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
    else
        std::memcpy(&bytes, text.data() + at, text.size() - at);
    if (size >= sizeof bytes) return bytes;
    const std::uint64_t kept = (std::uint64_t{1} << 8 * size) - 1;
    return bytes & (std::endian::native == std::endian::little ? kept : ~(~std::uint64_t{0} >> 8 * size));
}
/// Eight ASCII bytes in lower case.
constexpr std::uint64_t lower_eight(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101ULL;
    const std::uint64_t capitals = (bytes + each * (0x80 - 'A')) & ~(bytes + each * (0x80 - 'Z' - 1)) & each * 0x80;
    return bytes | capitals >> 2;
}

/// Hash of a name's normal form (ASCII lower case, no separators), one byte at a time.
class NameHash {
public:
    void add(char byte) {
        value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x9E3779B97F4A7C15ULL;
        value_ ^= value_ >> 29;
        ++size_;
    }
    std::size_t size() const { return size_; }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0x2545F4914F6CDD1DULL;
    std::size_t size_ = 0;
};

/// One table of all names. A place of the text is looked at in steps, each for the few that pass the one before:
///
///   1. begins_: does a name or a pattern's trigger begin with these two bytes? words_: is the whole ASCII word here
///   one that a name begins with? nexts_: and one by itself, or with what
///      follows? wides_, pairs_: the kanji or kana here, the two, the three? triggers_: the bytes of a pattern's
///      trigger?
///   2. marks_: does a name end with this word or character, does one go on behind it? Both in one look, since a look
///      is a miss of the cache more often than not.
///   3. slots_: the entry of the whole normal form.
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
    std::uint32_t add_surface(std::string_view folded, std::uint32_t surface) { return enter(mark(folded), surface); }
    /// The same in two steps, for many surfaces: what enter() looks at is far away, and is best fetched some surfaces
    /// ahead. mark() gives the hash for the other two.
    std::uint64_t mark(std::string_view folded);
    void fetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_], 1); }
    std::uint32_t enter(std::uint64_t hash, std::uint32_t surface) {
        return std::exchange(entry_for(hash).surface, surface);
    }
    /// Enters the literal beginning of a pattern, two to trigger_size bytes without separators.
    std::uint32_t add_trigger(std::string_view literal, std::uint32_t pattern);

    /// Calls found(end, entry, word_end) for each entry whose normal form is that of text[at, end), shorter ones first.
    /// Inside a word (word_end false) only patterns begin; surfaces end at ends of words.
    /// `word` is where the ASCII word that begins at `at` ends; `at` where none does.
    template <typename Found>
    void find(std::string_view text, std::size_t at, std::size_t word, std::size_t limit, Found&& found) const;
    /// The same where a word begins, and where none does.
    template <typename Found>
    void find_word(std::string_view text, std::size_t at, std::size_t word, std::size_t limit, Found& found) const;
    template <typename Found>
    void find_other(std::string_view text, std::size_t at, std::size_t limit, Found& found) const;

private:
    template <typename Found>
    void walk(std::string_view text, std::size_t at, std::size_t limit, unsigned triggers, Found& found) const;

    static constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;
    static constexpr unsigned word_bits = 19, next_bits = 19, wide_bits = 16, pair_bits = 17, rare_bits = 12,
                              trigger_bits = 13, mark_bits = 19;

    /// Hash of an ASCII word: of its first and last eight bytes in lower case and of its first letter's case.
    static std::uint64_t word_hash(std::string_view text, std::size_t at, std::size_t word);
    static std::uint64_t word_hash(std::uint64_t first, bool capital, std::uint64_t last, std::size_t size) {
        std::uint64_t hash = (first | (capital ? 0x80U : 0U)) * multiplier;
        if (size > 8) hash = ((hash ^ hash >> 32) + last + size) * multiplier;
        return hash;
    }
    static std::uint64_t wide_at(std::string_view text, std::size_t at) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(text[at])) << 16 |
               static_cast<std::uint64_t>(static_cast<unsigned char>(text[at + 1])) << 8 |
               static_cast<unsigned char>(text[at + 2]);
    }
    /// A kana or kanji has the place of its code point.
    static std::uint64_t wide_slot(std::uint64_t wide) {
        return (wide >> 4 & 0xF000U) | (wide >> 2 & 0x0FC0U) | (wide & 0x3FU);
    }
    static std::uint64_t two_bytes(std::string_view text, std::size_t at) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(text[at])) << 8 |
               static_cast<unsigned char>(text[at + 1]);
    }
    static std::uint64_t slot(std::uint64_t bytes, unsigned bits) { return bytes * multiplier >> (64 - bits); }

    /// As bits: the sizes of the triggers that begin at `at`.
    unsigned whole_triggers_at(std::string_view text, std::size_t at, std::size_t limit, unsigned sizes) const;
    /// Whether a name may begin with the ASCII word.
    bool may_begin(std::string_view text, std::size_t at, std::size_t word, std::size_t limit) const;
    bool wides_may_go_on(std::string_view text, std::size_t at, std::size_t limit) const;
    bool may_go_on(std::string_view text, std::size_t word, std::size_t limit, std::uint64_t hash) const;
    /// Whether a name may begin where no ASCII word does.
    bool may_begin(std::string_view text, std::size_t at, std::size_t limit) const;

    enum Mark : unsigned { name_ends = 1, name_goes_on = 2 };
    unsigned marks(std::uint64_t hash) const {
        return static_cast<unsigned>(marks_[hash >> (64 - mark_bits + 5)] >> 2 * (hash >> (64 - mark_bits) & 31U)) & 3U;
    }
    void set_mark(std::uint64_t hash, Mark mark) {
        marks_[hash >> (64 - mark_bits + 5)] |= std::uint64_t{mark} << 2 * (hash >> (64 - mark_bits) & 31U);
    }
    static bool bit(const std::vector<std::uint64_t>& bits, std::uint64_t k) {
        return (bits[k >> 6] >> (k & 63) & 1) != 0;
    }
    static void set_bit(std::vector<std::uint64_t>& bits, std::uint64_t k) {
        bits[k >> 6] |= std::uint64_t{1} << (k & 63);
    }
    const Entry* entry(std::uint64_t hash) const {
        return (marks(hash) & name_ends) != 0 ? entry_in_slots(hash) : nullptr;
    }
    const Entry* entry_in_slots(std::uint64_t hash) const;
    Entry& entry_for(std::uint64_t hash);
    struct Word;
    void mark_words(std::string_view folded);
    void mark_pairs(std::string_view folded, bool alone);
    void mark_next(const Word& word, std::string_view rest);
    void mark_begin(std::string_view folded);

    /// Two bits of one number for each word, so that few others pass.
    bool is_word(std::uint64_t hash) const {
        return (words_[hash >> (64 - word_bits + 6)] & word_mask(hash)) == word_mask(hash);
    }
    static std::uint64_t word_mask(std::uint64_t hash) {
        return std::uint64_t{1} << (hash >> 32 & 63) | std::uint64_t{1} << (hash >> 38 & 63);
    }
    /// Of a word that is a name, of a word and one byte behind it, of a word and two.
    static std::uint64_t next_slot(std::uint64_t hash, std::uint64_t next) {
        return (hash ^ next) * multiplier >> (64 - next_bits);
    }

    std::vector<std::uint64_t> words_, nexts_;
    std::vector<std::uint64_t> wides_;       ///< of three bytes that begin a name
    std::vector<std::uint64_t> lone_wides_;  ///< of three bytes that are one
    std::vector<std::uint64_t> pairs_;       ///< of six bytes that begin one
    std::vector<std::uint64_t> rares_;       ///< of the first two bytes of other names
    std::bitset<256> whole_rows_;            ///< of begins_: bytes that begin a name whatever follows
    static constexpr std::uint8_t begins_name = 1;
    std::vector<std::uint8_t> begins_;  ///< by two bytes: begins_name, and a bit for each size of trigger
    std::vector<std::uint64_t> whole_triggers_;
    std::vector<std::uint64_t> marks_;  ///< two bits a hash
    std::vector<Entry> slots_;
    unsigned shift_;
};

inline std::uint64_t NameIndex::word_hash(std::string_view text, std::size_t at, std::size_t word) {
    const std::size_t size = word - at;
    const bool capital = text[at] >= 'A' && text[at] <= 'Z';
    return word_hash(lower_eight(first_eight(text, at, size)), capital,
                     size > 8 ? lower_eight(first_eight(text, word - 8, 8)) : 0, size);
}

// The looks below are inlined where they are taken: a call costs as much as most of them.

template <typename Found>
[[gnu::always_inline]] inline void NameIndex::find_word(std::string_view text, std::size_t at, std::size_t word,
                                                        std::size_t limit, Found& found) const {
    const unsigned begins = limit - at < 2 ? 0 : begins_[two_bytes(text, at)];
    if (begins == 0) return;
    const unsigned triggers = begins == begins_name ? 0 : whole_triggers_at(text, at, limit, begins);
    if (triggers != 0 || ((begins & begins_name) != 0 && may_begin(text, at, word, limit)))
        walk(text, at, limit, triggers, found);
}

template <typename Found>
[[gnu::always_inline]] inline void NameIndex::find_other(std::string_view text, std::size_t at, std::size_t limit,
                                                         Found& found) const {
    if (may_begin(text, at, limit)) walk(text, at, limit, 0, found);
}

template <typename Found>
void NameIndex::find(std::string_view text, std::size_t at, std::size_t word, std::size_t limit, Found&& found) const {
    if (word != at)
        find_word(text, at, word, limit, found);
    else
        find_other(text, at, limit, found);
}

[[gnu::always_inline]] inline bool NameIndex::may_begin(std::string_view text, std::size_t at, std::size_t word,
                                                        std::size_t limit) const {
    const std::uint64_t hash = word_hash(text, at, word);
    return is_word(hash) && may_go_on(text, word, limit, hash);
}

[[gnu::always_inline]] inline bool NameIndex::may_begin(std::string_view text, std::size_t at,
                                                        std::size_t limit) const {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xE0 || lead >= 0xF0)
        return limit - at > 1 && (lead < 0x80 || bit(rares_, slot(two_bytes(text, at), rare_bits)));
    const std::uint64_t first = wide_at(text, at);
    return bit(wides_, wide_slot(first)) && wides_may_go_on(text, at, limit);
}

template <typename Found>
void NameIndex::walk(std::string_view text, std::size_t at, std::size_t limit, unsigned triggers, Found& found) const {
    NameHash hash;
    for (std::size_t j = at; j < limit;) {
        if (const std::size_t gap = j == at ? 0 : name_separator(text, j); gap != 0) {
            j += gap;
            if (j >= limit || name_separator(text, j) != 0) return;
        }
        // A word, or one character; surfaces end behind it and in front of its plural s.
        const auto lead = static_cast<unsigned char>(text[j]);
        std::size_t stop = j + (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
        std::size_t plural = stop;
        if (is_word_byte(text[j])) {
            while (stop < limit && is_word_byte(text[stop])) ++stop;
            plural = text[stop - 1] == 's' ? stop - 1 : stop;
        }
        if (stop > limit) return;
        while (j < stop) {
            const std::size_t end = j < plural ? plural : stop;
            do {
                hash.add(lower_byte(text[j++]));
                if (triggers == 0 || j == end) continue;
                if (hash.size() > trigger_size) triggers = 0;
                if ((triggers >> hash.size() & 1U) == 0) continue;
                if (const Entry* hit = entry(hash.value())) found(j, *hit, false);
            } while (j < end);
            const unsigned mark = marks(hash.value());
            const Entry* hit = hash.size() >= 2 && (mark & name_ends) != 0 ? entry_in_slots(hash.value()) : nullptr;
            if (hit != nullptr) found(j, *hit, true);
            const bool awaits_trigger = hash.size() < trigger_size && triggers >> (hash.size() + 1) != 0;
            if (j == stop && (mark & name_goes_on) == 0 && !awaits_trigger) return;
        }
    }
}

}  // namespace hardfacts
