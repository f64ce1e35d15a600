#include "compose/measure.h"

#include <array>
#include <utility>

namespace hardfacts {

std::string_view measure_of(const Mention& value) {
    switch (value.type) {
        case MentionType::money: return "money";
        case MentionType::percent: return "percent";
        case MentionType::ratio: return "ratio";
        case MentionType::rank: return "rank";
        case MentionType::duration: return "duration";
        case MentionType::quantity: break;
        default: return {};
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> by_base_unit = {{
        {"FLOPS", "compute"},
        {"OPS", "compute"},
        {"B", "data"},
        {"bit", "data"},
        {"B/s", "data_rate"},
        {"bit/s", "data_rate"},
        {"T/s", "data_rate"},
        {"W", "power"},
        {"Wh", "energy"},
        {"Hz", "frequency"},
        {"s", "time"},
        {"m", "length"},
        {"m2", "area"},
        {"token", "token"},
        {"token/s", "token_rate"},
        {"unit", "count"},
    }};
    for (const auto& [unit, measure] : by_base_unit) {
        if (value.value->base_unit == unit) return measure;
    }
    return value.value->unit == "parameter" ? "count" : "other";
}

}  // namespace hardfacts
