// Enters: an input stream. Leaves: its bytes, line by line or whole, with a look at their beginning first.
// Tested in tests/read/bytes_test.cpp.
#pragma once

#include <istream>
#include <string>
#include <string_view>

namespace hardfacts {

/// Reads an istream in large chunks. Memory is bounded by the longest line where lines are asked for.
class ByteSource {
public:
    explicit ByteSource(std::istream& in) : in_(in) {}

    /// The first bytes (up to 64 KiB) of what has not been taken yet.
    std::string_view peek();
    /// Takes `size` bytes of what peek() shows. REQUIRES: size <= peek().size().
    void skip(std::size_t size) { begin_ += size; }
    /// Takes the next line without its \n; false at the end. The view holds until the next call.
    bool next_line(std::string_view& line);
    /// Takes what is at hand, at least a byte; false at the end. The view holds until the next call.
    bool next_chunk(std::string_view& chunk);
    /// Takes everything that is left.
    std::string rest();
    /// True if the stream broke before its end.
    bool failed() const { return in_.bad(); }

private:
    bool fill();

    std::istream& in_;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< what lies before was taken
};

}  // namespace hardfacts
