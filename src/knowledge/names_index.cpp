#include "knowledge/names_index.h"

#include <algorithm>
#include <bit>
#include <string>

namespace hardfacts {

std::size_t rare_name_separator(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 4);
    if (rest.starts_with("・")) return 3;
    if (rest.starts_with("·")) return 2;
    const std::size_t mark = rest.starts_with("™") ? 3 : rest.starts_with("®") ? 2 : 0;
    if (mark == 0) return 0;
    return at + mark < text.size() && text[at + mark] == ' ' ? mark + 1 : mark;
}

NameIndex::NameIndex(std::size_t expected)
    : starts_(other_slots + wide_slots),
      pairs_(65536),
      stems_((std::size_t{1} << stem_bits) / 64),
      ends_((std::size_t{1} << end_bits) / 64),
      slots_(std::bit_ceil(std::max<std::size_t>(2 * expected, 16))),
      shift_(64U - static_cast<unsigned>(std::countr_zero(slots_.size()))) {}

const NameIndex::Entry* NameIndex::entry_in_slots(std::uint64_t hash) const {
    for (std::size_t k = hash >> shift_; slots_[k].hash != 0; k = (k + 1) & (slots_.size() - 1)) {
        if (slots_[k].hash == hash) return &slots_[k];
    }
    return nullptr;
}

NameIndex::Entry& NameIndex::enter(std::uint64_t hash) {
    std::size_t k = hash >> shift_;
    while (slots_[k].hash != 0 && slots_[k].hash != hash) k = (k + 1) & (slots_.size() - 1);
    slots_[k].hash = hash;
    set_bit(ends_, hash >> (64 - end_bits));
    return slots_[k];
}

/// Marks every way the first three bytes of a name can be written: each separator as any of its kind, or left out.
void NameIndex::mark_starts(std::string_view rest, std::array<char, 3> bytes, std::size_t count, unsigned bit) {
    if (count >= 2) {
        std::uint8_t& pair = pairs_[pair_slot(bytes[0], bytes[1])];
        pair = std::max(pair, count == 2 && rest.empty() ? whole_name : begins_name);
    }
    if (count == 3) {
        std::uint16_t& mask = starts_[start_slot(bytes[0], bytes[1], bytes[2])];
        mask = static_cast<std::uint16_t>(mask | 1U << bit);
    }
    if (count == 3 || rest.empty()) return;
    const std::size_t gap = count == 0 ? 0 : name_separator(rest, 0);
    if (gap == 0) {
        bytes[count] = count == 0 ? rest[0] : lower_byte(rest[0]);
        mark_starts(rest.substr(1), bytes, count + 1, bit);
        return;
    }
    mark_starts(rest.substr(gap), bytes, count, bit);
    for (const std::string_view written : {" ", "\n", "-", "・", "·", "™", "®"}) {
        std::array<char, 3> with = bytes;
        std::size_t filled = count;
        for (std::size_t k = 0; k < written.size() && filled < 3; ++k) with[filled++] = written[k];
        mark_starts(rest.substr(gap), with, filled, bit);
    }
}

std::uint32_t NameIndex::add_surface(std::string_view folded, std::uint32_t surface) {
    NameHash hash;
    for (std::size_t k = 0; k < folded.size();) {
        if (const std::size_t gap = k == 0 ? 0 : name_separator(folded, k); gap != 0) {
            k += gap;
            continue;
        }
        hash.add(lower_byte(folded[k++]));
        if (NameHash::is_stem(hash.size())) set_bit(stems_, hash.value() >> (64 - stem_bits));
    }
    const auto bit = static_cast<unsigned>(std::min(hash.size(), NameHash::stem));
    mark_starts(folded, {}, 0, bit);
    if (folded[0] >= 'a' && folded[0] <= 'z') {
        std::string capital(folded.substr(0, 16));
        capital[0] = static_cast<char>(capital[0] - 32);
        mark_starts(capital, {}, 0, bit);
    }
    return std::exchange(enter(hash.value()).surface, surface);
}

std::uint32_t NameIndex::add_trigger(std::string_view literal, std::uint32_t pattern) {
    NameHash hash;
    for (const char c : literal.substr(0, trigger_size)) hash.add(lower_byte(c));
    mark_starts(literal.substr(0, trigger_size), {}, 0, static_cast<unsigned>(hash.size()) + trigger_shift);
    return std::exchange(enter(hash.value()).pattern, pattern);
}

}  // namespace hardfacts
