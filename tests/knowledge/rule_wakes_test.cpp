#include "knowledge/rule_wakes.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

constexpr TypeSet companies = type_bit(MentionType::company);
constexpr TypeSet things = type_bit(MentionType::chip) | type_bit(MentionType::product);

TypeCounts counts_of(std::size_t company, std::size_t chip, std::size_t product) {
    TypeCounts counts{};
    counts[static_cast<std::size_t>(MentionType::company)] = company;
    counts[static_cast<std::size_t>(MentionType::chip)] = chip;
    counts[static_cast<std::size_t>(MentionType::product)] = product;
    return counts;
}

bool holds(const RuleSet& rules, std::size_t rule) { return (rules[rule / 64] >> rule % 64 & 1U) != 0; }

}  // namespace

TEST_CASE("a rule is worth trying where the sentence holds its mentions") {
    RuleWakes wakes;
    wakes.add_rule({{companies, 2}}, 0);
    wakes.add_rule({{companies, 1}, {things, 1}}, 0);
    wakes.add_rule({{things, 3}}, 0);
    struct Row {
        TypeCounts counts;
        const char* rules;
    };
    for (const Row& row :
         {Row{counts_of(0, 0, 0), "---"}, Row{counts_of(2, 0, 0), "0--"}, Row{counts_of(1, 1, 0), "-1-"},
          Row{counts_of(2, 0, 1), "01-"}, Row{counts_of(0, 1, 2), "--2"}}) {
        RuleSet rules;
        wakes.select(row.counts, rules);
        std::string found;
        for (std::size_t k = 0; k < 3; ++k) found += holds(rules, k) ? static_cast<char>('0' + k) : '-';
        CHECK(found == row.rules);
    }
}

TEST_CASE("a rule is woken by a text of each of its lists, whatever the number of the rule") {
    constexpr std::size_t many = 150;
    RuleWakes wakes;
    for (std::size_t rule = 0; rule < many; ++rule) wakes.add_rule({}, rule % 3);
    for (std::size_t rule = 0; rule < many; ++rule) {
        for (std::size_t list = 0; list < rule % 3; ++list) wakes.add_text(rule + list, rule, list);
    }
    for (std::size_t first = 0; first < many + 5; ++first) {
        RuleWakes::Found found;
        wakes.begin(found);
        wakes.add_found(first, found);
        wakes.add_found(first + 1, found);
        for (std::size_t rule = 0; rule < many; ++rule) {
            bool woken = true;
            for (std::size_t list = 0; list < rule % 3; ++list) {
                const std::size_t text = rule + list;
                woken &= text == first || text == first + 1;
                CHECK(wakes.holds(text, rule, list));
            }
            CHECK((holds(found[0], rule) && holds(found[1], rule)) == woken);
        }
    }
}
