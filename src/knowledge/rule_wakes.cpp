#include "knowledge/rule_wakes.h"

#include <algorithm>
#include <bit>

namespace hardfacts {

void RuleWakes::put(RuleSet& rules, std::size_t rule) {
    if (rule / 64 >= rules.size()) rules.resize(rule / 64 + 1);
    rules[rule / 64] |= std::uint64_t{1} << rule % 64;
}

void RuleWakes::add_rule(const std::vector<TypeCount>& mentions, std::size_t lists) {
    const std::size_t rule = rules_++;
    put(all_, rule);
    for (std::size_t list = 0; list < most_lists; ++list) {
        ready_[list].resize(all_.size());
        if (list >= lists) put(ready_[list], rule);
    }
    for (const TypeCount& wanted : mentions) {
        const auto known = std::find_if(requirements_.begin(), requirements_.end(), [&](const Requirement& one) {
            return one.count.types == wanted.types && one.count.least == wanted.least;
        });
        put(known == requirements_.end() ? requirements_.emplace_back(Requirement{wanted, {}}).rules : known->rules,
            rule);
    }
}

void RuleWakes::add_text(std::size_t text, std::size_t rule, std::size_t list) {
    if (text >= texts_.size()) texts_.resize(text + 1);
    put(texts_[text][list], rule);
}

void RuleWakes::select(const TypeCounts& counts, RuleSet& rules) const {
    rules = all_;
    TypeSet present = 0;
    for (std::size_t type = 0; type < counts.size(); ++type) present |= TypeSet{counts[type] > 0} << type;
    for (const Requirement& one : requirements_) {
        if (one.count.least == 1 && (one.count.types & present) != 0) continue;
        std::size_t held = 0;
        for (TypeSet types = one.count.types; types != 0; types &= types - 1) {
            held += counts[static_cast<std::size_t>(std::countr_zero(types))];
        }
        if (held >= one.count.least) continue;
        for (std::size_t word = 0; word < one.rules.size(); ++word) rules[word] &= ~one.rules[word];
    }
}

}  // namespace hardfacts
