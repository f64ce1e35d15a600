#include "knowledge/names_index.h"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

namespace hardfacts {

std::size_t rare_name_separator(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 4);
    if (rest.starts_with("·")) return 2;
    const std::size_t mark = rest.starts_with("™") ? 3 : rest.starts_with("®") ? 2 : 0;
    if (mark == 0) return 0;
    return at + mark < text.size() && text[at + mark] == ' ' ? mark + 1 : mark;
}

NameIndex::NameIndex(std::size_t expected)
    : words_((std::size_t{1} << word_bits) / 64),
      nexts_((std::size_t{1} << next_bits) / 64),
      wides_((std::size_t{1} << wide_bits) / 64),
      lone_wides_((std::size_t{1} << wide_bits) / 64),
      pairs_((std::size_t{1} << pair_bits) / 64),
      rares_((std::size_t{1} << rare_bits) / 64),
      begins_(65536),
      whole_triggers_((std::size_t{1} << trigger_bits) / 64),
      marks_((std::size_t{1} << mark_bits) / 32),
      slots_(std::bit_ceil(std::max<std::size_t>(2 * expected, 16))),
      shift_(64U - static_cast<unsigned>(std::countr_zero(slots_.size()))) {}

const NameIndex::Entry* NameIndex::entry_in_slots(std::uint64_t hash) const {
    for (std::size_t k = hash >> shift_; slots_[k].hash != 0; k = (k + 1) & (slots_.size() - 1)) {
        if (slots_[k].hash == hash) return &slots_[k];
    }
    return nullptr;
}

NameIndex::Entry& NameIndex::enter(std::uint64_t hash) {
    std::size_t k = hash >> shift_;
    while (slots_[k].hash != 0 && slots_[k].hash != hash) k = (k + 1) & (slots_.size() - 1);
    slots_[k].hash = hash;
    set_mark(hash, name_ends);
    return slots_[k];
}

