// Enters: texts, each with a number. Leaves: TextFinder, which finds them all in one pass over a stretch of text.
// Tested in tests/knowledge/text_finder_test.cpp against a search for each.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/text_starts.h"
#include "model/span.h"

namespace hardfacts {

/// Finds every occurrence of its texts that begins inside no Latin word. ASCII letters count in any case.
class TextFinder {
public:
    /// Gives `text`, lower-case and of two bytes at least, the next number. REQUIRES: compile() was not called.
    void add(std::string_view text) { texts_.emplace_back(text); }
    void compile();
    std::size_t size() const { return texts_.size(); }
    std::string_view text(std::size_t number) const { return texts_[number]; }

    /// Calls found(number, where it begins) for every occurrence that begins in `range` of `text` and ends by `limit`,
    /// the longer first of those at one place; no more of them are told where it gives true. `inside_word`: a Latin
    /// word goes on where the range begins, if it begins with one. REQUIRES: compile() was called.
    template <typename Found>
    void find(std::string_view text, Span range, std::size_t limit, bool inside_word, Found found) const {
        text = text.substr(0, limit);
        each_start(text, range, inside_word, [&](std::size_t at) {
            const Begin begin = begin_at(text, at);
            if (longs_.may(begin.longer) && tell(longs_, begin.longer, text, at, found)) return;
            if (shorts_.may(begin.shorter)) tell(shorts_, begin.shorter, text, at, found);
        });
    }

private:
    /// The hash of what a text begins with: of its first two characters where they are kana or kanji, of four bytes
    /// else; and, for texts that are shorter, of one or of two.
    struct Begin {
        std::uint32_t longer, shorter;
    };
    /// Numbers of texts by the hash of their beginnings.
    class Slots {
    public:
        void compile(std::vector<std::pair<std::uint32_t, std::uint32_t>> by_hash);
        bool may(std::uint32_t hash) const { return (filter_[hash / 64] >> hash % 64 & 1U) != 0; }
        const std::uint32_t* begin(std::uint32_t hash) const { return numbers_.data() + ends_[hash >> fold_bits]; }
        const std::uint32_t* end(std::uint32_t hash) const { return numbers_.data() + ends_[(hash >> fold_bits) + 1]; }

    private:
        static constexpr std::uint32_t fold_bits = 4;  ///< so many hashes share a slot: most are turned away before
        std::array<std::uint64_t, (1U << 15U) / 64> filter_{};
        std::array<std::uint32_t, (1U << (15U - fold_bits)) + 1> ends_{};
        std::vector<std::uint32_t> numbers_;
    };

    static constexpr std::uint32_t hash_bits = 15;
    static std::uint32_t hash_of(std::uint64_t bytes) {
        return static_cast<std::uint32_t>(bytes * 0x9E3779B97F4A7C15ULL >> (64U - hash_bits));
    }
    static bool is_wide(char first) { return static_cast<unsigned char>(first) >= 0xE0; }
    static std::size_t longer_size(char first) { return is_wide(first) ? 6 : 4; }

    /// The eight bytes at a place, zeros where the text ends, in the order of a little-endian number.
    static std::uint64_t eight_at(std::string_view text, std::size_t at) {
        std::uint64_t bytes = 0;
        if (text.size() - at >= sizeof bytes)
            std::memcpy(&bytes, text.data() + at, sizeof bytes);
        else
            std::memcpy(&bytes, text.data() + at, text.size() - at);
        if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
        return bytes;
    }
    /// Letters in either case, and other bytes that differ in that bit alone, are the same here.
    static Begin begin_at(std::string_view text, std::size_t at) {
        const std::uint64_t bytes = eight_at(text, at) | 0x2020202020202020ULL;
        const bool wide = is_wide(text[at]);
        return {hash_of(bytes & (wide ? 0xFFFFFFFFFFFFULL : 0xFFFFFFFFULL)),
                hash_of(bytes & (wide ? 0xFFFFFFULL : 0xFFFFULL))};
    }
    bool stands_at(std::string_view text, std::size_t at, std::uint32_t number) const;

    template <typename Found>
    bool tell(const Slots& slots, std::uint32_t hash, std::string_view text, std::size_t at, Found& found) const {
        for (const std::uint32_t* number = slots.begin(hash); number != slots.end(hash); ++number) {
            if (stands_at(text, at, *number) && found(*number, at)) return true;
        }
        return false;
    }

    std::vector<std::string> texts_;
    Slots longs_, shorts_;
};

}  // namespace hardfacts
