// Enters: an input stream. Leaves: its bytes, line by line or whole, with a look at their beginning first.
// Tested in tests/read/bytes_test.cpp.
#pragma once

#include <istream>
#include <limits>
#include <string>
#include <string_view>

namespace hardfacts {

/// Reads an istream in large chunks. Memory is bounded by the longest line where lines are asked for, and by `most`.
class ByteSource {
public:
    /// `most`: bytes that rest() and next_line() give at most.
    explicit ByteSource(std::istream& in, std::size_t most = std::numeric_limits<std::size_t>::max())
        : in_(in), most_(most) {}

    /// The first bytes (up to 64 KiB) of what has not been taken yet.
    std::string_view peek();
    /// Takes `size` bytes of what peek() shows. REQUIRES: size <= peek().size().
    void skip(std::size_t size) { begin_ += size; }
    /// Takes the next line without its \n; false at the end. The view holds until the next call. A line that is too
    /// long is passed over and given empty.
    bool next_line(std::string_view& line);
    /// Takes what is at hand, at least a byte; false at the end. The view holds until the next call.
    bool next_chunk(std::string_view& chunk);
    /// Takes everything that is left; where that is too long, nothing is given and no more is read.
    std::string rest();
    /// True if there was more than `most` bytes to give in the last call.
    bool too_long() const { return too_long_; }
    std::size_t most() const { return most_; }
    /// True if the stream broke before its end.
    bool failed() const { return in_.bad(); }

private:
    bool fill();
    void skip_line();

    std::istream& in_;
    std::size_t most_;
    bool too_long_ = false;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< what lies before was taken
};

}  // namespace hardfacts
