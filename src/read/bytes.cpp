#include "read/bytes.h"

#include <algorithm>

namespace hardfacts {

namespace {
constexpr std::size_t chunk_size = 64 * 1024;
constexpr std::size_t first_size = 4 * 1024;
constexpr std::size_t first_room = 16 * 1024;  ///< most articles are no longer
}  // namespace

/// Puts one more chunk behind what is held; false at the end of the stream.
bool ByteSource::fill() {
    if (!in_.good()) return false;
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    if (buffer_.capacity() < first_room) buffer_.reserve(first_room);
    const std::size_t held = buffer_.size();
    const std::size_t ready = static_cast<std::size_t>(std::max<std::streamsize>(in_.rdbuf()->in_avail(), 1));
    const std::size_t more = std::max({std::min(ready, chunk_size), first_size, held});  // doubling keeps it linear
    buffer_.resize(held + more);
    in_.read(buffer_.data() + held, static_cast<std::streamsize>(more));
    buffer_.resize(held + static_cast<std::size_t>(in_.gcount()));
    return buffer_.size() > held;
}

std::string_view ByteSource::peek() {
    while (buffer_.size() - begin_ < chunk_size && fill()) {
    }
    return std::string_view(buffer_).substr(begin_, chunk_size);
}

bool ByteSource::next_line(std::string_view& line) {
    too_long_ = false;
    std::size_t looked = 0;
    while (true) {
        const std::string_view held = std::string_view(buffer_).substr(begin_);
        const std::size_t end = held.find('\n', looked);
        if (end != std::string_view::npos) {
            too_long_ = end > most_;
            line = too_long_ ? std::string_view() : held.substr(0, end);
            begin_ += end + 1;
            return true;
        }
        looked = held.size();
        if (looked > most_) {
            too_long_ = true;
            line = {};
            begin_ = buffer_.size();
            skip_line();
            return true;
        }
        if (!fill()) break;
    }
    line = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    return !line.empty();
}

/// Passes over what is left of a line without holding it.
void ByteSource::skip_line() {
    std::string_view chunk;
    while (next_chunk(chunk)) {
        const std::size_t end = chunk.find('\n');
        if (end == std::string_view::npos) continue;
        begin_ -= chunk.size() - end - 1;
        return;
    }
}

bool ByteSource::next_chunk(std::string_view& chunk) {
    if (begin_ == buffer_.size() && !fill()) return false;
    chunk = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    return true;
}

std::string ByteSource::rest() {
    while (buffer_.size() - begin_ <= most_ && fill()) {
    }
    std::string all = std::move(buffer_);
    if (begin_ > 0) all.erase(0, begin_);
    buffer_.clear();
    begin_ = 0;
    too_long_ = all.size() > most_;
    if (too_long_) all = {};
    return all;
}

}  // namespace hardfacts
