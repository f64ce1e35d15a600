#include "read/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>

#include "model/utf8.h"

namespace hardfacts {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter that stops at the first byte that is not text; null where ICU does not know the name.
Converter open_strict(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) return nullptr;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

/// ICU's name for what the web and Windows mean by a label: Shift_JIS files of news archives are CP932.
std::string converter_name(std::string_view label) {
    std::string lower;
    for (const char c : label) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    for (const char* cp932 :
         {"shift_jis", "shift-jis", "sjis", "x-sjis", "cp932", "ms932", "windows-31j", "ms_kanji"}) {
        if (lower == cp932) return "ibm-943_P15A-2003";
    }
    for (const char* latin : {"latin1", "iso-8859-1", "us-ascii", "ascii", "cp1252"}) {
        if (lower == latin) return "windows-1252";
    }
    return lower;
}

std::string shown_name(const std::string& converter) {
    if (converter == "ibm-943_P15A-2003") return "Shift_JIS";
    if (converter == "windows-1252") return converter;
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char* name = ucnv_getStandardName(converter.c_str(), standard, &status);
        if (U_SUCCESS(status) && name != nullptr) return name;
    }
    return converter;
}

/// Appends UTF-16 units with the offsets they came from; a pair's second unit has the offset of its first.
class Utf16Sink {
public:
    explicit Utf16Sink(DecodedText& out) : out_(out) {}

    void take(char16_t unit, std::uint32_t offset) {
        const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (low && high_ != 0) {
            append_utf8(out_.text, 0x10000U + ((static_cast<char32_t>(high_) - 0xD800U) << 10U) + (unit - 0xDC00U));
            high_ = 0;
            return;
        }
        out_.offsets.push_back(offset);
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            high_ = unit;
        } else {
            append_utf8(out_.text, unit);
        }
    }

private:
    DecodedText& out_;
    char16_t high_ = 0;
};

std::variant<DecodedText, CharsetFault> decode_as(std::string_view bytes, const std::string& name) {
    const Converter converter = open_strict(name);
    if (!converter) return CharsetFault{0, std::string(name), true};
    DecodedText out;
    out.encoding = shown_name(name);
    out.text.reserve(bytes.size() + bytes.size() / 2);
    out.offsets.reserve(bytes.size() / 2 + 1);
    Utf16Sink sink(out);
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char16_t, 4096> units;
    std::array<std::int32_t, 4096> places;
    for (;;) {
        char16_t* target = units.data();
        const char* const from = source;
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, places.data(), 1, &status);
        for (std::size_t k = 0; k < static_cast<std::size_t>(target - units.data()); ++k) {
            const std::int32_t place = places[k] < 0 ? 0 : places[k];
            sink.take(units[k], static_cast<std::uint32_t>(from - bytes.data()) + static_cast<std::uint32_t>(place));
        }
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(status)) {
            return CharsetFault{static_cast<std::size_t>(source - bytes.data()), out.encoding, false};
        }
        break;
    }
    out.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    return out;
}

/// How much a decoded text looks like news: percent of characters that such text is made of, minus what it never has.
int plausibility(std::string_view text) {
    long good = 0;
    long bad = 0;
    long all = 0;
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && is_ascii_alpha(static_cast<unsigned char>(text[at]));
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode_at(text, at);
        const bool inside_word = at > 0 && is_letter(at - 1) && is_letter(at + size);
        at += size;
        ++all;
        if (c < 0x80) {
            if (c >= 0x20 || c == U'\n' || c == U'\r' || c == U'\t') {
                ++good;
            } else {
                bad += 4;
            }
        } else if (is_hiragana(c) || is_katakana(c) || (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF5E)) {
            good += 2;
        } else if (is_han(c)) {
            (inside_word ? bad : good) += 1;  // a single kanji between Latin letters: what French looks like as CP932
        } else if (c >= 0xFF61 && c <= 0xFF9F) {
            ++bad;  // half-width katakana: what EUC-JP looks like when read as CP932
        } else if (c < 0xA0 || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD) {
            bad += 4;
        } else if (is_latin(c) || (c >= 0x2000 && c <= 0x22FF)) {
            ++good;
        }
    }
    return all == 0 ? 0 : static_cast<int>(100 * (good - 2 * bad) / all);
}

std::optional<std::string> byte_order_mark(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "UTF-8";
    if (bytes.starts_with("\xFF\xFE\x00\x00"sv)) return "UTF-32LE";
    if (bytes.starts_with("\x00\x00\xFE\xFF"sv)) return "UTF-32BE";
    if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
    return std::nullopt;
}

/// ISO-2022-JP is seven-bit, so it is valid UTF-8 too: its escapes tell it apart.
bool has_iso2022_escapes(std::string_view bytes) {
    if (bytes.find('\x1B') == bytes.npos) return false;
    const bool escapes = bytes.find("\x1B$B") != bytes.npos || bytes.find("\x1B$@") != bytes.npos;
    return escapes && (bytes.find("\x1B(B") != bytes.npos || bytes.find("\x1B(J") != bytes.npos);
}

