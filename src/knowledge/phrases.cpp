#include "knowledge/phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "model/utf8.h"

namespace hardfacts {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_word(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 && (is_ascii_alpha(byte) || is_ascii_digit(byte));
}

bool stands_alone(std::string_view text, Span span) {
    const bool joined_left = span.begin > 0 && is_word(text, span.begin - 1) && is_word(text, span.begin);
    const bool joined_right = span.end < text.size() && is_word(text, span.end) && is_word(text, span.end - 1);
    return !joined_left && !joined_right;
}

/// What a byte is to a search: inside a character, a letter or digit of a Latin word, or another beginning.
enum class Place : std::uint8_t { inside, word, other };

constexpr auto place_of = [] {
    std::array<Place, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char32_t>(byte);
        table[byte] = byte >= 0x80 && byte < 0xC0                               ? Place::inside
                      : byte < 0x80 && (is_ascii_alpha(c) || is_ascii_digit(c)) ? Place::word
                                                                                : Place::other;
    }
    return table;
}();

constexpr auto lower_bytes = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        table[byte] = static_cast<std::uint8_t>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
    }
    return table;
}();

/// The first character, or the first two where the first is ASCII, of a phrase or of the text at a place.
std::uint32_t key_of(std::string_view text) {
    const auto byte = [&](std::size_t k) { return std::uint32_t{lower_bytes[static_cast<unsigned char>(text[k])]}; };
    const std::uint32_t first = byte(0);
    if (text.size() == 1) return first;  // the text's last byte: begins no phrase
    if (first < 0xE0 || text.size() == 2) return first | byte(1) << 8U;
    return first | byte(1) << 8U | byte(2) << 16U;
}

/// The key and two bytes behind it, of the second character where the first is wide; 0 where no such bytes are.
std::uint32_t next_key(std::string_view text, std::uint32_t key) {
    const std::size_t at = (key & 0xFFU) < 0xE0 ? 2 : 4;
    if (text.size() < at + 2) return 0;
    const auto byte = [&](std::size_t k) { return std::uint32_t{lower_bytes[static_cast<unsigned char>(text[k])]}; };
    return key * 31 + (byte(at) << 8U | byte(at + 1)) * 0x85EBU + 1;
}

constexpr std::uint32_t filter_bits = 16;

std::uint32_t hash_of(std::uint32_t key) { return key * 2654435761U >> (32U - filter_bits); }

bool equal_lower(std::string_view text, std::string_view phrase) {
    return std::equal(phrase.begin(), phrase.end(), text.begin(), [](char p, char t) { return p == lower(t); });
}

}  // namespace

std::size_t PhraseTable::add(std::string_view phrase) {
    std::string key(phrase);
    std::transform(key.begin(), key.end(), key.begin(), lower);
    const auto known = std::find(phrases_.begin(), phrases_.end(), key);
    if (known != phrases_.end()) return static_cast<std::size_t>(known - phrases_.begin());
    phrases_.push_back(std::move(key));
    return phrases_.size() - 1;
}

void PhraseTable::compile() {
    order_.resize(phrases_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
        const std::uint32_t key_a = key_of(phrases_[a]);
        const std::uint32_t key_b = key_of(phrases_[b]);
        if (key_a != key_b) return key_a < key_b;
        return phrases_[a].size() != phrases_[b].size() ? phrases_[a].size() > phrases_[b].size()
                                                        : phrases_[a] < phrases_[b];
    });
    for (std::uint32_t k = 0; k < order_.size(); ++k) {
        const std::uint32_t key = key_of(phrases_[order_[k]]);
        if (buckets_.empty() || buckets_.back().key != key) buckets_.push_back({key, k, k});
        buckets_.back().end = k + 1;
        filter_.add(hash_of(key));
        const std::uint32_t next = next_key(phrases_[order_[k]], key);
        next == 0 ? shorts_.add(hash_of(key)) : nexts_.add(hash_of(next));
    }
}

bool PhraseTable::may_begin(std::string_view text, std::uint32_t key) const {
    if (!filter_.may(hash_of(key))) return false;
    const std::uint32_t next = next_key(text, key);
    return next == 0 || shorts_.may(hash_of(key)) || nexts_.may(hash_of(next));
}

const PhraseTable::Bucket* PhraseTable::bucket_of(std::uint32_t key) const {
    const auto found = std::lower_bound(buckets_.begin(), buckets_.end(), key,
                                        [](const Bucket& bucket, std::uint32_t wanted) { return bucket.key < wanted; });
    return found != buckets_.end() && found->key == key ? &*found : nullptr;
}

void PhraseTable::find(std::string_view text, Span range, std::vector<Hit>& hits) const {
    const auto place = [&](std::size_t at) { return place_of[static_cast<unsigned char>(text[at])]; };
    for (std::size_t at = range.begin; at < range.end;) {
        if (place(at) == Place::inside) {
            ++at;
            continue;
        }
        if (const std::uint32_t key = key_of(text.substr(at)); may_begin(text.substr(at), key))
            find_longest(text, at, key, hits);
        if (place(at++) != Place::word) continue;
        while (at < range.end && place(at) == Place::word) ++at;
    }
}

void PhraseTable::find_longest(std::string_view text, std::size_t at, std::uint32_t key, std::vector<Hit>& hits) const {
    const Bucket* bucket = bucket_of(key);
    for (std::uint32_t k = bucket ? bucket->begin : 0; bucket && k < bucket->end; ++k) {
        const std::string& phrase = phrases_[order_[k]];
        const Span span{at, at + phrase.size()};
        if (span.end > text.size() || !equal_lower(text.substr(at), phrase) || !stands_alone(text, span)) continue;
        hits.push_back({span, order_[k]});
        return;
    }
}

}  // namespace hardfacts
