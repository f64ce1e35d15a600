#include "compose/fitness.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

/// Which types of entity can have an attribute: 2 well, 1 barely, 0 not. The first row that lists it counts.
struct Bearers {
    std::string_view kind;        ///< empty for any
    std::string_view attributes;  ///< between spaces
    std::array<int, 6> types;     ///< company, chip, system, product, place, person
};

constexpr std::array<Bearers, 15> bearers = {{
    {"ratio", " revenue profit market_size productivity ", {2, 1, 1, 1, 0, 0}},
    {"ratio", " cost price ", {1, 2, 2, 2, 0, 0}},
    {"ratio", "", {1, 2, 2, 2, 0, 0}},
    {"", " units ", {1, 2, 2, 1, 0, 0}},
    {"",
     " compute memory_capacity memory_bandwidth process_node frequency core_count transistor_count ",
     {1, 2, 2, 1, 0, 0}},
    {"", " power energy storage_capacity interconnect_bandwidth throughput latency ", {1, 2, 2, 2, 0, 0}},
    {"", " parameters tokens context_length ", {0, 0, 0, 2, 0, 0}},
    {"", " users customers ", {2, 1, 1, 2, 0, 0}},
    {"", " price cost savings ", {1, 2, 2, 2, 0, 0}},
    {"",
     " employees sites stake market_share market_cap valuation funding acquisition_price subsidy ",
     {2, 0, 0, 1, 0, 0}},
    {"", " market_size ", {0, 0, 0, 0, 0, 0}},
    {"", " investment ", {2, 1, 1, 1, 0, 1}},
    {"", " contract_value revenue profit other_money ", {2, 1, 1, 1, 0, 0}},
    {"", " other_spec distance area ", {1, 2, 2, 2, 0, 0}},
    {"", "", {2, 2, 2, 2, 0, 0}},
}};

}  // namespace

bool is_ingredient(const Mention& mention, std::string_view attribute) {
    constexpr std::array<std::string_view, 4> of_links = {"interconnect_bandwidth", "throughput", "speed", "latency"};
    if (mention.kind == "interconnect") return std::find(of_links.begin(), of_links.end(), attribute) == of_links.end();
    constexpr std::array<std::string_view, 8> kinds = {"memory",     "number format", "architecture", "benchmark",
                                                       "technology", "standard",      "cpu-ip",       "gpu-ip"};
    return std::find(kinds.begin(), kinds.end(), mention.kind) != kinds.end();
}

Fitness fitness_of(const Mention& mention, std::string_view kind, std::string_view attribute) {
    if (!is_entity(mention.type)) return Fitness::none;
    for (const Bearers& row : bearers) {
        if (!row.kind.empty() && row.kind != kind) continue;
        const std::size_t at = row.attributes.find(attribute);
        const bool listed = row.attributes.empty() || (at != row.attributes.npos && row.attributes[at - 1] == ' ' &&
                                                       row.attributes[at + attribute.size()] == ' ');
        if (listed) return static_cast<Fitness>(row.types[static_cast<std::size_t>(mention.type)]);
    }
    return Fitness::none;
}

}  // namespace hardfacts
