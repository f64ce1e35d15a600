#include "compose/sums.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace hardfacts;

namespace {

Mention sum(long long number, const char* unit, const char* per = "") {
    Value value;
    value.magnitude.number = Decimal(number);
    value.unit = unit;
    value.per = per;
    Mention mention;
    mention.type = MentionType::money;
    mention.value = std::make_shared<const Value>(std::move(value));
    return mention;
}

}  // namespace

TEST_CASE("what a sum may be depends on its size") {
    struct Row {
        long long number;
        const char* unit;
        bool small, huge;
    };
    for (const Row row :
         {Row{1999, "USD", true, false}, Row{2000, "USD", false, false}, Row{100'000'000, "USD", false, true},
          Row{99'999'999, "USD", false, false}, Row{199'999, "JPY", true, false}, Row{200'000, "JPY", false, false},
          Row{10'000'000'000, "JPY", false, true}}) {
        CHECK_MESSAGE(is_small(sum(row.number, row.unit)) == row.small, row.number);
        CHECK_MESSAGE(is_huge(sum(row.number, row.unit)) == row.huge, row.number);
    }
    CHECK(is_for_large_sums("contract_value"));
    CHECK_FALSE(is_for_large_sums("price"));
    CHECK(is_rate(sum(20, "USD", "month")));
    CHECK_FALSE(is_rate(sum(20, "USD")));
}

TEST_CASE("a sum right in front of a thing is its price") {
    struct Row {
        const char* text;  ///< begins with the sum, four characters
        bool prices;
    };
    for (const Row row :
         {Row{"$900 gaming laptop", true}, Row{"$900 AI accelerator cards", true}, Row{"$900 phone.", true},
          Row{"$900 in cash for a laptop", false}, Row{"$900, a laptop", false}, Row{"$900", false}}) {
        Mention mention = sum(900, "USD");
        mention.span = {0, 4};
        const AttributeQuestion asked{mention, "money", {}, {}, row.text};
        CHECK_MESSAGE(prices_what_follows(asked) == row.prices, row.text);
    }
}

TEST_CASE("by how much a sum changed is not the sum") {
    struct Row {
        const char *before, *value, *behind;
        bool change;
    };
    for (const Row& row : {Row{"現金(", "+$3.4B", " QoQ)", true}, Row{"$381Mから", "-$147M", "だ", true},
                           Row{"負債(", "-$1.7B", " QoQ)", true}, Row{"純利益は", "-$381M", "だ", false},
                           Row{"現金は", "$3.4B", " QoQ", false}}) {
        const std::string text = std::string(row.before) + row.value + row.behind;
        Mention mention = sum(1, "USD");
        const std::size_t begin = std::string_view(row.before).size();
        mention.span = {begin, begin + std::string_view(row.value).size()};
        CHECK_MESSAGE(is_change_of_sum(mention, text) == row.change, text);
    }
}
