// Enters: the bytes of a file in any of the charsets that news archives hold. Leaves: their UTF-8 text, the charset
// decided, and where each character stood. Tested in tests/read/charset_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hardfacts {

/// Text led from its own charset to UTF-8.
struct DecodedText {
    std::string text;      ///< UTF-8; a byte order mark stays as U+FEFF, so that offsets count it
    std::string encoding;  ///< IANA name: "UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "windows-1252"...
    /// Byte offset of every code point of `text` in the original, and of the end. Empty for UTF-8: they are the same.
    std::vector<std::uint32_t> offsets;
};

/// Why bytes could not be decoded.
struct CharsetFault {
    std::size_t offset;    ///< of the first byte that is not text in `encoding`
    std::string encoding;  ///< the charset tried; empty where none fits
    bool unknown_name;     ///< the charset asked for is not one we know
};

/// True for the ways to write UTF-8's name.
bool is_utf8_name(std::string_view label);

/// True if decode_charset() would give the bytes themselves: they are UTF-8, and nothing says they are to be read as
/// anything else. Spares a copy of nearly every input.
bool is_utf8_already(std::string_view bytes, std::string_view forced);

/// Decodes by, in this order: `forced` (what the user said), a byte order mark, ISO-2022-JP escapes, valid UTF-8,
/// `declared` (what the file says of itself) where it decodes without fault, then the best of strict UTF-16, CP932,
/// EUC-JP and windows-1252 trials by a score of how much the result looks like text. UTF-8 with a few bad bytes is a
/// fault, not a reason to guess. Charset names: those ICU knows.
std::variant<DecodedText, CharsetFault> decode_charset(std::string_view bytes, std::string_view forced,
                                                       std::string_view declared);

}  // namespace hardfacts
