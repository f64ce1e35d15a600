#include "compose/measure.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("values are classed by type, quantities by base unit") {
    struct Row {
        MentionType type;
        const char* base_unit;
        const char* measure;
    };
    for (const Row row : {Row{MentionType::money, "USD", "money"},
                          {MentionType::percent, "%", "percent"},
                          {MentionType::quantity, "FLOPS", "compute"},
                          {MentionType::quantity, "bit/s", "data_rate"},
                          {MentionType::quantity, "unit", "count"},
                          {MentionType::quantity, "V", "other"},
                          {MentionType::date, "", ""}}) {
        Mention mention;
        mention.type = row.type;
        Value value;
        value.base_unit = row.base_unit;
        mention.value = std::make_shared<const Value>(std::move(value));
        CHECK(std::string(measure_of(mention)) == row.measure);
    }
}
