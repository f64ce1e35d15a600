// Enters: the `pattern` cell of a gazetteer row. Leaves: NamePattern, which matches a family of model numbers at a
// place of the text and says how the match is written canonically. Tested in tests/knowledge/names_pattern_test.cpp.
#pragma once

#include <bitset>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "knowledge/lazy_regex.h"

namespace hardfacts {

/// A pattern: RE2, anchored, longest match; compiled where its literal is first found, if it is known to be well
/// formed without that (plain_pattern.h), as nearly all are. A literal space in it stands for one space, one hyphen or
/// nothing, as in listed names.
class NamePattern {
public:
    struct Match {
        std::size_t size = 0;             ///< bytes of text
        std::vector<std::string> groups;  ///< the match and the author's groups, every separator written as in the
                                          ///< pattern: `RTX5090` -> `RTX 5090`
    };

    /// The pattern, or what is wrong with it.
    static std::variant<NamePattern, std::string> compile(std::string_view pattern);

    NamePattern(NamePattern&&) noexcept;
    NamePattern& operator=(NamePattern&&) noexcept;
    ~NamePattern();

    /// The literal bytes every match begins with; at least two.
    const std::string& literal() const { return literal_; }
    /// Matches at `at`; the match lies inside text[at, limit).
    std::optional<Match> match(std::string_view text, std::size_t at, std::size_t limit) const;

private:
    NamePattern();

    std::string literal_;
    std::bitset<256> behind_;     ///< what may stand behind the literal, a space or hyphen apart
    std::vector<bool> is_space_;  ///< of the expression's groups, group 0 included
    std::unique_ptr<const LazyRegex> expression_;
};

/// `form` with {0}, {1}, ... replaced by the match's groups: AMD Instinct {0}.
std::string filled_name(std::string_view form, const NamePattern::Match& match);
/// The same for ids, the groups as slugs; hyphens doubled or at the end by empty groups are dropped.
std::string filled_id(std::string_view form, const NamePattern::Match& match);
/// Lower case, everything but letters and digits as single hyphens: `RTX 5090` -> `rtx-5090`.
std::string slug_of(std::string_view model);
/// True where `form` holds {0} to {9}.
bool has_model_hole(std::string_view form);

}  // namespace hardfacts
