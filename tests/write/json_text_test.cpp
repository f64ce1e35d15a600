#include "write/json_text.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "write/json_sink.h"

using hardfacts::append_json_number;
using hardfacts::append_json_string;

namespace {

std::string string_json(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace

TEST_CASE("strings stand as they are, save what JSON and UTF-8 forbid") {
    struct Row {
        std::string_view text, json;
    };
    using namespace std::string_view_literals;
    const Row rows[] = {
        {"", R"("")"},
        {"eight or more plain letters", R"("eight or more plain letters")"},
        {"計算能力は4.4倍", R"("計算能力は4.4倍")"},
        {"a \"quoted\" \\ word", R"("a \"quoted\" \\ word")"},
        {"line\r\nnext\tcell\b\f", R"("line\r\nnext\tcell\b\f")"},
        {"nul\0here, esc\x1b, unit\x1f"sv, R"("nul\u0000here, esc\u001b, unit\u001f")"},
        {"\x7f</script>", "\"\x7f</script>\""},
        {"\u2028\u2029", "\"\u2028\u2029\""},
        {"😀𠮷", "\"😀𠮷\""},
        {"é×ﾊﾝｶｸ\ufffd\ue000", "\"é×ﾊﾝｶｸ\ufffd\ue000\""},
        {"cut \xE8\xA8", "\"cut \ufffd\ufffd\""},
        {"\x80 tail alone", "\"\ufffd tail alone\""},
        {"overlong \xC0\xAF", "\"overlong \ufffd\ufffd\""},
        {"overlong \xE0\x80\xAF", "\"overlong \ufffd\ufffd\ufffd\""},
        {"surrogate \xED\xA0\x80", "\"surrogate \ufffd\ufffd\ufffd\""},
        {"too high \xF4\x90\x80\x80", "\"too high \ufffd\ufffd\ufffd\ufffd\""},
        {"Latin-1 \xE9t\xE9", "\"Latin-1 \ufffdt\ufffd\""},
        {"\xFF", "\"\ufffd\""},
    };
    for (const Row& row : rows) CHECK(string_json(row.text) == row.json);
}

TEST_CASE("every byte at every place of a word gives JSON that reads back") {
    for (int byte = 0; byte < 256; ++byte) {
        for (std::size_t place = 0; place < 17; ++place) {
            std::string text(17, 'a');
            text[place] = static_cast<char>(byte);
            const auto back = nlohmann::json::parse(string_json(text)).get<std::string>();
            if (byte < 0x80)
                CHECK(back == text);
            else
                CHECK(back == text.substr(0, place) + "\ufffd" + text.substr(place + 1));
        }
    }
}

TEST_CASE("decimals become JSON numbers, anything else 0") {
    struct Row {
        std::string_view decimal, json;
    };
    const Row rows[] = {{"0", "0"},  {"1", "1"},  {"0.95", "0.95"}, {"0.50", "0.50"}, {"", "0"},      {".5", "0"},
                        {"1.", "0"}, {"01", "0"}, {"1e5", "0"},     {"-0.5", "0"},    {"0.9.1", "0"}, {"NaN", "0"}};
    for (const Row& row : rows) {
        std::string out;
        append_json_number(out, row.decimal);
        CHECK(out == row.json);
    }
}

TEST_CASE("numbers are written in full") {
    for (const std::size_t number : {0UL, 9UL, 10UL, 99UL, 100UL, 999UL, 1000UL, 9999UL, 10000UL, 12345UL, 100000UL,
                                     999999UL, 1000000UL, 99999999UL, 100000000UL, 18446744073709551615UL}) {
        char buffer[20];
        CHECK(std::string(buffer, hardfacts::write_digits(buffer, number)) == std::to_string(number));
    }
}

TEST_CASE("long strings are not cut inside a character") {
    for (const std::string_view character : {"a", "é", "計", "😀", "\"", "\x1f", "\x80", "\xE8\xA8"}) {
        for (std::size_t before = 250; before < 262; ++before) {
            std::string text(before, 'x');
            std::string json = '"' + text;
            const std::string one = string_json(character);
            for (int k = 0; k < 20; ++k) {
                text += character;
                json += one.substr(1, one.size() - 2);
            }
            CHECK(string_json(text) == json + '"');
        }
    }
}

TEST_CASE("pieces stand one behind the other, and nothing behind the last") {
    std::string out = "before ";
    {
        hardfacts::JsonSink sink(out);
        for (int k = 0; k < 3000; ++k) sink.put("[1,");
        sink.put("2]");
        sink.put('!');
    }
    CHECK(out.size() == 7 + 9000 + 3);
    CHECK(out.substr(0, 10) == "before [1,");
    CHECK(out.substr(out.size() - 6) == "[1,2]!");
}
