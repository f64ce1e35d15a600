#include "knowledge/names_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hardfacts {

namespace {

using Found = std::set<std::pair<std::size_t, std::size_t>>;  // end, surface

std::string normal_form(std::string_view text) {
    std::string out;
    for (std::size_t k = 0; k < text.size();) {
        if (const std::size_t gap = k == 0 ? 0 : name_separator(text, k); gap != 0)
            k += gap;
        else
            out += lower_byte(text[k++]);
    }
    return out;
}

/// Where separators stand, counted in bytes of the normal form.
std::set<std::size_t> separator_places(std::string_view text) {
    std::set<std::size_t> places;
    std::size_t done = 0;
    for (std::size_t k = 0; k < text.size();) {
        const std::size_t gap = k == 0 ? 0 : name_separator(text, k);
        if (gap != 0)
            places.insert(done);
        else
            ++done;
        k += gap == 0 ? 1 : gap;
    }
    return places;
}

/// The text may lack separators of the surface, not have others.
bool same_name(std::string_view text, std::string_view surface) {
    const std::set<std::size_t> in_text = separator_places(text), in_surface = separator_places(surface);
    const bool capital_lost = surface[0] >= 'A' && surface[0] <= 'Z' && surface[0] != text[0];
    return !capital_lost && normal_form(text) == normal_form(surface) &&
           std::includes(in_surface.begin(), in_surface.end(), in_text.begin(), in_text.end());
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// A separator never stands at an end, nor beside another.
bool well_separated(std::string_view text) {
    bool separated = true;
    for (std::size_t k = 0; k < text.size();) {
        const std::size_t gap = name_separator(text, k);
        if (gap != 0 && separated) return false;
        separated = gap != 0;
        k += gap == 0 ? 1 : gap;
    }
    return !separated;
}

bool ends_word(std::string_view text, std::size_t end) {
    const auto inside = [&](std::size_t at) { return at < text.size() && is_word_byte(text[at]); };
    return !is_word_byte(text[end - 1]) || !inside(end) || (text[end] == 's' && !inside(end + 1));
}

/// Four naive lines: every stretch, every surface.
Found naive(const std::vector<std::string>& surfaces, std::string_view text, std::size_t at) {
    Found found;
    for (std::size_t end = at + 1; end <= text.size(); ++end) {
        const std::string_view part = text.substr(at, end - at);
        if (is_continuation(text, end) || !well_separated(part) || !ends_word(text, end)) continue;
        for (std::size_t k = 0; k < surfaces.size(); ++k) {
            if (same_name(part, surfaces[k])) found.insert({end, k});
        }
    }
    return found;
}

std::string shown(const Found& found, const std::vector<std::string>& surfaces) {
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
            std::string surface = random_string(random, 7);
            if (surface.size() >= 2 && well_separated(surface) && normal_form(surface).size() >= 2)
                surfaces.push_back(surface);
        }
        NameIndex index(surfaces.size());
        std::vector<std::uint32_t> next;
        for (std::uint32_t k = 0; k < surfaces.size(); ++k) next.push_back(index.add_surface(surfaces[k], k));
        const std::string text = random_string(random, 60);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (is_continuation(text, at) || name_separator(text, at) != 0) continue;
            Found found;
            index.find(text, at, text.size(), [&](std::size_t end, const NameIndex::Entry& entry, bool word_end) {
                if (!word_end) return;
                for (std::uint32_t k = entry.surface; k != NameIndex::none; k = next[k]) {
                    if (same_name(std::string_view(text).substr(at, end - at), surfaces[k])) found.insert({end, k});
                }
            });
            CAPTURE(text);
            CAPTURE(at);
            CHECK(shown(found, surfaces) == shown(naive(surfaces, text, at), surfaces));
        }
    }
}

TEST_CASE("triggers are found inside words") {
    NameIndex index(2);
    index.add_trigger("MI3", 0);
    index.add_trigger("GeForce RTX", 1);
    const auto triggered = [&](std::string_view text) {
        std::set<std::uint32_t> found;
        index.find(text, 0, text.size(),
                   [&](std::size_t, const NameIndex::Entry& entry, bool) { found.insert(entry.pattern); });
        return found;
    };
    CHECK(triggered("MI355X").contains(0));
    CHECK(triggered("MI3").contains(0));
    CHECK(triggered("GeForce RTX 5090").contains(1));
    CHECK(triggered("MI2").empty());
}

}  // namespace hardfacts
