#include "knowledge/names_index.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "knowledge/naive_names.h"

namespace hardfacts {

namespace {

std::string shown(const test::Found& found, const std::vector<std::string>& surfaces) {
    std::string out;
    for (const auto& [end, k] : found) out += std::to_string(end) + " '" + surfaces[k] + "' ";
    return out;
}

std::string random_string(std::mt19937& random, std::size_t longest) {
    static constexpr std::array<const char*, 16> letters = {"a", "b",  "A",  "B",  "1",  "s", "_", " ",
                                                            "-", "・", "ア", "ー", "京", "é", "™", "\n"};
    std::string out;
    for (std::size_t k = 1 + random() % longest; k > 0; --k) out += letters[random() % letters.size()];
    return out;
}

}  // namespace

TEST_CASE("the index finds what a naive search finds") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> surfaces;
        while (surfaces.size() < 40) {
            const std::string surface = random_string(random, 7);
            if (test::can_be_surface(surface)) surfaces.push_back(surface);
        }
        const test::IndexedNames indexed(surfaces);
        const std::string text = random_string(random, 60);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (test::is_continuation(text, at) || name_separator(text, at) != 0) continue;
            CAPTURE(text);
            CAPTURE(at);
            CHECK(shown(indexed.found(text, at), surfaces) == shown(test::naive_names(surfaces, text, at), surfaces));
        }
    }
}

TEST_CASE("triggers are found inside words") {
    NameIndex index(2);
    index.add_trigger("MI3", 0);
    index.add_trigger("GeForce RTX", 1);
    const auto triggered = [&](std::string_view text) {
        std::set<std::uint32_t> found;
        index.find(text, 0, text.find(' ') == text.npos ? text.size() : text.find(' '), text.size(),
                   [&](std::size_t, const NameIndex::Entry& entry, bool) { found.insert(entry.pattern); });
        return found;
    };
    CHECK(triggered("MI355X").contains(0));
    CHECK(triggered("MI3").contains(0));
    CHECK(triggered("GeForce RTX 5090").contains(1));
    CHECK(triggered("MI2").empty());
}

}  // namespace hardfacts
