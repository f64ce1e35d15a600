#include "compose/fitness.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

constexpr Fitness no = Fitness::none;
constexpr Fitness ok = Fitness::barely;
constexpr Fitness well = Fitness::well;

/// Which types of entity can have an attribute. The first row that lists it counts.
struct Bearers {
    std::string_view kind;        ///< empty for any
    std::string_view attributes;  ///< between spaces
    FitnessByType types;          ///< company, chip, system, product, place, person
};

constexpr std::array<Bearers, 15> bearers = {{
    {"ratio", " revenue profit market_size productivity ", {well, ok, ok, ok, no, no}},
    {"ratio", " cost price ", {ok, well, well, well, no, no}},
    {"ratio", "", {ok, well, well, well, no, no}},
    {"", " units ", {ok, well, well, ok, no, no}},
    {"",
     " compute memory_capacity memory_bandwidth process_node frequency core_count transistor_count ",
     {ok, well, well, ok, no, no}},
    {"", " power energy storage_capacity interconnect_bandwidth throughput latency ", {ok, well, well, well, no, no}},
    {"", " parameters tokens context_length ", {no, no, no, well, no, no}},
    {"", " users customers ", {well, ok, ok, well, no, no}},
    {"", " price cost savings ", {ok, well, well, well, no, no}},
    {"",
     " employees sites stake market_share market_cap valuation funding acquisition_price subsidy ",
     {well, no, no, ok, no, no}},
    {"", " market_size ", {no, no, no, no, no, no}},
    {"", " investment ", {well, ok, ok, ok, no, ok}},
    {"", " contract_value revenue profit other_money ", {well, ok, ok, ok, no, no}},
    {"", " other_spec distance area ", {ok, well, well, well, no, no}},
    {"", "", {well, well, well, well, no, no}},
}};

}  // namespace

bool is_ingredient(const Mention& mention, std::string_view attribute) {
    if (mention.kind.empty()) return false;
    constexpr std::array<std::string_view, 4> of_links = {"interconnect_bandwidth", "throughput", "speed", "latency"};
    if (mention.kind == "interconnect") return std::find(of_links.begin(), of_links.end(), attribute) == of_links.end();
    constexpr std::array<std::string_view, 8> kinds = {"memory",     "number format", "architecture", "benchmark",
                                                       "technology", "standard",      "cpu-ip",       "gpu-ip"};
    return std::find(kinds.begin(), kinds.end(), mention.kind) != kinds.end();
}

FitnessByType fitness_by_type(std::string_view kind, std::string_view attribute) {
    for (const Bearers& row : bearers) {
        if (!row.kind.empty() && row.kind != kind) continue;
        if (row.attributes.empty()) return row.types;
        const std::size_t at = row.attributes.find(attribute);
        const bool listed =
            at != row.attributes.npos && row.attributes[at - 1] == ' ' && row.attributes[at + attribute.size()] == ' ';
        if (listed) return row.types;
    }
    return {};
}

Fitness fitness_of(const Mention& mention, std::string_view kind, std::string_view attribute) {
    if (!is_entity(mention.type)) return Fitness::none;
    return fitness_by_type(kind, attribute)[static_cast<std::size_t>(mention.type)];
}

}  // namespace hardfacts
