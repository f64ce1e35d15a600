// Enters: the INPUT arguments of a command. Leaves: the files to read, in order, and what is wrong with the arguments.
// Tested in tests/cli/inputs_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/input.h"

namespace hardfacts::cli {

/// One file to read, or standard input.
struct Input {
    std::string path;  ///< to open it, and as it is shown; "-" is standard input
    std::string id;    ///< relative to its folder argument, or as given; empty for standard input
};

struct InputSelection {
    std::vector<std::string>
        include;  ///< globs on the path below the folder or on the file's name; empty: by extension
    std::vector<std::string> exclude;  ///< files not to take from folders: those that are written
};

struct InputList {
    std::vector<Input> inputs;
    Diagnostics faults;
};

/// Folders are walked to the bottom in byte order of their paths, leaving out names that begin with a dot and links to
/// folders; of their files those count whose extension one of `formats` has, or which `include` names.
/// What is no file (a pipe, a device) is left out of folders, with a warning. Files that are named count whatever they
/// are called.
InputList list_inputs(const std::vector<std::string>& arguments, const InputSelection& selection,
                      const std::vector<InputFormat>& formats);

}  // namespace hardfacts::cli
