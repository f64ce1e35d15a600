#include "fold/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/bytes16.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_invisible(char32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_combining(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
}

/// Forms whose NFKC reading has the same meaning; the rest of NFKC changes numbers (½, ², ①, ㎡).
bool takes_compatibility_form(char32_t c) {
    return (c >= 0xFF61 && c <= 0xFFDC) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F00 && c <= 0x2FDF) ||
           (c >= 0x3300 && c <= 0x3357) || (c >= 0x337B && c <= 0x337F) || (c >= 0xFB00 && c <= 0xFB06);
}

/// The one-character folds, or 0.
char32_t simple_fold(char32_t c) {
    if (c >= 0xFF01 && c < 0xFF5E) return c - 0xFEE0;
    switch (c) {
        case 0xFF5E: return 0x301C;  // one sign of JIS, which charsets decode to either
        case 0x3000:
        case 0x00A0:
        case 0x2002:
        case 0x2003:
        case 0x2007:
        case 0x2009:
        case 0x202F: return U' ';
        case 0x2010:
        case 0x2011:
        case 0x2212: return U'-';
        case 0x2018:
        case 0x2019: return U'\'';
        case 0xFFE0: return 0x00A2;
        case 0xFFE1: return 0x00A3;
        case 0xFFE5: return 0x00A5;
        case 0xFFE6: return 0x20A9;
        default: return 0;
    }
}

std::string compatibility_form(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return {};
    const icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    std::string out;
    if (U_SUCCESS(status)) folded.toUTF8String(out);
    return out;
}

/// The letter that `base` and `mark` make together, or 0.
char32_t composed(char32_t base, char32_t mark) {
    if (mark == 0xFF9E) mark = 0x3099;
    if (mark == 0xFF9F) mark = 0x309A;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return 0;
    const UChar32 pair = nfc->composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
    return pair < 0 ? 0 : static_cast<char32_t>(pair);
}

/// True where a code point may begin that is folded: most of English and Japanese passes on this test alone.
bool may_fold(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[at + k]); };
    if (byte(0) != 0xE3) return byte(0) >= 0xC0 && (byte(0) < 0xE4 || byte(0) > 0xE9);
    return (byte(1) == 0x80 && byte(2) == 0x80) || (byte(1) == 0x82 && (byte(2) == 0x99 || byte(2) == 0x9A)) ||
           byte(1) >= 0x84;
}

/// The first place at or behind `at` where may_fold holds.
std::size_t next_fold(std::string_view text, std::size_t at) {
    for (; at + sizeof(Bytes16) + 2 <= text.size(); at += sizeof(Bytes16)) {
        const Bytes16 first = load16(text.data() + at);
        if (first_set((first & 0x80) != 0) == sizeof(Bytes16)) continue;
        const Bytes16 second = load16(text.data() + at + 1), third = load16(text.data() + at + 2);
        const auto kana =
            ((second == 0x80) & (third == 0x80)) | ((second == 0x82) & (third - 0x99 <= 1)) | (second >= 0x84);
        const auto place = first_set((first >= 0xC0) & (first - 0xE4 > 0xE9 - 0xE4) & ((first != 0xE3) | kana));
        if (place < sizeof(Bytes16)) return at + place;
    }
    while (at < text.size() && !may_fold(text, at)) ++at;
    return at;
}

class Folder {
public:
    Folder(std::string_view text, std::string& out, OffsetMap& map) : text_(text), out_(out), map_(map) {}

    void run() {
        for (std::size_t at = next_fold(text_, 0); at < text_.size(); at = next_fold(text_, at)) at += special(at);
        flush(text_.size());
    }

private:
    void flush(std::size_t upto) {
        out_.append(text_.substr(done_, upto - done_));
        map_.add_verbatim(done_, upto - done_);
        done_ = upto;
    }

    void replace(std::size_t at, std::size_t size, std::string_view with) {
        flush(at);
        out_.append(with);
        map_.add_replaced({at, at + size}, with.size());
        done_ = at + size;
    }

    /// Handles the code point at `at`; returns the bytes it and its combining mark take.
    std::size_t special(std::size_t at) {
        const auto [c, size] = decode_at(text_, at);
        if (is_invisible(c)) {
            flush(at);
            done_ = at + size;
            return size;
        }
        if (is_combining(c)) return combine(at, c, size);
        std::string folded;
        if (const char32_t simple = simple_fold(c); simple != 0) {
            append_utf8(folded, simple);
        } else if (takes_compatibility_form(c)) {
            folded = compatibility_form(c);
        }
        if (!folded.empty()) replace(at, size, folded);
        return size;
    }

