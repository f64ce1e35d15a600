#include "knowledge/lazy_regex.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <thread>

using namespace hardfacts;

TEST_CASE("a pattern is compiled once, whichever thread asks first") {
    const LazyRegex regex("a+");
    const re2::RE2* seen[2] = {nullptr, nullptr};
    std::thread other([&] { seen[0] = &regex.get(); });
    seen[1] = &regex.get();
    other.join();
    CHECK(seen[0] == seen[1]);
    CHECK(re2::RE2::FullMatch("aaa", *seen[0]));
}

TEST_CASE("of several matches the first or the longest is told") {
    re2::StringPiece match;
    CHECK(LazyRegex("a|ab").get().Match("abc", 0, 3, re2::RE2::ANCHOR_START, &match, 1));
    CHECK(match == "a");
    CHECK(LazyRegex("a|ab", LazyRegex::Match::longest).get().Match("abc", 0, 3, re2::RE2::ANCHOR_START, &match, 1));
    CHECK(match == "ab");
}
