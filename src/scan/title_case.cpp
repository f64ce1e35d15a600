#include "scan/title_case.h"

#include <cstddef>

#include "knowledge/names_index.h"

namespace hardfacts {

namespace {

/// Shorter words (of, the, and) stay small in headlines too.
constexpr std::size_t shortest = 4;
constexpr std::size_t farthest = 400;

/// Japanese sentences have Latin words for names only, and those begin with capitals.
bool is_hiragana_at(std::string_view text, std::size_t at) {
    return text[at] == '\xE3' && at + 1 < text.size() && (text[at + 1] == '\x81' || text[at + 1] == '\x82');
}

}  // namespace

bool is_title_case(std::string_view text, Span block, bool titled) {
    std::size_t small = 0, capital = 0, shouted = 0;
    const std::size_t stop = block.size() > farthest ? block.begin + farthest : block.end;
    for (std::size_t at = block.begin; at < stop;) {
        if (is_hiragana_at(text, at)) return false;
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < stop && is_word_byte(text[at])) ++at;
        if (at - begin < shortest) continue;
        if (text[begin] >= 'a' && text[begin] <= 'z') ++small;
        if (text[begin] >= 'A' && text[begin] <= 'Z') ++(text[at - 1] >= 'a' ? capital : shouted);
    }
    if (titled && capital + shouted > 2 && capital + shouted > small) return true;
    return (capital > 3 && capital > 2 * small) || (shouted > 2 && capital + small == 0);
}

}  // namespace hardfacts
