// Enters: a sentence and its mentions. Leaves: the words in it that look like names and that nobody knows, so that a
// figure of an unknown thing is not given to a known one beside it. Tested in tests/compose/strange_names_test.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/span.h"

namespace hardfacts {

/// Appends the stretches of `sentence` in `text` that look like names (WIZ630io, iBuyPower, CHUWI; the Ultra of "Prime
/// Video Ultra") and that no mention covers, in order. Capitals alone do not make a name at the beginning of a
/// sentence, nor where most words have one, as in a headline. `mentions` are those that begin in the sentence, values
/// too.
void find_strange_names(std::string_view text, Span sentence, std::span<const Mention> mentions,
                        std::vector<Span>& out);

/// True if one of `strange` goes on where `name` ends, so that the two are a longer name: "AI Workstation" of "AI
/// Workstation Z300".
bool goes_on_as_strange(std::string_view text, Span name, std::span<const Span> strange);

}  // namespace hardfacts
