#include "knowledge/names_index.h"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "model/utf8.h"

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

NameIndex::Entry& NameIndex::entry_for(std::uint64_t hash) {
    std::size_t k = hash >> shift_;
    while (slots_[k].hash != 0 && slots_[k].hash != hash) k = (k + 1) & (slots_.size() - 1);
    slots_[k].hash = hash;
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

/// An ASCII word of a name's beginning, as word_hash sees it.
struct NameIndex::Word {
    void add(char byte) {
        const auto lower = static_cast<std::uint64_t>(static_cast<unsigned char>(lower_byte(byte)));
        if (size < 8) first |= lower << 8 * size;
        last = last >> 8 | lower << 56U;
        ++size;
    }
    std::uint64_t hash(bool capital) const {
        const auto in_memory = [](std::uint64_t bytes) {
            return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
        };
        return word_hash(in_memory(first), capital, in_memory(last), size);
    }

    std::uint64_t first = 0, last = 0;
    std::size_t size = 0;
    bool as_capital = false, as_small = false;  ///< which cases of its first letter the text may have
};

/// Marks the ASCII words that the text may have where the name begins: what the name has up to a separator (RTX 5090,
/// RTX5090) or to another script (NTT東日本), the plural of the whole. A name listed in lower case may begin with a
/// capital.
void NameIndex::mark_words(std::string_view folded) {
    Word word;
    word.as_capital = is_ascii_alpha(static_cast<unsigned char>(folded[0]));
    word.as_small = !is_ascii_upper(static_cast<unsigned char>(folded[0]));
    bool paired = false;
    for (std::size_t k = 0; k < folded.size();) {
        if (is_word_byte(folded[k])) {
            word.add(folded[k++]);
            continue;
        }
        const std::size_t gap = name_separator(folded, k);
        if (!std::exchange(paired, true)) mark_pairs(folded, word.size == 1);
        mark_next(word, folded.substr(k + gap));
        if (gap == 0) return;
        k += gap;
    }
    if (!paired) mark_pairs(folded, false);
    mark_next(word, {});
    word.add('s');
    mark_next(word, {});
}

/// Marks the first two bytes of a word; `alone`: the first stands alone, and anything may follow.
void NameIndex::mark_pairs(std::string_view folded, bool alone) {
    const auto mark_begin = [&](char first, char second) {
        const char bytes[] = {first, second};
        begins_[two_bytes({bytes, 2}, 0)] |= begins_name;
    };
    const bool small = is_ascii_lower(static_cast<unsigned char>(folded[0]));
    for (const char first : {folded[0], small ? upper_byte(folded[0]) : folded[0]}) {
        if (!alone) {
            mark_begin(first, lower_byte(folded[1]));
            mark_begin(first, upper_byte(folded[1]));
        } else if (!whole_rows_.test(static_cast<unsigned char>(first))) {
            whole_rows_.set(static_cast<unsigned char>(first));
            for (unsigned second = 0; second < 256; ++second) mark_begin(first, static_cast<char>(second));
        }
    }
}

/// Marks `word` together with up to two bytes behind it: one where the text may have a separator behind that.
void NameIndex::mark_next(const Word& word, std::string_view rest) {
    std::uint64_t next = rest.empty() ? 0 : static_cast<unsigned char>(lower_byte(rest[0]));
    if (rest.size() > 1 && name_separator(rest, 1) == 0)
        next = next << 8 | static_cast<unsigned char>(lower_byte(rest[1]));
    for (const bool capital : {false, true}) {
        if (!(capital ? word.as_capital : word.as_small)) continue;
        const std::uint64_t hash = word.hash(capital);
        words_[hash >> (64 - word_bits + 6)] |= word_mask(hash);
        set_bit(nexts_, next_slot(hash, next));
    }
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
std::uint64_t NameIndex::mark(std::string_view folded) {
    NameHash hash;
    for (std::size_t k = 0; k < folded.size();) {
        const bool in_word = is_word_byte(folded[k]);
        if (const std::size_t gap = in_word || k == 0 ? 0 : name_separator(folded, k); gap != 0) {
            k += gap;
            continue;
        }
        hash.add(lower_byte(folded[k++]));
        if (k == folded.size() || (static_cast<unsigned char>(folded[k]) & 0xC0U) == 0x80U) continue;
        if (!in_word || !is_word_byte(folded[k])) set_mark(hash.value(), name_goes_on);
    }
    if (is_word_byte(folded[0]))
        mark_words(folded);
    else
        mark_begin(folded);
    set_mark(hash.value(), name_ends);
    return hash.value();
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
    set_mark(hash.value(), name_ends);
    return std::exchange(entry_for(hash.value()).pattern, pattern);
}

}  // namespace hardfacts
