// Enters: gazetteers/units.csv, gazetteers/currencies.csv, rules/values/*.toml. Leaves: ValueTable: units, currencies,
// the words around numbers and the patterns that decide what a number is. Tested in tests/knowledge/values_test.cpp;
// the rules' own examples in tests/scan/value_examples_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/value_pattern.h"
#include "knowledge/value_starts.h"
#include "knowledge/word_trie.h"
#include "model/decimal.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"
#include "model/mention.h"
#include "model/value.h"

namespace hardfacts {

/// A row of units.csv.
struct Unit {
    std::string symbol, dimension, base_unit;
    Decimal factor;
    bool counts = false;            ///< the dimension is count or one of its kinds
    std::vector<std::string> near;  ///< words that stand by for the forms marked `?`
};

/// A written form of a unit, and how it may stand behind its number.
struct UnitForm {
    std::uint32_t unit = 0;
    bool word = false;      ///< ends in a Latin letter: must end a word
    bool glued = false;     ///< mark `!`: no space before it
    bool doubtful = false;  ///< mark `?`: only with one of the unit's `near` words around
    bool hyphened = false;  ///< mark `-` in front: only behind a hyphen (16-core)
    bool japanese = false;
};

/// A written form of a currency.
struct MoneyForm {
    std::string code;
    int power = 0;         ///< -2 for cents
    bool assumed = false;  ///< mark `?`: the country is not written (ドル, $)
};

/// What a list of words beside a number does.
enum class WordRole : std::uint8_t {
    relation,  ///< sets the value's relation
    veto,      ///< the number is no value
    per,       ///< names the thing divided by
    rate,      ///< 毎秒: the unit is per second
    bare,      ///< gives a number without a unit its unit (パラメータ数: 1.6兆)
    things,    ///< countable things behind `の`: 数百万のGPU
    breaks,    ///< words that end an English noun phrase: of, in, the
    aside,     ///< words that do not say what is counted: 17 new trucks
    divisor,   ///< behind a value: it is what another value is divided by (1ラックあたり)
    plain,     ///< a longer word that is none of the shorter words it holds (契約 holds 約)
    fixed,     ///< the word is a value itself: 半分, doubled
    shape,     ///< no words: documents and tests what the scanner does by itself
};

/// A [[words]] entry of rules/values/*.toml.
struct WordRule {
    std::string id;
    WordRole role = WordRole::relation;
    Relation relation = Relation::eq;
    std::string text;                       ///< per: the thing; rate: the suffix; bare, fixed: the unit
    Magnitude magnitude;                    ///< fixed
    MentionType type = MentionType::ratio;  ///< fixed
};

/// A word with a value of its own: `by |half` and `|half| of` mark the text inside the word.
struct FixedWord {
    std::uint32_t rule = 0;
    std::size_t before = 0, behind = 0;  ///< bytes of the word outside the value's text
};

/// An example of a rule, folded: `reads` is what it must give ("about 30 unit"), empty where the rule must stay silent.
struct ValueExample {
    std::string rule, text, value, reads;
    bool match = true;  ///< false: an example the rule must leave alone
    WordRole role = WordRole::shape;
    Relation relation = Relation::eq;
    std::string file;
    std::size_t line = 0, column = 0;
};

/// Everything rules/values/ and the unit tables say. Built once, then const.
class ValueTable {
public:
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const ValueTable> load(const KnowledgeFolders& folders, Diagnostics& faults);

    std::vector<Unit> units;
    std::map<std::string, std::uint32_t, std::less<>> unit_rows;  ///< symbol -> first row with it
    std::vector<UnitForm> unit_forms;
    WordTrie unit_words;  ///< number: index in unit_forms; Latin symbols, all Japanese
    WordTrie nouns;       ///< number: index in unit_forms; lower-case English words
    std::vector<MoneyForm> money_forms;
    WordTrie money_before{WordTrie::Side::backward};  ///< number: index in money_forms
    WordTrie money_after;
    std::vector<WordRule> rules;
    WordTrie before{WordTrie::Side::backward};  ///< number: index in rules; lower-case
    WordTrie after;
    std::vector<FixedWord> fixed_words;
    WordTrie fixed;  ///< number: index in fixed_words
    ValueStarts starts;
    WordTrie things, breaks, asides;
    std::vector<ValuePattern> patterns;
    /// By the byte behind the number: which patterns it can wake, in their order.
    std::array<std::vector<std::uint32_t>, 256> woken;
    std::vector<ValueExample> examples;

    /// The unit with this symbol, or nullptr.
    const Unit* unit(std::string_view symbol) const;
};

}  // namespace hardfacts
