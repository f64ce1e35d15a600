#include "read/dates.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("dates become ISO 8601") {
    struct Row {
        const char* written;
        const char* iso;
    };
    for (const Row& row : {Row{"2025-12-06", "2025-12-06"},
                           {"2025/1/6", "2025-01-06"},
                           {"2025.01.06", "2025-01-06"},
                           {"2025年1月6日", "2025-01-06"},
                           {"2025-12-06 16:39:43 +0000", "2025-12-06T16:39:43+00:00"},
                           {"2025-12-06T16:39:43.123Z", "2025-12-06T16:39:43.123Z"},
                           {"2025-12-06 9:05", "2025-12-06T09:05:00"},
                           {"2025-12-06T16:39:43-05:00", "2025-12-06T16:39:43-05:00"},
                           {"December 6, 2025", "2025-12-06"},
                           {"Dec. 6, 2025", "2025-12-06"},
                           {"6 Dec 2025", "2025-12-06"},
                           {"1st March 2026", "2026-03-01"},
                           {"Sat, 06 Dec 2025 16:39:43 +0900", "2025-12-06T16:39:43+09:00"},
                           {"Fri, 06 Feb 2026 08:00:00 GMT", "2026-02-06T08:00:00Z"},
                           {"2024-02-29", "2024-02-29"},
                           {"2025-12-06 morning", "2025-12-06"}}) {
        CHECK_MESSAGE(iso_date(row.written) == std::optional<std::string>(row.iso), row.written);
    }
    for (const char* wrong : {"", "2025", "2025-13-01", "2025-02-29", "2025-00-10", "12/06/2025", "soon",
                              "Smarch 3, 2025", "2025-12-065", "H100"}) {
        CHECK_MESSAGE(!iso_date(wrong), wrong);
    }
}
