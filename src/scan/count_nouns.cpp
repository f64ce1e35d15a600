#include "scan/count_nouns.h"

#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::is_digit;
using numeral::is_letter;

std::pair<std::size_t, const Unit*> NounReader::noun_at(std::size_t at) const {
    std::size_t best = 0;
    const Unit* unit = nullptr;
    const auto hit = [&](std::size_t n, std::uint32_t number) {
        const UnitForm& form = table_.unit_forms[number];
        const Unit& row = table_.units[form.unit];
        const char next = byte_at(text_, at + n);
        if (form.hyphened || !row.counts || is_letter(next) || is_digit(next)) return;
        if (form.japanese && static_cast<unsigned char>(text_[at]) >= 0x80) return;
        best = n;
        unit = &row;
    };
    const std::string_view behind = text_.substr(at, 40);
    table_.nouns.find(behind, true, hit);
    table_.unit_words.find(behind, false, hit);
    if (best == 0) best = acronym_plural(at);
    if (best != 0 && unit == nullptr) unit = table_.unit("unit");
    return {at + best, best == 0 ? nullptr : unit};
}

std::size_t NounReader::acronym_plural(std::size_t at) const {
    std::size_t end = at;
    while (byte_at(text_, end) >= 'A' && byte_at(text_, end) <= 'Z') ++end;
    if (end - at < 2 || end - at > 5 || byte_at(text_, end) != 's') return 0;
    const char next = byte_at(text_, end + 1);
    return is_letter(next) || is_digit(next) || static_cast<unsigned char>(next) >= 0x80 ? 0 : end + 1 - at;
}

std::size_t NounReader::word_end(std::size_t at) const {
    std::size_t end = at;
    while (is_letter(byte_at(text_, end)) || is_digit(byte_at(text_, end)) ||
           (end > at && (byte_at(text_, end) == '-' || byte_at(text_, end) == '.') &&
            (is_letter(byte_at(text_, end + 1)) || is_digit(byte_at(text_, end + 1))))) {
        ++end;
    }
    return end;
}

bool NounReader::breaks(std::size_t at, std::size_t end) const {
    bool found = false;
    table_.breaks.find(text_.substr(at, end - at), true,
                       [&](std::size_t n, std::uint32_t) { found = found || n == end - at; });
    return found;
}

bool NounReader::is_aside(std::size_t at) const {
    const std::size_t end = word_end(at);
    bool found = false;
    table_.asides.find(text_.substr(at, end - at), true,
                       [&](std::size_t n, std::uint32_t) { found = found || n == end - at; });
    return found;
}

bool NounReader::is_measure(std::size_t at, std::size_t end) const {
    const std::string_view word = slice(text_, {at, end});
    bool found = word == "quarters" || word == "points";
    table_.nouns.find(text_.substr(at, end - at), true, [&](std::size_t n, std::uint32_t number) {
        const Unit& row = table_.units[table_.unit_forms[number].unit];
        found = found || (n == end - at && !row.counts);
    });
    return found;
}

bool NounReader::is_shape(std::size_t at, std::size_t end) const {
    return end == at + 2 && (text_[at] == '2' || text_[at] == '3') && (text_[at + 1] | 0x20) == 'd';
}

}  // namespace hardfacts
