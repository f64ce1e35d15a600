#include "knowledge/skeleton_code.h"

#include <algorithm>

namespace hardfacts {

namespace {

constexpr TypeSet all_entities = (TypeSet{1} << (static_cast<unsigned>(MentionType::person) + 1)) - 1;
constexpr TypeSet all_types = (TypeSet{1} << (static_cast<unsigned>(MentionType::date) + 1)) - 1;

TypeSet types_of(std::string_view name) {
    if (name == "entity") return all_entities;
    if (name == "value") return all_types & ~all_entities & ~type_bit(MentionType::date);
    if (name == "any") return all_types;
    for (unsigned k = 0; k <= static_cast<unsigned>(MentionType::date); ++k) {
        if (name == to_string(static_cast<MentionType>(k))) return TypeSet{1} << k;
    }
    return 0;
}

}  // namespace

std::optional<std::size_t> SkeletonCode::dimension(std::string_view name) const {
    const auto found = std::find(dimensions_.begin(), dimensions_.end(), name);
    if (found == dimensions_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - dimensions_.begin());
}

char32_t SkeletonCode::code_of(const Mention& mention) const {
    if (mention.type == MentionType::quantity) {
        if (const auto known = dimension(mention.value.dimension)) {
            return dimension_code + static_cast<char32_t>(*known);
        }
    }
    return mention_code + static_cast<char32_t>(mention.type);
}

std::optional<MentionClass> SkeletonCode::find(std::string_view name) const {
    MentionClass result;
    constexpr std::string_view of_quantity = "quantity.";
    if (name.starts_with(of_quantity)) {
        result.types = type_bit(MentionType::quantity);
        result.dimension = dimension(name.substr(of_quantity.size()));
        return result.dimension ? std::optional(result) : std::nullopt;
    }
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('|', begin), name.size());
        const TypeSet types = types_of(name.substr(begin, end - begin));
        if (types == 0) return std::nullopt;
        result.types |= types;
        begin = end + 1;
    }
    return result;
}

std::vector<char32_t> SkeletonCode::codes_of(const MentionClass& wanted) const {
    std::vector<char32_t> codes;
    if (wanted.dimension) return {dimension_code + static_cast<char32_t>(*wanted.dimension)};
    for (unsigned k = 0; k <= static_cast<unsigned>(MentionType::date); ++k) {
        if ((wanted.types >> k & 1U) != 0) codes.push_back(mention_code + k);
    }
    if ((wanted.types & type_bit(MentionType::quantity)) != 0) {
        for (std::size_t k = 0; k < dimensions_.size(); ++k) codes.push_back(dimension_code + static_cast<char32_t>(k));
    }
    return codes;
}

}  // namespace hardfacts
