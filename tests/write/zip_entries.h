// Enters: a zip file's bytes. Leaves: the files in it. For the tests of workbooks.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hardfacts::testing {

inline std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t out = 0;
    for (std::size_t k = size; k-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes.at(at + k));
    return out;
}

inline std::string inflated(std::string_view packed, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, -MAX_WBITS);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return status == Z_STREAM_END ? out : "not whole";
}

/// By their names. Follows the directory at the end, as every reader does; of entries below 4 GB.
inline std::map<std::string, std::string> zip_entries(std::string_view zip) {
    std::map<std::string, std::string> out;
    for (std::size_t at = zip.find("PK\1\2"); at != std::string_view::npos && zip.substr(at).starts_with("PK\1\2");) {
        const std::size_t packed = little_endian(zip, at + 20, 4);
        const std::size_t size = little_endian(zip, at + 24, 4);
        const std::size_t name = little_endian(zip, at + 28, 2);
        const std::size_t more = little_endian(zip, at + 30, 2) + little_endian(zip, at + 32, 2);
        const std::size_t local = little_endian(zip, at + 42, 4);
        const std::size_t data = local + 30 + little_endian(zip, local + 26, 2) + little_endian(zip, local + 28, 2);
        out.emplace(zip.substr(at + 46, name), inflated(zip.substr(data, packed), size));
        at += 46 + name + more;
    }
    return out;
}

}  // namespace hardfacts::testing
