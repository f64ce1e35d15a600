#include "model/document.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("the block at an offset of the text") {
    Document document;
    document.text = "one\nthree\n\n";
    for (const Span span : {Span{0, 3}, Span{4, 9}}) {
        Block block;
        block.text = span;
        document.blocks.push_back(block);
    }
    for (const std::size_t offset : {0U, 1U, 2U}) CHECK(block_at(document, offset) == 0);
    for (const std::size_t offset : {4U, 8U}) CHECK(block_at(document, offset) == 1);
    for (const std::size_t offset : {3U, 9U, 10U, 99U}) CHECK(block_at(document, offset) == no_block);
    CHECK(block_at(Document{}, 0) == no_block);
}