std::variant<DecodedText, CharsetFault> decode_utf8(std::string_view bytes) {
    const std::size_t bad = find_invalid_utf8(bytes);
    if (bad != bytes.npos) return CharsetFault{bad, "UTF-8", false};
    return DecodedText{std::string(bytes), "UTF-8", {}};
}

std::variant<DecodedText, CharsetFault> decode_named(std::string_view bytes, std::string_view label) {
    if (is_utf8_name(label)) return decode_utf8(bytes);
    return decode_as(bytes, converter_name(label));
}

/// True where most bytes above ASCII stand in valid UTF-8: the text was UTF-8 and is damaged, not another charset.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t valid = 0;
    std::size_t invalid = 0;
    while (!bytes.empty()) {
        const std::size_t bad = std::min(find_invalid_utf8(bytes), bytes.size());
        for (std::size_t at = 0; at < bad; ++at) {
            const auto byte = static_cast<unsigned char>(bytes[at]);
            valid += byte >= 0xC0 ? 1U : 0U;
        }
        bytes.remove_prefix(bad);
        while (!bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0x80) {
            if (find_invalid_utf8(bytes.substr(0, 4)) != 0) break;
            ++invalid;
            const bool lead = static_cast<unsigned char>(bytes[0]) >= 0xC2;
            bytes.remove_prefix(1);
            while (lead && !bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xC0U) == 0x80) {
                bytes.remove_prefix(1);
            }
        }
    }
    return valid > 0 && valid >= invalid;
}

/// Kana, or the punctuation and full-width forms of JIS row 1: kanji alone are what bytes of any charset look like.
bool shows_japanese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode_at(text, at);
        if (is_hiragana(c) || is_katakana(c) || (c >= 0x3000 && c <= 0x3020) || (c >= 0x2010 && c <= 0x2027) ||
            (c >= 0x2190 && c <= 0x22FF) || (c >= 0xFF01 && c <= 0xFF5E)) {
            return true;
        }
        at += size;
    }
    return false;
}

/// Bytes that windows-1252 does not define come out as C1 controls.
bool has_c1_controls(std::string_view text) {
    for (std::size_t at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
    }
    return false;
}

/// windows-1252 gives every byte a letter; its texts are mostly ASCII all the same.
bool looks_western(std::string_view text) {
    std::size_t ascii = 0;
    std::size_t other = 0;
    for (const char c : text) {
        if (static_cast<signed char>(c) >= 0) {
            ++ascii;
        } else if (is_lead(c)) {
            ++other;
        }
    }
    constexpr std::size_t ascii_to_other = 4;
    return ascii >= ascii_to_other * other;
}

/// A text below this share of plausible characters is taken for binary data.
constexpr int least_plausible = 70;

std::variant<DecodedText, CharsetFault> best_trial(std::string_view bytes, std::size_t utf8_fault) {
    std::optional<DecodedText> best;
    int best_score = least_plausible - 1;
    for (const char* name : {"ibm-943_P15A-2003", "EUC-JP", "UTF-16LE", "UTF-16BE", "windows-1252"}) {
        const bool wide = std::string_view(name).starts_with("UTF-16");
        if (wide && bytes.find('\0') == bytes.npos) continue;  // no text is without a line break, space or digit
        auto trial = decode_as(bytes, name);
        auto* text = std::get_if<DecodedText>(&trial);
        if (text == nullptr) continue;
        const bool western = text->encoding == "windows-1252";
        if (western && (!looks_western(text->text) || has_c1_controls(text->text))) continue;
        if (!western && !wide && !shows_japanese(text->text)) continue;
        const int score = plausibility(text->text);
        if (score <= best_score) continue;
        best_score = score;
        best = std::move(*text);
    }
    if (!best) return CharsetFault{utf8_fault, "", false};
    return std::move(*best);
}

}  // namespace

bool is_utf8_name(std::string_view label) {
    const std::string name = converter_name(label);
    return name == "utf-8" || name == "utf8";
}

bool is_utf8_already(std::string_view bytes, std::string_view forced) {
    if (!forced.empty()) {
        if (!is_utf8_name(forced)) return false;
    } else if (const auto mark = byte_order_mark(bytes)) {
        if (*mark != "UTF-8") return false;
    } else if (has_iso2022_escapes(bytes)) {
        return false;
    }
    return find_invalid_utf8(bytes) == bytes.npos;
}

std::variant<DecodedText, CharsetFault> decode_charset(std::string_view bytes, std::string_view forced,
                                                       std::string_view declared) {
    if (!forced.empty()) return decode_named(bytes, forced);
    if (const auto mark = byte_order_mark(bytes)) return decode_named(bytes, *mark);
    if (has_iso2022_escapes(bytes)) {
        auto decoded = decode_as(bytes, "ISO-2022-JP");
        if (std::holds_alternative<DecodedText>(decoded)) return decoded;
    }
    auto utf8 = decode_utf8(bytes);
    if (std::holds_alternative<DecodedText>(utf8)) return utf8;
    if (!declared.empty()) {
        auto decoded = decode_named(bytes, declared);
        if (std::holds_alternative<DecodedText>(decoded)) return decoded;
    }
    if (is_damaged_utf8(bytes)) return utf8;
    return best_trial(bytes, std::get<CharsetFault>(utf8).offset);
}

}  // namespace hardfacts
