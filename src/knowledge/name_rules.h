// Enters: rules/names/*.toml. Leaves: NameRuleTable: the words that show by their place that an unknown name stands
// beside them, and the words that are no names. Tested in tests/knowledge/name_rules_test.cpp; the rules' own examples
// in tests/scan/name_examples_test.cpp.
#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/word_trie.h"
#include "model/diagnostic.h"
#include "model/mention.h"

namespace re2 {
class RE2;
}

namespace hardfacts {

/// In which letters a name is written.
enum class NameScript : std::uint8_t { latin, katakana, kanji };

/// A [[rule]] of rules/names: `{name}` and, joined to it by plain text, one `{class}` of cue words.
struct NameRule {
    std::string id;
    MentionType type = MentionType::company;
    bool scripts[3] = {};    ///< by NameScript
    bool keeps_cue = false;  ///< the cue belongs to the name: {name} Capital
    bool distinct = false;   ///< the word beside the cue is no common one
    bool shortens = false;   ///< the name's first word alone means the same
    std::size_t min_words = 1, max_words = 4;
    std::size_t all_caps = 2;              ///< a name all in capitals has at least so many letters
    std::shared_ptr<const re2::RE2> head;  ///< ends in front of what the cue and the name take; null: nothing
    std::shared_ptr<const re2::RE2> tail;  ///< begins behind it; null: nothing
};

/// An example of a rule, folded: `name` is what it must find; empty where it must stay silent.
struct NameExample {
    std::string rule, text, name;
    std::string file;
    std::size_t line = 0, column = 0;
};

/// What rules/names says. Immutable once loaded.
struct NameRuleTable {
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const NameRuleTable> load(const std::filesystem::path& root, Diagnostics& faults);

    /// True of what is written as a name and is none: it is no name alone and ends a name beside it.
    bool is_word(std::string_view text) const { return words.contains(text) || inner_words.contains(text); }
    /// True of those that never belong to a name that keeps its cue either (The Capital, not Data Capital).
    bool parts_names(std::string_view text) const { return words.contains(text); }

    std::vector<NameRule> rules;
    WordTrie behind{WordTrie::Side::forward};  ///< joint and cue behind a name -> rule
    WordTrie front{WordTrie::Side::backward};  ///< cue and joint in front of a name -> rule
    WordTrie ends{WordTrie::Side::backward};   ///< cues that end a katakana name -> rule
    std::bitset<256> kanji_cues;               ///< third bytes of the kanji that begin a cue behind a name
    std::set<std::string, std::less<>> words, inner_words;
    std::vector<NameExample> examples;
};

}  // namespace hardfacts
