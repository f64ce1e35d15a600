// Enters: a seed, or a folder. Leaves: documents to measure on, in memory. Used by stages_bench.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hardfacts::bench {

struct Source {
    std::string path;  ///< its ending names the format
    std::string bytes;
};

/// About `bytes` bytes of news put together from the paragraphs of `examples`: shuffled, every digit drawn anew, so
/// that no two documents are the same text. The same seed gives the same bytes.
std::vector<Source> synthetic_corpus(const std::filesystem::path& examples, std::size_t bytes, std::uint64_t seed);

/// The Markdown and text files below `folder`, in path order; empty if there is no such folder.
std::vector<Source> folder_corpus(const std::filesystem::path& folder);

std::size_t total_bytes(const std::vector<Source>& corpus);

}  // namespace hardfacts::bench
