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

char32_t SkeletonCode::code_of(const Mention& mention) const {
    if (mention.type == MentionType::quantity) {
        const auto known = std::find(dimensions_.begin(), dimensions_.end(), mention.value->dimension);
        if (known != dimensions_.end()) return dimension_code + static_cast<char32_t>(known - dimensions_.begin());
    }
    return mention_code + static_cast<char32_t>(mention.type);
}

std::optional<MentionClass> SkeletonCode::find(std::string_view name) const {
    MentionClass result;
    if (name == "topic") {
        result.types = type_bit(MentionType::company);
        result.topic = true;
        return result;
    }
    constexpr std::string_view of_quantity = "quantity.";
    if (name.starts_with(of_quantity)) {
        result.types = type_bit(MentionType::quantity);
        const std::string wanted(name.substr(of_quantity.size()));
        for (std::size_t k = 0; k < dimensions_.size(); ++k) {
            const bool same = dimensions_[k] == wanted || dimensions_[k].starts_with(wanted + '_');
            if (same) result.dimensions.push_back(k);
        }
        return result.dimensions.empty() ? std::nullopt : std::optional(result);
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
    if (wanted.topic) return {topic_code};
    for (const std::size_t k : wanted.dimensions) codes.push_back(dimension_code + static_cast<char32_t>(k));
    if (!codes.empty()) return codes;
    for (unsigned k = 0; k <= static_cast<unsigned>(MentionType::date); ++k) {
        if ((wanted.types >> k & 1U) != 0) codes.push_back(mention_code + k);
    }
    if ((wanted.types & type_bit(MentionType::quantity)) != 0) {
        for (std::size_t k = 0; k < dimensions_.size(); ++k) codes.push_back(dimension_code + static_cast<char32_t>(k));
    }
    return codes;
}

}  // namespace hardfacts
