// Enters: a record. Leaves: the source that it was made from, read again. Tested in tests/cli/source_finder_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "hardfacts.h"

namespace hardfacts::cli {

/// Finds sources by doc.source: the file as the path says, or below a folder, and in it the record. A source counts
/// only where its bytes are those the record was made from (doc.sha256), so that spans never point into another text.
class SourceFinder {
public:
    /// `folder`: paths are looked up below it; empty: as they stand.
    explicit SourceFinder(std::string folder) : folder_(std::move(folder)) {}

    /// The source in UTF-8, or empty where it is not found. Holds one file's records at a time.
    std::string source_of(const Record& record);

private:
    void read(const Record& record);

    std::string folder_;
    std::string path_, field_, encoding_;         ///< what sources_ was read from and how
    std::map<std::string, std::string> sources_;  ///< by the SHA-256 of their bytes
};

}  // namespace hardfacts::cli
