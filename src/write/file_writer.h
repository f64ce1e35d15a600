// Enters: records in order, and where to put them. Leaves: a file that only a library can write.
// Implemented by the formats of write/; tested with them and in tests/cli/outputs_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "model/record.h"

namespace hardfacts {

/// Where a FileWriter writes.
struct FileTarget {
    std::string path;    ///< to write now; renamed to the file's own once finished, unless that stands there already
                         ///< and the format is in_place
    std::string name;    ///< as the user named it, for what is told
    std::string report;  ///< the HTML report of the same run, as a link from this file leads to it; empty: none
};

/// Writes one file. All of it runs in one thread. Functions give an empty string, or what went wrong and what to do.
class FileWriter {
public:
    virtual ~FileWriter() = default;
    /// `source`: the document's source in UTF-8, empty where it is not at hand.
    virtual std::string add(const Record& record, std::string_view source) = 0;
    /// Everything was added. Without this call nothing may be left of what was added.
    virtual std::string finish() = 0;
};

}  // namespace hardfacts
