// Enters: a stream of JSON Lines, of a JSON array of objects, or of objects one behind the other. Leaves: the text of
// each object. Tested in tests/write/json_objects_test.cpp.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace hardfacts {

/// Divides a stream into its objects, holding one at a time. It only counts brackets: whether an object is well-formed
/// is for the reader of it to say, and what stands between objects and is no separator is handed over as one, so that
/// it says so. After an object that breaks off, it goes on at the next line that begins a record.
class JsonObjects {
public:
    explicit JsonObjects(std::istream& in) : in_(in) {}

    struct Object {
        std::string text;
        std::size_t line;  ///< where it begins, from 1
    };
    /// Nothing at the end of the stream.
    std::optional<Object> next();

private:
    bool fill();
    /// The length of the object that begins at at_, in lines_ as far as they are read.
    std::size_t object_length();

    std::istream& in_;
    std::string text_;      ///< lines that are read and not yet handed over
    std::size_t at_ = 0;    ///< in text_
    std::size_t line_ = 1;  ///< of at_
};

}  // namespace hardfacts
