#include "compose/fitness.h"

#include <doctest/doctest.h>

using namespace hardfacts;

namespace {

Fitness of(MentionType type, const char* kind, const char* attribute) {
    Mention mention;
    mention.type = type;
    return fitness_of(mention, kind, attribute);
}

}  // namespace

TEST_CASE("counts, prices and the like are told of anyone, accounts of their company") {
    CHECK(is_told_of_anyone("count", "customers"));
    CHECK(is_told_of_anyone("money", "price"));
    CHECK(is_told_of_anyone("rank", "rank"));
    CHECK_FALSE(is_told_of_anyone("money", "revenue"));
    CHECK_FALSE(is_told_of_anyone("count", "parameters"));
    CHECK_FALSE(is_told_of_anyone("spec", "compute"));
}

TEST_CASE("companies have money, hardware has specs, and places have neither") {
    CHECK(of(MentionType::company, "money", "revenue") == Fitness::well);
    CHECK(of(MentionType::chip, "money", "revenue") == Fitness::barely);
    CHECK(of(MentionType::chip, "spec", "compute") == Fitness::well);
    CHECK(of(MentionType::company, "spec", "compute") == Fitness::barely);
    CHECK(of(MentionType::product, "spec", "context_length") == Fitness::well);
    CHECK(of(MentionType::chip, "spec", "context_length") == Fitness::none);
    CHECK(of(MentionType::place, "money", "revenue") == Fitness::none);
    CHECK(of(MentionType::person, "money", "investment") == Fitness::barely);
    CHECK(of(MentionType::company, "money", "market_size") == Fitness::none);
    CHECK(of(MentionType::money, "money", "revenue") == Fitness::none);
}

TEST_CASE("an operating system has no price and no memory, but users") {
    Mention mention;
    mention.type = MentionType::product;
    mention.kind = "operating system";
    CHECK(is_ingredient(mention, "price"));
    CHECK(is_ingredient(mention, "memory_capacity"));
    CHECK_FALSE(is_ingredient(mention, "users"));
    CHECK_FALSE(is_ingredient(mention, "market_share"));
}

TEST_CASE("a change of revenue is a company's, a change of speed a chip's") {
    CHECK(of(MentionType::company, "ratio", "revenue") == Fitness::well);
    CHECK(of(MentionType::company, "ratio", "speed") == Fitness::barely);
    CHECK(of(MentionType::chip, "ratio", "speed") == Fitness::well);
}

TEST_CASE("memories and links are mentioned by figures that describe another thing") {
    Mention memory;
    memory.type = MentionType::chip;
    memory.kind = "memory";
    CHECK(is_ingredient(memory, "memory_capacity"));
    Mention link;
    link.type = MentionType::product;
    link.kind = "interconnect";
    CHECK(is_ingredient(link, "memory_capacity"));
    CHECK_FALSE(is_ingredient(link, "interconnect_bandwidth"));
    Mention chip;
    chip.type = MentionType::chip;
    chip.kind = "gpu";
    CHECK_FALSE(is_ingredient(chip, "memory_capacity"));
}
