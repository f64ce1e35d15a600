// Enters: a mention in its sentence. Leaves: Mark, the part it plays there, as the words beside it tell.
// Tested in tests/compose/grammar_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// The part a name plays in its sentence: its particle in Japanese, its preposition or place before the verb in
/// English.
enum class Mark : std::uint8_t {
    none,
    topic,      ///< Xは, Xも, Xでは; "For X, ..."
    subject,    ///< Xが; "X reported", "X, which ..."
    possessor,  ///< Xの; "X's"
    object,     ///< Xを
    receiver,   ///< Xに, Xへ, X向け; "to X", "for X"
    companion,  ///< Xと; "with X", "and X"
    place,      ///< Xで; "at X", "in X", "on X"
    source_of,  ///< Xから; "from X", "by X", "of X"
    baseline,   ///< X比, Xより; "than X", "vs. X"
    speaker,    ///< Xによると; "according to X", "X analysts"
};

const char* to_string(Mark mark);

/// The part that the name at `name` plays in `sentence`, both in `text`.
Mark mark_of(std::string_view text, Span sentence, Span name);
/// The same for who knows end_of_noun() already.
Mark mark_of(std::string_view text, Span sentence, Span name, std::size_t end_of_noun);

/// Where the name ends together with the generic noun and the bracket behind it: `Trainium3チップ`, `V100 GPU`,
/// `X（Y）`.
std::size_t end_of_noun(std::string_view text, Span sentence, Span name);

/// 1 where `text` begins with a space in front of Japanese, else 0: many writers set one between Latin letters and
/// Japanese (`Alpha は`), and it tells nothing.
std::size_t space_before_japanese(std::string_view text);
/// 1 where `text` ends with a space behind Japanese, else 0.
std::size_t space_behind_japanese(std::string_view text);

/// True if `rest`, the text behind a name, goes on with a noun that the name stands before: " laptops", `向け端末`, and
/// not with a verb, a preposition or a particle.
bool noun_follows(std::string_view rest);

/// True for what stands between two members of a list: `、`, `と`, ` と `, ", ", " and ".
bool joins_list(std::string_view gap);

/// Tells of one place after another whether it stands inside brackets that open in the sentence.
class BracketReader {
public:
    BracketReader(std::string_view text, Span sentence) : text_(text), at_(sentence.begin) {}
    /// REQUIRES: `at` is not before the one asked for last.
    bool inside(std::size_t at);

private:
    std::string_view text_;
    std::size_t at_;
    int depth_ = 0;
};

/// True if `at` stands inside brackets that open in `sentence`.
bool in_brackets(std::string_view text, Span sentence, std::size_t at);

}  // namespace hardfacts
