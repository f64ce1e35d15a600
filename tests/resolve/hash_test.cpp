#include "resolve/hash.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("sha256 gives the digests of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("lists of parts do not run together") {
    CHECK(hash_parts({"ab", "c"}, 12) != hash_parts({"a", "bc"}, 12));
    CHECK(hash_parts({"a", ""}, 12) != hash_parts({"a"}, 12));
    CHECK(hash_parts({"a", "b"}, 12).size() == 12);
    CHECK(hash_parts({"a", "b"}, 12) == hash_parts({"a", "b"}, 12));
}
