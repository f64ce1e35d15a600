// Any bytes through the numeral lexer: spans stay inside, numbers are whole. And any number, spelled out by plain code
// in every notation, is read back exactly.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "scan/dates.h"
#include "scan/naive_numeral.h"
#include "scan/numeral.h"

namespace {

void demand(bool holds, const char* what, const std::string& text) {
    if (holds) return;
    std::fprintf(stderr, "%s: %s\n", what, text.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (const auto numeral = hardfacts::lex_numeral(bytes, at)) {
            const hardfacts::Magnitude& m = numeral->magnitude;
            demand(numeral->span.begin == at && numeral->span.end > at && numeral->span.end <= size, "span", bytes);
            demand(m.number.has_value() != (m.min.has_value() && m.max.has_value()), "magnitude", bytes);
            demand(!m.min || *m.min <= *m.max, "order", bytes);
        }
        if (const auto date = hardfacts::lex_date(bytes, at)) {
            demand(date->span.begin == at && date->span.end > at && date->span.end <= size, "date span", bytes);
        }
    }
    std::uint64_t number = 0;
    std::memcpy(&number, data, size < sizeof number ? size : sizeof number);
    number = number % 999999999999999ULL + 1;
    for (const std::string& text : hardfacts::test::spellings(number)) {
        const auto numeral = hardfacts::lex_numeral(text, 0);
        demand(numeral && numeral->magnitude.number && numeral->span.end == text.size() &&
                   numeral->magnitude.number->to_string() == std::to_string(number),
               "read back", text);
    }
    return 0;
}
