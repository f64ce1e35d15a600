#include "read/entities.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("character references") {
    struct Row {
        const char* written;
        const char* reading;
    };
    EntityDecoder decoder;
    for (const Row& row : {Row{"&amp;", "&"},
                           {"&lt;", "<"},
                           {"&nbsp;", "\xC2\xA0"},
                           {"&hellip;", "…"},
                           {"&yen;", "¥"},
                           {"&semi;", ";"},
                           {"&Tab;", "\t"},
                           {"&CounterClockwiseContourIntegral;", "∳"},
                           {"&NotEqualTilde;", "≂̸"},
                           {"&#65;", "A"},
                           {"&#x1F600;", "😀"},
                           {"&#X41;", "A"},
                           {"&#0;", "\xEF\xBF\xBD"},
                           {"&#xD800;", "\xEF\xBF\xBD"},
                           {"&#x110000;", "\xEF\xBF\xBD"},
                           {"&#99999999999;", "\xEF\xBF\xBD"},
                           {"&notit;", ""},
                           {"&nosuch;", ""},
                           {"&#;", ""},
                           {"&#x;", ""},
                           {"&#1f;", ""}}) {
        CHECK_MESSAGE(decoder.decode(row.written) == row.reading, row.written);
        CHECK_MESSAGE(decoder.decode(row.written) == row.reading, row.written, " the second time");
    }
    CHECK(entity_size("&amp; x") == 5);
    CHECK(entity_size("&#12;x") == 5);
    CHECK(entity_size("& x") == 0);
    CHECK(entity_size("&amp") == 0);
    CHECK(entity_size("&") == 0);
    CHECK(entity_size("&;") == 0);
}
