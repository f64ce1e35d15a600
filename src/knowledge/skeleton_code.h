// Enters: the type of a mention. Leaves: the private-use character that stands for it in a skeleton, and the sets of
// them that a rule may name. Tested in tests/knowledge/rule_pattern_test.cpp and tests/compose/skeleton_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/mention.h"

namespace hardfacts {

// U+E000..U+E00C  a mention, by type
// U+E010          the company spoken of, at the beginning of a sentence that need not name it
// U+E020..U+E05F  a quantity, by dimension (the order of SkeletonCode::dimensions)
// U+E07F          a private-use character of the source
inline constexpr char32_t mention_code = 0xE000;
inline constexpr char32_t topic_code = 0xE010;
inline constexpr char32_t dimension_code = 0xE020;
inline constexpr std::size_t most_dimensions = 0x40;
inline constexpr char32_t escaped_code = 0xE07F;

/// Types of mentions as a set: bit k is MentionType k.
using TypeSet = std::uint32_t;
constexpr TypeSet type_bit(MentionType type) { return TypeSet{1} << static_cast<unsigned>(type); }

/// What a rule means by a class of mentions: `company`, `chip|system`, `entity`, `value`, `any`, `topic`,
/// `quantity.power`, and `quantity.count` for count_hardware and all others that begin so.
struct MentionClass {
    TypeSet types = 0;
    std::vector<std::size_t> dimensions;  ///< only quantities of these; none: any
    bool topic = false;                   ///< only the company spoken of
};

/// The characters of mentions. Immutable once built.
class SkeletonCode {
public:
    /// `dimensions`: of units.csv, without repetitions. Those behind the first most_dimensions have no name.
    explicit SkeletonCode(std::vector<std::string> dimensions = {}) : dimensions_(std::move(dimensions)) {
        if (dimensions_.size() > most_dimensions) dimensions_.resize(most_dimensions);
    }

    char32_t code_of(const Mention& mention) const;
    /// The class of that name, or nullopt.
    std::optional<MentionClass> find(std::string_view name) const;
    /// Every character that stands for a mention of `wanted`, ascending.
    std::vector<char32_t> codes_of(const MentionClass& wanted) const;

private:
    std::vector<std::string> dimensions_;
};

}  // namespace hardfacts
