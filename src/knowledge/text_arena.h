// Enters: texts. Leaves: copies of them that stay where they are, one behind the other. Tested in
// tests/knowledge/text_arena_test.cpp.
#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hardfacts {

/// Keeps the many short texts of the gazetteers in a few large pieces of memory: a string for each took five times the
/// memory, and a miss of the cache for each that was looked at.
class TextArena {
public:
    /// The parts, one behind the other. The view is good as long as the arena, wherever that is moved.
    std::string_view keep(std::initializer_list<std::string_view> parts) {
        std::size_t size = 0;
        for (const std::string_view part : parts) size += part.size();
        if (size == 0) return {};
        if (pieces_.empty() || pieces_.back().capacity() - pieces_.back().size() < size) {
            pieces_.emplace_back().reserve(size > piece_size ? size : piece_size);
        }
        std::string& piece = pieces_.back();
        const std::size_t begin = piece.size();
        for (const std::string_view part : parts) piece.append(part);
        return std::string_view(piece).substr(begin);
    }

private:
    static constexpr std::size_t piece_size = std::size_t{64} * 1024;
    std::deque<std::string> pieces_;  ///< none grows beyond what was reserved
};

}  // namespace hardfacts
