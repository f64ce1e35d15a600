#include "compose/clause_breaks.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

std::size_t naive(std::string_view gap) {
    std::size_t breaks = 0;
    for (const std::string_view mark : {"、", ", ", "; ", " and ", " but ", "が、", " - "}) {
        for (std::size_t at = gap.find(mark); at != gap.npos; at = gap.find(mark, at + mark.size())) ++breaks;
    }
    return breaks;
}

}  // namespace

TEST_CASE("clause breaks are what a search for each mark finds, in any stretch of a text") {
    for (const std::string text :
         {"売上高は10億ドルだが、利益は3億ドル、研究費は1億ドルで、が、",
          "revenue rose, and profit fell; costs, too, but not much", " and and  and but - - and ; ;,, ,",
          "a - b - c and d but e, f; g", "", ",", "、", "が、", "x and",
          "no break at all in this long stretch of plain words that runs over several blocks of sixteen bytes"}) {
        for (std::size_t begin = 0; begin <= text.size(); ++begin) {
            for (std::size_t end = begin; end <= text.size(); ++end) {
                CAPTURE(text);
                CAPTURE(begin);
                CAPTURE(end);
                const std::size_t expected = naive(std::string_view(text).substr(begin, end - begin));
                REQUIRE(count_clause_breaks(text, {0, begin}, {end, text.size()}) == expected);
                REQUIRE(count_clause_breaks(text, {end, text.size()}, {0, begin}) == expected);
            }
        }
    }
}
