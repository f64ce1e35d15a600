#include "resolve/positions.h"

#include <algorithm>

namespace hardfacts {

namespace {

constexpr std::size_t stride = 64;

}  // namespace

SourcePositions::SourcePositions(std::string_view source) : source_(source) {
    const bool ascii =
        std::all_of(source.begin(), source.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) return;
    checkpoints_.reserve(source.size() / stride + 1);
    Count count{0, 0};
    for (std::size_t block = 0; block < source.size(); block += stride) {
        checkpoints_.push_back(count);
        std::size_t leads = 0;
        std::size_t pairs = 0;
        const std::size_t end = std::min(source.size(), block + stride);
        for (std::size_t at = block; at < end; ++at) {  // no branch: the compiler turns it into SIMD
            const auto byte = static_cast<unsigned char>(source[at]);
            leads += (byte & 0xC0U) != 0x80U ? 1U : 0U;
            pairs += byte >= 0xF0U ? 1U : 0U;
        }
        count.characters += leads;
        count.units += leads + pairs;
    }
}

SourcePositions::Count SourcePositions::count_to(std::size_t offset) const {
    if (source_.empty()) return {0, 0};
    const std::size_t block = std::min(offset / stride, checkpoints_.size() - 1);
    Count count = checkpoints_[block];
    for (std::size_t at = block * stride; at < offset; ++at) {
        const auto byte = static_cast<unsigned char>(source_[at]);
        const std::size_t lead = (byte & 0xC0U) != 0x80U ? 1U : 0U;
        count.characters += lead;
        count.units += lead + (byte >= 0xF0U ? 1U : 0U);
    }
    return count;
}

SourceSpan SourcePositions::locate(Span byte) const {
    if (checkpoints_.empty()) return {byte, byte, byte};
    const Count begin = count_to(byte.begin);
    const Count end = count_to(byte.end);
    return {byte, {begin.characters, end.characters}, {begin.units, end.units}};
}

}  // namespace hardfacts
