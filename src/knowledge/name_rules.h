// Enters: rules/names/*.toml. Leaves: NameRuleTable: the words that show by their place that an unknown name stands
// beside them, and the words that are no names. Tested in tests/knowledge/name_rules_test.cpp; the rules' own examples
// in tests/scan/name_examples_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "knowledge/lazy_regex.h"
#include "knowledge/word_trie.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"
#include "model/mention.h"

namespace hardfacts {

/// In which letters a name is written.
enum class NameScript : std::uint8_t { latin, katakana, kanji };

/// A [[rule]] of rules/names: `{name}` and, joined to it by plain text, one `{class}` of cue words.
struct NameRule {
    std::string id;
    MentionType type = MentionType::company;
    bool is_none = false;       ///< type "none": the known name is part of a longer one that is not known, and no name
    bool scripts[3] = {};       ///< by NameScript
    bool keeps_cue = false;     ///< the cue belongs to the name: {name} Capital
    bool distinct = false;      ///< the word beside the cue is no common one
    bool rare = false;          ///< one of its words at least is no ordinary one, and none a known product
    bool shortens = false;      ///< a part means the same: a company's first word, a chip's number, a
                                ///< person's last name
    bool model = false;         ///< the word beside the cue is a model number: letters and digits
    bool whole = false;         ///< with keeps_cue: a capitalised word in front would make another name of it
    std::size_t max_kanji = 0;  ///< a name of kanji has no more; 0: as many as there are
    std::size_t min_words = 1, max_words = 4;
    bool by_maker = false;                   ///< the cue is a known name: {company} {name}, {chip|system} {name}
    bool behind_name = false;                ///< with by_maker: the known name stands behind: {name} {place}
    std::uint32_t makers = 0;                ///< with by_maker: bits by MentionType, of the known name
    std::string joint;                       ///< with by_maker: what stands between it and the name
    bool titles = false;                     ///< also where every word has a capital
    std::shared_ptr<const LazyRegex> shape;  ///< what the whole name is written like; null: anything
    std::size_t all_caps = 2;                ///< a name all in capitals has at least so many letters
    std::shared_ptr<const LazyRegex> head;   ///< ends in front of what the cue and the name take; null: nothing
    std::shared_ptr<const LazyRegex> tail;   ///< begins behind it; null: nothing
};

/// An example of a rule, folded: `name` is what it must find; empty where it must stay silent.
struct NameExample {
    std::string rule, text, name;
    std::string file;
    std::size_t line = 0, column = 0;
};

/// Which texts of one length may be the first, or the last, bytes of a cue: turns most places away.
class CueFilter {
public:
    /// REQUIRES: 3 or 4.
    explicit CueFilter(std::size_t size) : size_(size) {}
    /// REQUIRES: at least size() bytes. How many bytes of a cue are looked at.
    std::size_t size() const { return size_; }
    void add(const char* bytes) {
        const std::uint32_t hash = hash_of(bytes);
        bits_[hash / 64] |= std::uint64_t{1} << hash % 64;
    }
    bool may(const char* bytes) const {
        const std::uint32_t hash = hash_of(bytes);
        return (bits_[hash / 64] >> hash % 64 & 1U) != 0;
    }

private:
    std::uint32_t hash_of(const char* bytes) const {
        std::uint32_t packed = 0;
        if (size_ == 3)
            std::memcpy(&packed, bytes, 3);
        else
            std::memcpy(&packed, bytes, 4);
        return packed * 0x9E3779B1U >> 19U;
    }

    std::size_t size_;
    std::array<std::uint64_t, 128> bits_{};
};

struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

/// What rules/names says. Immutable once loaded.
struct NameRuleTable {
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const NameRuleTable> load(const KnowledgeFolders& folders, Diagnostics& faults);

    /// True of what is written as a name and is none: it is no name alone and ends a name beside it.
    bool is_word(std::string_view text) const { return words.contains(text) || inner_words.contains(text); }
    /// True of those that never belong to a name that keeps its cue either (The Capital, not Data Capital).
    bool parts_names(std::string_view text) const { return words.contains(text); }
    /// True of these and of the ordinary words of gazetteers/common_words.csv, small or with one capital in front, and
    /// of what hyphens join of them.
    bool is_ordinary(std::string_view text) const;

    std::vector<NameRule> rules;
    std::vector<std::uint32_t> maker_rules;                        ///< those by_maker, the known name in front
    std::vector<std::uint32_t> owner_rules;                        ///< those by_maker, the known name behind
    WordTrie behind{WordTrie::Side::forward};                      ///< joint and cue behind a name -> rule
    WordTrie front{WordTrie::Side::backward};                      ///< cue and joint in front of a name -> rule
    WordTrie ends{WordTrie::Side::backward};                       ///< cues that end a katakana name -> rule
    CueFilter behind_short{3}, behind_filter{4}, front_filter{4};  ///< behind_short: of cues of three bytes
    std::bitset<256> kanji_behind, kanji_front;  ///< last bytes of the kanji that begin, or end, a cue
    std::unordered_set<std::string, WordHash, std::equal_to<>> words, inner_words, ordinary;
    std::vector<NameExample> examples;
};

}  // namespace hardfacts
