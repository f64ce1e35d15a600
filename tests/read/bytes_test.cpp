#include "read/bytes.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

using namespace hardfacts;

TEST_CASE("lines come out whole however they lie in the chunks") {
    for (const std::size_t length : {0UL, 1UL, 4095UL, 4096UL, 65535UL, 65536UL, 65537UL, 300000UL}) {
        const std::string long_line(length, 'x');
        std::istringstream in("a\n" + long_line + "\n\nlast");
        ByteSource bytes(in);
        CHECK(bytes.peek().substr(0, 2) == "a\n");
        std::vector<std::string> lines;
        std::string_view line;
        while (bytes.next_line(line)) lines.emplace_back(line);
        CHECK(lines == std::vector<std::string>{"a", long_line, "", "last"});
        CHECK(!bytes.failed());
    }
}

TEST_CASE("the rest is everything that was not taken") {
    for (const std::size_t length : {0UL, 10UL, 70000UL, 1000000UL}) {
        const std::string body(length, 'y');
        std::istringstream in("first\n" + body);
        ByteSource bytes(in);
        std::string_view line;
        REQUIRE(bytes.next_line(line));
        CHECK(line == "first");
        CHECK(bytes.rest() == body);
        CHECK(bytes.rest().empty());
        CHECK(!bytes.next_line(line));
    }
}

TEST_CASE("a look at the beginning takes nothing") {
    const std::string body(100000, 'z');
    std::istringstream in(body);
    ByteSource bytes(in);
    CHECK(bytes.peek().size() == 64 * 1024);
    CHECK(bytes.peek().size() == 64 * 1024);
    CHECK(bytes.rest() == body);
    CHECK(bytes.peek().empty());
}
