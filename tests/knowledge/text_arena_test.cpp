#include "knowledge/text_arena.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace hardfacts;

TEST_CASE("texts stay as they are, however many follow and wherever the arena goes") {
    TextArena arena;
    std::vector<std::pair<std::string_view, std::string>> kept;
    for (std::size_t k = 0; k < 5000; ++k) {
        const std::string text = std::string(k % 97, static_cast<char>('a' + k % 26));
        kept.emplace_back(arena.keep({text, ":", std::to_string(k)}), text + ':' + std::to_string(k));
    }
    const std::string large(200000, 'x');
    kept.emplace_back(arena.keep({large}), large);
    kept.emplace_back(arena.keep({}), "");
    kept.emplace_back(arena.keep({"", ""}), "");
    const TextArena moved = std::move(arena);
    for (const auto& [view, text] : kept) CHECK(view == text);
}