namespace {
char upper_byte(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
}  // namespace

unsigned NameIndex::whole_triggers_at(std::string_view text, std::size_t at, std::size_t limit, unsigned sizes) const {
    unsigned whole = 0;
    std::uint64_t bytes = 0;
    for (std::size_t size = 1; size <= trigger_size && at + size <= limit; ++size) {
        bytes = bytes << 8 | static_cast<unsigned char>(text[at + size - 1]);
        const unsigned mark = sizes & 1U << size;
        if (mark != 0 && bit(whole_triggers_, slot(bytes, trigger_bits))) whole |= mark;
    }
    return whole;
}

bool NameIndex::wides_may_go_on(std::string_view text, std::size_t at, std::size_t limit) const {
    if (limit - at < 6) return true;
    const auto goes_on = [](std::uint64_t wide) { return wide >= 0xE30000 && wide != 0xE383BB; };  // ・ parts words
    const std::uint64_t first = wide_at(text, at), second = wide_at(text, at + 3);
    if (!goes_on(second) || bit(lone_wides_, wide_slot(first))) return true;
    const std::uint64_t pair = slot(first << 24 | second, 64);
    if (!bit(pairs_, pair >> (64 - pair_bits))) return false;
    if (limit - at < 9 || bit(nexts_, next_slot(pair, 0))) return true;
    const std::uint64_t third = wide_at(text, at + 6);
    return !goes_on(third) || bit(nexts_, next_slot(pair, third));
}

bool NameIndex::may_go_on(std::string_view text, std::size_t word, std::size_t limit, std::uint64_t hash) const {
    if (bit(nexts_, next_slot(hash, 0))) return true;
    std::size_t at = word;
    if (at < limit) at += name_separator(text, at);
    if (at >= limit) return false;
    const std::uint64_t first = static_cast<unsigned char>(lower_byte(text[at]));
    if (bit(nexts_, next_slot(hash, first))) return true;
    return at + 1 < limit &&
           bit(nexts_, next_slot(hash, first << 8 | static_cast<unsigned char>(lower_byte(text[at + 1]))));
}

/// Marks the ASCII words that the text may have where the name begins: what the name has up to a separator (RTX 5090,
/// RTX5090) or to another script (NTT東日本), the plural of the whole.
void NameIndex::mark_words(std::string_view folded) {
    std::string word;
    for (std::size_t k = 0; k < folded.size();) {
        const std::size_t gap = k == 0 ? 0 : name_separator(folded, k);
        if (gap == 0 && is_word_byte(folded[k])) {
            word += folded[k++];
            continue;
        }
        mark_next(word, folded.substr(k + gap));
        if (gap == 0) return;
        k += gap;
    }
    mark_next(word, {});
    mark_next(word += 's', {});
}

/// Marks `word` together with up to two bytes behind it: one where the text may have a separator behind that.
void NameIndex::mark_next(std::string_view word, std::string_view rest) {
    const auto mark_begin = [&](char second) {
        const char bytes[] = {word[0], second};
        begins_[two_bytes({bytes, 2}, 0)] |= begins_name;
    };
    if (word.size() > 1) {
        mark_begin(lower_byte(word[1]));
        mark_begin(upper_byte(word[1]));
    } else {
        for (unsigned second = 0; second < 256; ++second) mark_begin(static_cast<char>(second));
    }
    const std::uint64_t hash = word_hash(word, 0, word.size());
    words_[hash >> (64 - word_bits + 6)] |= word_mask(hash);
    std::uint64_t next = rest.empty() ? 0 : static_cast<unsigned char>(lower_byte(rest[0]));
    if (rest.size() > 1 && name_separator(rest, 1) == 0)
        next = next << 8 | static_cast<unsigned char>(lower_byte(rest[1]));
    set_bit(nexts_, next_slot(hash, next));
}

/// The same for names that begin with another byte than a word's. A kanji or kana straight in front of another is
/// asked for together with it.
void NameIndex::mark_begin(std::string_view folded) {
    std::string begin;
    for (std::size_t k = 0; k < folded.size() && begin.size() < 9;) {
        const std::size_t gap = k == 0 ? 0 : name_separator(folded, k);
        if (gap == 0) begin += lower_byte(folded[k]);
        k += gap == 0 ? 1 : gap;
    }
    const auto lead = static_cast<unsigned char>(begin[0]);
    if (lead < 0xE0 || lead >= 0xF0) {
        if (lead >= 0x80) set_bit(rares_, slot(two_bytes(begin, 0), rare_bits));
        return;
    }
    set_bit(wides_, wide_slot(wide_at(begin, 0)));
    if (begin.size() == 3) set_bit(lone_wides_, wide_slot(wide_at(begin, 0)));
    if (begin.size() < 6) return;
    const std::uint64_t pair = slot(wide_at(begin, 0) << 24 | wide_at(begin, 3), 64);
    set_bit(pairs_, pair >> (64 - pair_bits));
    if (begin.size() == 6) set_bit(nexts_, next_slot(pair, 0));
    if (begin.size() == 9) set_bit(nexts_, next_slot(pair, wide_at(begin, 6)));
}

/// A text may have the end of a word, or of a character that is none of a word's, where the name has one.
std::uint32_t NameIndex::add_surface(std::string_view folded, std::uint32_t surface) {
    NameHash hash;
    for (std::size_t k = 0; k < folded.size();) {
        if (const std::size_t gap = k == 0 ? 0 : name_separator(folded, k); gap != 0) {
            k += gap;
            continue;
        }
        hash.add(lower_byte(folded[k++]));
        if (k == folded.size() || (static_cast<unsigned char>(folded[k]) & 0xC0U) == 0x80U) continue;
        if (!is_word_byte(folded[k - 1]) || !is_word_byte(folded[k])) set_mark(hash.value(), name_goes_on);
    }
    if (!is_word_byte(folded[0])) {
        mark_begin(folded);
    } else {
        mark_words(folded);
        if (folded[0] >= 'a' && folded[0] <= 'z') {
            std::string capital(folded);
            capital[0] = upper_byte(capital[0]);
            mark_words(capital);
        }
    }
    return std::exchange(enter(hash.value()).surface, surface);
}

std::uint32_t NameIndex::add_trigger(std::string_view literal, std::uint32_t pattern) {
    literal = literal.substr(0, trigger_size);
    NameHash hash;
    std::uint64_t bytes = 0;
    for (const char c : literal) {
        hash.add(lower_byte(c));
        bytes = bytes << 8 | static_cast<unsigned char>(c);
    }
    begins_[two_bytes(literal, 0)] |= static_cast<std::uint8_t>(1U << literal.size());
    set_bit(whole_triggers_, slot(bytes, trigger_bits));
    return std::exchange(enter(hash.value()).pattern, pattern);
}

}  // namespace hardfacts
