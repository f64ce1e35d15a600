// Enters: phrases in folded form. Leaves: PhraseTable, which finds them all in a stretch of text.
// Tested in tests/knowledge/phrases_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// Finds every occurrence of its phrases: ASCII letters in any case, Latin words only whole, the longest where
/// several begin at one place.
/// For short stretches (a sentence with a value in it); names are found by the automaton of NameTable.
class PhraseTable {
public:
    struct Hit {
        Span span;           ///< in the text searched
        std::size_t phrase;  ///< number given by add()
    };

    /// The number of `phrase`; the same phrase has the same number. REQUIRES: phrase.size() > 1, compile() not called.
    std::size_t add(std::string_view phrase);
    void compile();

    /// Appends every hit that begins inside `range` of `text`, in order. REQUIRES: compile() was called.
    void find(std::string_view text, Span range, std::vector<Hit>& hits) const;

private:
    /// A bit for each hash of 16 bits.
    class Filter {
    public:
        void add(std::uint32_t hash) { bits_[hash / 64] |= std::uint64_t{1} << hash % 64; }
        bool may(std::uint32_t hash) const { return (bits_[hash / 64] >> hash % 64 & 1U) != 0; }

    private:
        std::array<std::uint64_t, 1024> bits_{};
    };
    /// Phrases that begin with the same key are one after the other in `order_`, the longer first.
    struct Bucket {
        std::uint32_t key;
        std::uint32_t begin;
        std::uint32_t end;
    };
    bool may_begin(std::string_view text, std::uint32_t key) const;
    void find_longest(std::string_view text, std::size_t at, std::uint32_t key, std::vector<Hit>& hits) const;
    const Bucket* bucket_of(std::uint32_t key) const;

    std::vector<std::string> phrases_;  ///< lower-cased, by number
    std::vector<std::uint32_t> order_;  ///< numbers, bucket by bucket
    std::vector<Bucket> buckets_;       ///< by key
    Filter filter_;                     ///< keys: turns most places away
    Filter shorts_;                     ///< keys of phrases that are hardly longer
    Filter nexts_;                      ///< of the others, the key and the bytes behind it
};

}  // namespace hardfacts
