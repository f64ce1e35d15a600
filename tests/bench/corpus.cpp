#include "corpus.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

namespace hardfacts::bench {

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> paragraphs_of(const std::vector<Source>& sources) {
    std::vector<std::string> paragraphs;
    for (const Source& source : sources) {
        for (std::size_t at = 0; at < source.bytes.size();) {
            const std::size_t end = std::min(source.bytes.find("\n\n", at), source.bytes.size());
            if (!source.bytes.substr(at, 3).starts_with("---")) paragraphs.push_back(source.bytes.substr(at, end - at));
            at = end + 2;
        }
    }
    return paragraphs;
}

}  // namespace

std::vector<Source> folder_corpus(const fs::path& folder) {
    std::vector<fs::path> paths;
    if (fs::is_directory(folder)) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const auto extension = entry.path().extension();
            if (extension == ".md" || extension == ".txt") paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Source> corpus;
    for (const fs::path& path : paths) corpus.push_back({path.string(), read_file(path)});
    return corpus;
}

std::vector<Source> synthetic_corpus(const fs::path& examples, std::size_t bytes, std::uint64_t seed) {
    const std::vector<std::string> paragraphs = paragraphs_of(folder_corpus(examples));
    std::vector<Source> corpus;
    if (paragraphs.empty()) return corpus;
    std::mt19937_64 random(seed);
    for (std::size_t made = 0; made < bytes; made += corpus.back().bytes.size()) {
        Source& source = corpus.emplace_back();
        source.path = "synthetic-" + std::to_string(corpus.size()) + ".md";
        while (source.bytes.size() < 6000) source.bytes += paragraphs[random() % paragraphs.size()] + "\n\n";
        for (char& c : source.bytes) {
            if (c >= '1' && c <= '9') c = static_cast<char>('1' + random() % 9);
        }
    }
    return corpus;
}

std::size_t total_bytes(const std::vector<Source>& corpus) {
    std::size_t sum = 0;
    for (const Source& source : corpus) sum += source.bytes.size();
    return sum;
}

}  // namespace hardfacts::bench
