#include "read/decoding.h"

#include <sstream>
#include <utility>

#include "model/utf8.h"
#include "read/charset.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

std::string hex_of(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 0x0FU]};
}

Diagnostic charset_fault(std::string_view bytes, const CharsetFault& fault, const InputOptions& options) {
    Diagnostic told{Severity::error, options.path, 0, 0, "read.charset", ""};
    if (fault.unknown_name) {
        told.message = "unknown charset \"" + fault.encoding + "\"; name one with --encoding, Shift_JIS for one";
        return told;
    }
    const std::string what = fault.offset < bytes.size() ? "byte " + hex_of(bytes[fault.offset]) : "the end";
    told.message = what + (fault.encoding.empty() ? " fits no charset we know" : " is not " + fault.encoding) +
                   "; mend the file, or name its charset with --encoding";
    if (fault.encoding == "UTF-8") told.code = "read.utf8";
    return fault_at(bytes, fault.offset, std::move(told));
}

/// `bytes` without a character that their end cuts off.
std::string_view without_cut_character(std::string_view bytes) {
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte >= 0xC0) return bytes.substr(0, bytes.size() - back);
        if (byte < 0x80) break;
    }
    return bytes;
}

bool begins_as_utf8(std::string_view bytes, const InputOptions& options) {
    if (!options.encoding.empty()) return is_utf8_name(options.encoding);
    const auto decoded = decode_charset(without_cut_character(bytes), "", "");
    const auto* text = std::get_if<DecodedText>(&decoded);
    return text != nullptr && text->encoding == "UTF-8";
}

}  // namespace

bool decode_document(Document& document, std::string bytes, const InputOptions& options, std::string_view declared,
                     const DiagnosticSink& faults) {
    if (is_utf8_already(bytes, options.encoding)) {
        document.info.encoding = "UTF-8";
        document.source = std::move(bytes);
        return true;
    }
    auto decoded = decode_charset(bytes, options.encoding, declared);
    if (const auto* fault = std::get_if<CharsetFault>(&decoded)) {
        faults(charset_fault(bytes, *fault, options));
        return false;
    }
    auto& text = std::get<DecodedText>(decoded);
    document.info.encoding = std::move(text.encoding);
    document.source = std::move(text.text);
    document.byte_offsets = std::move(text.offsets);
    if (!document.byte_offsets.empty()) document.original = std::move(bytes);
    return true;
}

void read_as_utf8(ByteSource& in, const InputOptions& options, std::string_view declared, const DiagnosticSink& faults,
                  const std::function<void(ByteSource&)>& read) {
    if (begins_as_utf8(in.peek(), options)) return read(in);
    std::string bytes = in.rest();
    if (in.too_long()) return faults(too_large("the input, not in UTF-8 and so decoded as one,", options, in.most()));
    if (in.failed()) return;
    auto decoded = decode_charset(bytes, options.encoding, declared);
    if (const auto* fault = std::get_if<CharsetFault>(&decoded)) {
        // Records are told one by one what is wrong in them; but what the user said of all of them is wrong at once.
        if (!options.encoding.empty()) return faults(charset_fault(bytes, *fault, options));
    } else {
        bytes = std::move(std::get<DecodedText>(decoded).text);
    }
    std::istringstream stream(std::move(bytes));
    ByteSource utf8(stream, in.most());
    read(utf8);
}

Diagnostic too_large(const std::string& what, const InputOptions& options, std::size_t most) {
    constexpr std::size_t mebibyte = std::size_t{1} << 20U;
    const std::string limit = most >= mebibyte && most % mebibyte == 0 ? std::to_string(most / mebibyte) + " MiB"
                                                                       : std::to_string(most) + " bytes";
    return {Severity::error,
            options.path,
            0,
            0,
            "read.too_large",
            what + " is larger than " + limit + "; raise the limit with --max-bytes"};
}

}  // namespace hardfacts
