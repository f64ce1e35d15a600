#include "knowledge/rule_triggers.h"

#include <algorithm>

namespace hardfacts {

std::size_t RuleTriggers::add(std::string_view text) {
    const auto known = std::find(texts_.begin(), texts_.end(), text);
    if (known != texts_.end()) return static_cast<std::size_t>(known - texts_.begin());
    texts_.emplace_back(text);
    return texts_.size() - 1;
}

void RuleTriggers::compile() {
    std::vector<std::vector<std::uint32_t>> slots(std::size_t{1} << slot_bits);
    for (std::uint32_t k = 0; k < texts_.size(); ++k) slots[slot_of(texts_[k].data(), false)].push_back(k);
    ends_.push_back(0);
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        order_.insert(order_.end(), slots[slot].begin(), slots[slot].end());
        ends_.push_back(static_cast<std::uint32_t>(order_.size()));
        if (!slots[slot].empty()) filter_[slot / 64] |= std::uint64_t{1} << slot % 64;
    }
}

bool RuleTriggers::begins_with(std::string_view text, std::string_view trigger) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return text.size() >= trigger.size() &&
           std::equal(trigger.begin(), trigger.end(), text.begin(), [&](char t, char c) { return t == lower(c); });
}

}  // namespace hardfacts
