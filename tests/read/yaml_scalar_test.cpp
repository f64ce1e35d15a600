#include "read/yaml_scalar.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("scalars map piece by piece") {
    struct Row {
        ScalarStyle style;
        const char* written;
        const char* value;
        const char* reading;  ///< a stretch of the text
        const char* source;   ///< what it was written as
    };
    for (const Row& row : {
             Row{ScalarStyle::plain, "Alpha 3", "Alpha 3", "Alpha", "Alpha"},
             {ScalarStyle::plain, "Alpha\n  buys\n\n  Beta", "Alpha buys\nBeta", "buys Beta", "buys\n\n  Beta"},
             {ScalarStyle::single_quoted, "'It''s 3'", "It's 3", "It's", "It''s"},
             {ScalarStyle::double_quoted, "\"a \\\"b\\\" c\"", "a \"b\" c", "\"b\"", "\\\"b\\\""},
             {ScalarStyle::double_quoted, "\"x\\u3042y\"", "xあy", "あ", "\\u3042"},
             {ScalarStyle::double_quoted, "\"x\\ty\"", "x\ty", " ", "\\t"},
             {ScalarStyle::double_quoted, "\"x\\\n   y\"", "xy", "xy", "x\\\n   y"},
             {ScalarStyle::block, ">-\n  Alpha\n  buys", "Alpha buys", "Alpha buys", "Alpha\n  buys"},
             {ScalarStyle::block, "|\n  one\n    two\n", "one\n  two\n", "one two", "one\n    two"},
             {ScalarStyle::plain, "!!str Alpha", "Alpha", "Alpha", "!!str Alpha"},
         }) {
        Document document;
        document.source = row.written;
        DocumentBuilder out(document);
        out.begin_block(Block{});
        append_scalar(out, {0, document.source.size()}, row.value, row.style);
        REQUIRE(out.end_block() == 0);
        CHECK(broken_promise(document).empty());
        CHECK_MESSAGE(source_of(document, row.reading) == row.source, row.written);
    }
}
