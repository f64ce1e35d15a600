// Enters: a regular expression. Leaves: LazyRegex, which compiles it when it is first asked for. Tested in
// tests/knowledge/lazy_regex_test.cpp.
#pragma once

#include <atomic>
#include <cstdint>
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

    static constexpr std::int64_t most_memory = std::int64_t{8} << 20;  ///< RE2's own choice

    explicit LazyRegex(std::string text = {}, Match match = Match::first, std::int64_t memory = most_memory);
    ~LazyRegex();
    LazyRegex(const LazyRegex&) = delete;
    LazyRegex& operator=(const LazyRegex&) = delete;
    LazyRegex(LazyRegex&&) = delete;
    LazyRegex& operator=(LazyRegex&&) = delete;

    void set(std::string text) { text_ = std::move(text); }  ///< before the first get()
    bool empty() const { return text_.empty(); }
    /// Safe from any thread.
    const re2::RE2& get() const {
        const re2::RE2* ready = ready_.load(std::memory_order_acquire);
        return ready != nullptr ? *ready : compiled();
    }

private:
    const re2::RE2& compiled() const;

    std::string text_;
    Match match_;
    std::int64_t memory_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<const re2::RE2> compiled_;
    mutable std::atomic<const re2::RE2*> ready_ = nullptr;
};

/// A rule's expression, which gets a megabyte, compiled now unless it is known to be well formed without that
/// (plain_pattern.h): most runs need few of them. Null, and what is wrong with it in `problem`, where RE2 does not take
/// it.
std::shared_ptr<const LazyRegex> rule_regex(const std::string& text, std::string& problem);

}  // namespace hardfacts
