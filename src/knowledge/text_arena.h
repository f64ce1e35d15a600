// Enters: texts. Leaves: copies of them that stay where they are, one behind the other. Tested in
// tests/knowledge/text_arena_test.cpp.
#pragma once

#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
        if (pieces_.empty() || left_ < size) add_piece(size);
        const std::string_view kept(at_, size);
        for (const std::string_view part : parts) {
            if (part.empty()) continue;
            std::memcpy(at_, part.data(), part.size());
            at_ += part.size();
        }
        left_ -= size;
        return kept;
    }
    /// Keeps a text that views were taken of.
    void keep_whole(std::shared_ptr<const std::string> text) { whole_.push_back(std::move(text)); }

private:
    void add_piece(std::size_t size) {
        left_ = size > piece_size ? size : piece_size;
        at_ = pieces_.emplace_back(std::make_unique_for_overwrite<char[]>(left_)).get();
    }

    static constexpr std::size_t piece_size = std::size_t{64} * 1024;
    std::vector<std::unique_ptr<char[]>> pieces_;
    std::vector<std::shared_ptr<const std::string>> whole_;
    char* at_ = nullptr;    ///< in the last piece: where the next text goes
    std::size_t left_ = 0;  ///< behind that
};

}  // namespace hardfacts
