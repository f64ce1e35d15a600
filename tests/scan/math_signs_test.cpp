#include "scan/math_signs.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("a dollar sign around a formula is none of money") {
    struct Row {
        const char* text;
        const char* signs;  ///< of every $ in turn: m of a formula, - not
    };
    for (const Row& row : {
             Row{"a tariff of $25%$ on wine", "mm"},
             Row{"about $1.75\\times$ as much, and $23$.", "mmmm"},
             Row{"bases $b>9$ for which $17_{b}$ is", "mmmm"},
             Row{"between $-100$ and $100$, inclusive", "mmmm"},
             Row{"It costs $5 or $10.", "--"},
             Row{"It went from $20,000 to $30,000.", "--"},
             Row{"It costs $5/$25 and $10-$14 billion.", "----"},
             Row{"A$ 7 and $5 (about A$ 7), then NT$5", "----"},
             Row{"It fell from $449.99→$499.99, the $5B-$10B part.", "----"},
             Row{"A lone $ and $", "--"},
             Row{"$", "-"},
         }) {
        const std::string text = row.text;
        CAPTURE(text);
        std::string signs;
        for (std::size_t at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
            signs += delimits_math(text, 0, at) ? 'm' : '-';
        }
        CHECK(signs == row.signs);
    }
}
