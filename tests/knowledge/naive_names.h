// The naive way to find names, and the index made of the same, to be held against each other.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/names_index.h"

namespace hardfacts::test {

using Found = std::set<std::pair<std::size_t, std::size_t>>;  // end, surface

inline std::string normal_form(std::string_view text) {
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
inline std::set<std::size_t> separator_places(std::string_view text) {
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
inline bool same_name(std::string_view text, std::string_view surface) {
    const bool capital_lost = surface[0] >= 'A' && surface[0] <= 'Z' && surface[0] != text[0];
    if (capital_lost || normal_form(text) != normal_form(surface)) return false;
    const std::set<std::size_t> in_text = separator_places(text), in_surface = separator_places(surface);
    return std::includes(in_surface.begin(), in_surface.end(), in_text.begin(), in_text.end());
}

inline bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// A separator never stands at an end, nor beside another.
inline bool well_separated(std::string_view text) {
    bool separated = true;
    for (std::size_t k = 0; k < text.size();) {
        const std::size_t gap = name_separator(text, k);
        if (gap != 0 && separated) return false;
        separated = gap != 0;
        k += gap == 0 ? 1 : gap;
    }
    return !separated;
}

inline bool ends_word(std::string_view text, std::size_t end) {
    const auto inside = [&](std::size_t at) { return at < text.size() && is_word_byte(text[at]); };
    return !is_word_byte(text[end - 1]) || !inside(end) || (text[end] == 's' && !inside(end + 1));
}

/// Four naive lines: every stretch, every surface.
inline Found naive_names(const std::vector<std::string>& surfaces, std::string_view text, std::size_t at) {
    Found found;
    std::size_t longest = 0;
    for (const std::string& surface : surfaces) longest = std::max(longest, surface.size());
    for (std::size_t end = at + 1; end <= text.size(); ++end) {
        const std::string_view part = text.substr(at, end - at);
        if (is_continuation(text, end)) continue;
        if (normal_form(part).size() > longest) break;  // else a fuzzer tries one input a second
        if (!well_separated(part) || !ends_word(text, end)) continue;
        for (std::size_t k = 0; k < surfaces.size(); ++k) {
            if (same_name(part, surfaces[k])) found.insert({end, k});
        }
    }
    return found;
}

/// What can stand in a gazetteer: two bytes, separators only between letters.
inline bool can_be_surface(std::string_view surface) {
    return surface.size() >= 2 && well_separated(surface) && normal_form(surface).size() >= 2;
}

/// The same names in an index.
class IndexedNames {
public:
    explicit IndexedNames(const std::vector<std::string>& surfaces) : surfaces_(surfaces), index_(surfaces.size()) {
        for (std::uint32_t k = 0; k < surfaces.size(); ++k) next_.push_back(index_.add_surface(surfaces[k], k));
    }

    Found found(std::string_view text, std::size_t at) const {
        Found out;
        std::size_t word = at;
        while (word < text.size() && is_word_byte(text[word])) ++word;
        index_.find(text, at, word, text.size(), [&](std::size_t end, const NameIndex::Entry& entry, bool word_end) {
            if (!word_end) return;
            for (std::uint32_t k = entry.surface; k != NameIndex::none; k = next_[k]) {
                if (same_name(text.substr(at, end - at), surfaces_[k])) out.insert({end, k});
            }
        });
        return out;
    }

private:
    const std::vector<std::string>& surfaces_;
    NameIndex index_;
    std::vector<std::uint32_t> next_;
};

}  // namespace hardfacts::test
