#include "knowledge/text_finder.h"

#include <algorithm>
#include <utility>

namespace hardfacts {

void TextFinder::Slots::compile(std::vector<std::pair<std::uint32_t, std::uint32_t>> by_hash) {
    std::stable_sort(by_hash.begin(), by_hash.end(),
                     [](const auto& a, const auto& b) { return a.first >> fold_bits < b.first >> fold_bits; });
    for (const auto& [hash, number] : by_hash) {
        filter_[hash / 64] |= std::uint64_t{1} << hash % 64;
        numbers_.push_back(number);
        ++ends_[(hash >> fold_bits) + 1];
    }
    for (std::size_t slot = 1; slot < ends_.size(); ++slot) ends_[slot] += ends_[slot - 1];
}

void TextFinder::compile() {
    std::vector<std::uint32_t> order(texts_.size());
    for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return texts_[a].size() > texts_[b].size(); });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> longs, shorts;
    for (const std::uint32_t number : order) {
        const std::string& text = texts_[number];
        const Begin begin = begin_at(text, 0);
        if (text.size() >= longer_size(text[0]))
            longs.emplace_back(begin.longer, number);
        else
            shorts.emplace_back(begin.shorter, number);
    }
    longs_.compile(std::move(longs));
    shorts_.compile(std::move(shorts));
}

bool TextFinder::stands_at(std::string_view text, std::size_t at, std::uint32_t number) const {
    const std::string& wanted = texts_[number];
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    if (text.size() - at < wanted.size()) return false;
    const std::string_view here = text.substr(at, wanted.size());
    if (lower(here.back()) != wanted.back()) return false;
    if (here == wanted) return true;  // nearly all that stand here at all
    return std::equal(wanted.begin(), wanted.end(), here.begin(), [&](char w, char c) { return w == lower(c); });
}

}  // namespace hardfacts
