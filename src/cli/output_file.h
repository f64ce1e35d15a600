// Enters: bytes for a file or for standard output. Leaves: the file, whole or not at all.
// Tested in tests/cli/output_file_test.cpp and tests/e2e/.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace hardfacts::cli {

/// Where bytes go. Every function gives an empty string, or what went wrong and what to do.
class Sink {
public:
    virtual ~Sink() = default;
    virtual std::string write(std::string_view bytes) = 0;
    /// Everything was written. Without this call a file does not come to be.
    virtual std::string finish() = 0;
    /// True once nobody reads any more (`| head`): writing on is vain, and no fault.
    virtual bool closed() const { return false; }
};

/// A file that appears when it is finished: written beside its place under another name, flushed to the disk, renamed.
/// A device or pipe is written straight. `fault` is set, and nullptr given, where it cannot be written.
std::unique_ptr<Sink> open_output_file(const std::string& path, std::string& fault);

/// A file that a library writes by its name: it gets one beside the file's place, and that becomes the file.
class OutputPlace {
public:
    virtual ~OutputPlace() = default;  ///< removes what was not finished
    /// Where to write now. No file stands there yet.
    virtual const std::string& path() const = 0;
    /// What stands at path() is whole: it takes the file's place.
    virtual std::string finish() = 0;
};

/// `fault` is set, and nullptr given, where `path` cannot be written. `keep`: a file that comes to stand there
/// meanwhile is not replaced, and finish() tells so.
std::unique_ptr<OutputPlace> open_output_place(const std::string& path, std::string& fault, bool keep = false);

/// What forbids a file to be made at `path`, or the one that stands there to be written; else empty.
std::string output_place_fault(const std::string& path);

/// Standard output.
std::unique_ptr<Sink> open_standard_output();

}  // namespace hardfacts::cli
