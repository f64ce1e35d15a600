// Enters: pieces of JSON text. Leaves: the same at the end of a string, in few and large appends.
// Tested in tests/write/json_text_test.cpp and tests/write/json_test.cpp.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace hardfacts {

/// Gathers the pieces in a buffer of its own: a record is thousands of pieces of a few bytes, and a call of
/// std::string's for each took two thirds of the time to write one. All of them are in the string once flush() was
/// called.
class JsonSink {
public:
    explicit JsonSink(std::string& out) : out_(out), at_(buffer_) {}
    JsonSink(const JsonSink&) = delete;
    JsonSink& operator=(const JsonSink&) = delete;
    ~JsonSink() { flush(); }

    /// A literal of the program, in as many moves as its size takes.
    template <std::size_t size>
    void put(const char (&literal)[size]) {
        std::memcpy(room(size - 1), literal, size - 1);
        at_ += size - 1;
    }
    void put(char c) { *room(1) = c, ++at_; }
    /// `text` as append_json_string() writes it.
    void string(std::string_view text);
    /// `decimal` as append_json_number() writes it.
    void number(std::string_view decimal);

    /// Where the next `size` bytes may be written; how many were is told to advance_to(). REQUIRES: size <= most_room.
    char* room(std::size_t size) {
        if (static_cast<std::size_t>(buffer_ + most_room - at_) < size) flush();
        return at_;
    }
    void advance_to(char* at) { at_ = at; }
    static constexpr std::size_t most_room = 4096;

    void flush() {
        out_.append(buffer_, at_);
        at_ = buffer_;
    }

private:
    std::string& out_;
    char buffer_[most_room];
    char* at_;  ///< behind what was put
};

/// Writes `number` in decimal digits at `at`, up to 20 of them. Returns the place behind.
char* write_digits(char* at, std::size_t number);

}  // namespace hardfacts
