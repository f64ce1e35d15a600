#include "knowledge/claim_terms.h"

#include <algorithm>
#include <string>

namespace hardfacts {

namespace {

struct Kind {
    std::string_view name, attributes;  // the attributes with a space before and behind each
};

constexpr Kind kinds[] = {
    {"money",
     " investment funding valuation contract_value acquisition_price revenue profit price cost market_size market_cap "
     "subsidy savings other_money "},
    {"count", " units customers users employees sites parameters tokens other_count "},
    {"spec",
     " compute memory_capacity memory_bandwidth interconnect_bandwidth storage_capacity throughput latency "
     "process_node power energy frequency core_count transistor_count context_length distance area other_spec "},
    {"ratio",
     " performance speed energy_efficiency cost price power memory_capacity memory_bandwidth revenue profit "
     "market_size units accuracy productivity scale other_ratio "},
    {"share", " market_share stake other_share "},
    {"rank", " rank "},
    {"time", " launch_date event_date contract_term other_time "},
};

constexpr std::string_view roles =
    " holder target counterparty investor buyer seller customer supplier location baseline ";
constexpr std::string_view relations = " partners_with invests_in acquires supplies uses develops located_in ";

bool holds(std::string_view words, std::string_view word) {
    return !word.empty() && word.find(' ') == std::string_view::npos &&
           words.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

}  // namespace

bool is_claim_attribute(std::string_view kind, std::string_view attribute) {
    return std::any_of(std::begin(kinds), std::end(kinds),
                       [&](const Kind& row) { return row.name == kind && holds(row.attributes, attribute); });
}

bool is_claim_role(std::string_view role) { return holds(roles, role); }

bool is_relation_type(std::string_view type) { return holds(relations, type); }

}  // namespace hardfacts
