// Enters: a regular expression. Leaves: LazyRegex, which compiles it when it is first asked for. Tested in
// tests/knowledge/lazy_regex_test.cpp.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace re2 {
class RE2;
}

namespace hardfacts {

/// A regular expression that is compiled when it is first asked for: most runs need few of them.
class LazyRegex {
public:
    enum class Match : bool { first, longest };  ///< which of several matches at one place it tells

    explicit LazyRegex(std::string text = {}, Match match = Match::first);
    ~LazyRegex();
    LazyRegex(const LazyRegex&) = delete;
    LazyRegex& operator=(const LazyRegex&) = delete;
    LazyRegex(LazyRegex&&) = delete;
    LazyRegex& operator=(LazyRegex&&) = delete;

    void set(std::string text) { text_ = std::move(text); }  ///< before the first get()
    bool empty() const { return text_.empty(); }
    /// Safe from any thread.
    const re2::RE2& get() const;

private:
    std::string text_;
    Match match_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<const re2::RE2> compiled_;
};

}  // namespace hardfacts