    /// Joins the mark at `at` with the letter before it where Unicode has them as one letter.
    std::size_t combine(std::size_t at, char32_t mark, std::size_t size) {
        flush(at);
        if (out_.empty() || map_.derived_size() == 0) return size;
        const auto [base, base_size] = decode_before(out_, out_.size());
        const char32_t letter = composed(base, mark);
        if (letter == 0) return size;
        const Span origin = map_.to_original({map_.derived_size() - base_size, map_.derived_size()});
        out_.resize(out_.size() - base_size);
        map_.drop_tail(base_size);
        std::string one;
        append_utf8(one, letter);
        out_.append(one);
        map_.add_replaced({origin.begin, at + size}, one.size());
        done_ = at + size;
        return size;
    }

    std::string_view text_;
    std::string& out_;
    OffsetMap& map_;
    std::size_t done_ = 0;
};

}  // namespace

void fold_into(std::string_view text, std::string& out, OffsetMap& map) {
    out.reserve(out.size() + text.size());
    Folder(text, out, map).run();
}

bool is_folded(std::string_view text) { return next_fold(text, 0) == text.size(); }

std::string fold(std::string_view text) {
    if (is_folded(text)) return std::string(text);
    std::string out;
    OffsetMap map;
    fold_into(text, out, map);
    return out;
}

namespace {

/// Elements that only say how their text looks, or where a line breaks: a word may have them inside.
constexpr std::array<std::string_view, 21> looks = {"b",     "big",  "br",     "em",     "font", "i", "ins",
                                                    "kbd",   "mark", "nobr",   "rb",     "ruby", "s", "samp",
                                                    "small", "span", "strike", "strong", "tt",   "u", "wbr"};
/// Readings beside a word: what stands in them is no part of the text.
constexpr std::array<std::string_view, 3> readings = {"rp", "rt", "rtc"};

/// The size of the tag or comment at the front of `text` that changes looks alone, or 0.
std::size_t size_of_looks(std::string_view text) {
    if (text.starts_with("<!--")) {
        const std::size_t end = text.find("-->");
        return end == std::string_view::npos ? 0 : end + 3;
    }
    const std::size_t begin = text.starts_with("</") ? 2 : 1;
    std::string name;
    while (begin + name.size() < text.size() && is_ascii_alpha(static_cast<unsigned char>(text[begin + name.size()]))) {
        name.push_back(static_cast<char>(text[begin + name.size()] | 0x20));
    }
    const bool reading = std::find(readings.begin(), readings.end(), name) != readings.end();
    if (!reading && std::find(looks.begin(), looks.end(), name) == looks.end()) return 0;
    char quote = '\0';
    for (std::size_t at = begin + name.size(); at < text.size(); ++at) {
        if (quote == '\0' && text[at] == '>') return reading ? std::min(text.find('<', at), text.size()) : at + 1;
        if (quote == '\0' && (text[at] == '"' || text[at] == '\'')) {
            quote = text[at];
        } else if (text[at] == quote) {
            quote = '\0';
        }
    }
    return 0;
}

bool is_seam(std::string_view between) {
    for (std::size_t at = 0; (at = between.find_first_of("[]()<", at)) != std::string_view::npos;) {
        const std::size_t passed = between[at] == '<' ? size_of_looks(between.substr(at)) : 0;
        if (passed == 0) return true;
        at += passed;
    }
    return false;
}

/// Where the source leaves out more than emphasis and white space between two pieces of the document's text.
std::vector<std::size_t> find_seams(const Document& document, const OffsetMap& to_folded) {
    std::vector<std::size_t> seams;
    OffsetMap::Follower forward(to_folded);
    const std::string_view source = document.source;
    std::size_t left_off = 0;
    for (const OffsetMap::Piece& piece : document.map.pieces()) {
        if (piece.original > left_off && piece.original <= source.size() && piece.derived > 0) {
            const std::string_view between = source.substr(left_off, piece.original - left_off);
            if (is_seam(between)) {
                seams.push_back(forward.to_derived({piece.derived, piece.derived + 1}).begin);
            }
        }
        left_off = piece.original + piece.original_size;
    }
    return seams;
}

}  // namespace

Text fold(const Document& document) {
    Text text;
    fold_into(document.text, text.folded, text.map);
    OffsetMap::Follower forward(text.map);
    text.blocks.reserve(document.blocks.size());
    for (std::size_t k = 0; k < document.blocks.size(); ++k) {
        const Block& block = document.blocks[k];
        if (block.kind == BlockKind::code) continue;
        text.blocks.push_back({forward.to_derived(block.text), k, block.kind});
    }
    OffsetMap::Follower inline_code(text.map);
    for (const Span span : document.code) text.code.push_back(inline_code.to_derived(span));
    text.seams = find_seams(document, text.map);
    return text;
}

}  // namespace hardfacts
