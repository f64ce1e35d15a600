// Enters: the tables of rules/relations/*.toml and rules/claims/*.toml. Leaves: the rules and examples of a
// ClaimRuleTable, and every fault of every table. Used by claim_rules.cpp alone. Tested in
// tests/knowledge/claim_rules_test.cpp.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/claim_rules.h"
#include "knowledge/rule_syntax.h"

namespace hardfacts {

class ClaimRuleLoader {
public:
    ClaimRuleLoader(ClaimRuleTable& table, Diagnostics& faults) : table_(table), faults_(faults) {}

    /// The [shared] table of a file. REQUIRES: `tables` outlives the loader.
    void declare_shared(const std::string& file, const toml::table& tables);
    /// The [stand_in] table of a file.
    void load_stand_ins(const std::string& file, const toml::table& tables);
    /// Reads every shared pattern once, so that faults in those that no rule uses are told too.
    void read_shared();
    /// The [[rule]] tables of a file.
    void load_rules(const std::string& file, const toml::table& tables);

private:
    /// A shared pattern: declared, being read, or read.
    struct Shared {
        std::string file;
        const toml::node* node = nullptr;
        enum class State : std::uint8_t { declared, reading, done } state = State::declared;
        RuleNode tree;
    };

    void fault(const std::string& file, const toml::source_position& at, const char* code, std::string message);
    void fault(const toml::node& at, const char* code, std::string message);
    void pattern_faults(const std::string& file, const toml::node& at, std::string_view pattern,
                        const std::vector<PatternFault>& found);
    const RuleNode* shared(std::string_view name, std::string& problem);
    RuleNode read_pattern(const std::string& file, const toml::node& at, std::string_view pattern);

    void allow_keys(const toml::table& entry, std::initializer_list<std::string_view> keys);
    std::string text_of(const toml::table& entry, std::string_view key, bool required = true);
    void load_rule(const toml::table& entry);
    void check_id(const toml::table& entry, const ClaimRule& rule);
    void load_patterns(const toml::table& entry, ClaimRule& rule);
    /// What `key` says may not be found.
    void load_exclusion(const toml::table& entry, std::string_view key, RuleMatcher& out, LazyRegex& regex);
    void take_pattern(const RulePattern& pattern, ClaimRule& rule);
    void load_relation(const toml::table& entry, ClaimRule& rule);
    void load_claim(const toml::table& entry, ClaimRule& rule);
    std::size_t capture(const toml::node& at, const ClaimRule& rule);
    void load_examples(const toml::table& entry, const ClaimRule& rule);
    void add_example(const toml::table& entry, const ClaimRule& rule, bool match);
    std::optional<std::string> relation_pair(const toml::node& node);
    void add_wakes(const RulePattern& pattern, ClaimRule& rule);

    ClaimRuleTable& table_;
    Diagnostics& faults_;
    std::string file_;  ///< the one being loaded
    std::map<std::string, Shared, std::less<>> shared_;
    std::set<std::string, std::less<>> ids_;
};

}  // namespace hardfacts
