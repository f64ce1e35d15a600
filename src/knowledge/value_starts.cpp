#include "knowledge/value_starts.h"

#include <bit>
#include <cstring>
#include <string>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hardfacts {

namespace {

/// Words of the numeral and date readers that stand whole.
constexpr std::string_view whole_words[] = {
    "one",      "two",       "three",    "four",     "five",     "six",       "seven",     "eight",     "nine",
    "ten",      "eleven",    "twelve",   "thirteen", "thirty",   "fourteen",  "forty",     "fifteen",   "fifty",
    "sixteen",  "sixty",     "eighteen", "eighty",   "twenty",   "half",      "quarter",   "several",   "few",
    "dozens",   "hundreds",  "millions", "billions", "tens",     "thousands", "trillions", "seventeen", "seventy",
    "nineteen", "ninety",    "january",  "february", "march",    "april",     "may",       "june",      "july",
    "august",   "september", "october",  "november", "december", "jan",       "feb",       "mar",       "apr",
    "jun",      "jul",       "aug",      "sept",     "sep",      "oct",       "nov",       "dec",       "fiscal"};
/// What may follow `a` or `an`.
constexpr std::string_view behind_article[] = {"few",         "half",    "quarter", "hundred",  "thousand",
                                               "million",     "billion", "dozen",   "trillion", "lakh",
                                               "quadrillion", "crore",   "crores",  "lakhs",    "quintillion"};

constexpr std::size_t block = 16;  ///< bytes looked at together
constexpr std::size_t reach = 4;   ///< bytes that judge a word or sign

/// Which of the sixteen bytes at a place are letters or digits, and which may begin a sign that is a number.
struct Masks {
    std::uint32_t words = 0;
    std::uint32_t signs = 0;
};

#if defined(__SSE2__)
/// `lowest` is the lead byte that signs begin with, save 〇. REQUIRES: 17 bytes at `at`.
Masks masks_at(const char* at, unsigned char lowest) {
    const auto all = [](unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
    const auto within = [&](__m128i bytes, unsigned char low, unsigned char high) {
        const __m128i above = _mm_sub_epi8(bytes, all(low));
        return _mm_cmpeq_epi8(_mm_min_epu8(above, all(static_cast<unsigned char>(high - low))), above);
    };
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 1));
    const __m128i letters = within(_mm_or_si128(bytes, all(0x20)), 'a', 'z');
    const __m128i words = _mm_or_si128(letters, within(bytes, '0', '9'));
    const __m128i fractions = _mm_or_si128(_mm_cmpeq_epi8(bytes, all(0xC2)), _mm_cmpeq_epi8(bytes, all(0xE2)));
    const __m128i zero = _mm_and_si128(_mm_cmpeq_epi8(bytes, all(0xE3)), _mm_cmpeq_epi8(next, all(0x80)));
    const __m128i signs = _mm_or_si128(_mm_or_si128(within(bytes, lowest, 0xEF), fractions), zero);
    return {static_cast<std::uint32_t>(_mm_movemask_epi8(words)), static_cast<std::uint32_t>(_mm_movemask_epi8(signs))};
}
#else
Masks masks_at(const char* at, unsigned char lowest) {
    Masks out;
    for (std::size_t k = 0; k < block; ++k) {
        const auto byte = static_cast<unsigned char>(at[k]);
        const auto next = static_cast<unsigned char>(at[k + 1]);
        const bool sign =
            (byte >= lowest && byte <= 0xEF) || byte == 0xC2 || byte == 0xE2 || (byte == 0xE3 && next == 0x80);
        if (ValueStarts::in_word(at[k])) out.words |= 1U << k;
        if (sign) out.signs |= 1U << k;
    }
    return out;
}
#endif

std::uint32_t key_of(const char* four) {
    std::uint32_t key = 0;
    std::memcpy(&key, four, sizeof key);
    return key | 0x20202020U;
}

std::size_t pair_of(const char* two) {
    std::uint16_t pair = 0;
    std::memcpy(&pair, two, sizeof pair);
    return pair;
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
/// The other case of a letter; all else as it is.
unsigned char swapped(unsigned char c) { return is_letter(static_cast<char>(c)) ? c ^ 0x20U : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

ValueStarts::ValueStarts() {
    for (const std::string_view word : whole_words) add_whole(word);
    for (const std::string_view word : behind_article) {
        for (const char* article : {"a ", "a-", "an ", "an-"}) add(std::string(article).append(word));
    }
    for (const char* sign : {"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九",
                             "十", "百", "千", "数", "何", "幾", "令", "平", "昭", "第"}) {
        add(sign);
    }
    for (unsigned second = 0; second < 256; ++second) {
        for (unsigned char digit = '0'; digit <= '9'; ++digit) add_pair(digit, static_cast<unsigned char>(second));
    }
    for (unsigned char digit = '0'; digit <= '9'; ++digit) {
        for (const char letter : {'q', 'h'}) add_pair(static_cast<unsigned char>(letter), digit);
    }
    for (const char letter : {'f', 'c'}) add_pair(static_cast<unsigned char>(letter), 'y');
    for (unsigned char second = 0xBC; second <= 0xBE; ++second) add_pair(0xC2, second);
    add_pair(0xE2, 0x85);
}

/// A word of three letters is judged with the byte that ends it.
void ValueStarts::add_whole(std::string_view word) {
    if (word.size() > 3) return add_key(word);
    for (unsigned c = 0; c < 256; ++c) {
        const bool goes_on = is_letter(word.back()) && is_letter(static_cast<char>(c));
        if (!goes_on) add_key(std::string(word) + static_cast<char>(c));
    }
}

/// Letters in either case.
void ValueStarts::add_pair(unsigned char first, unsigned char second) {
    for (const unsigned char a : {first, swapped(first)}) {
        for (const unsigned char b : {second, swapped(second)}) {
            const char bytes[] = {static_cast<char>(a), static_cast<char>(b)};
            pairs_.set(pair_of(bytes));
        }
    }
}

void ValueStarts::add_key(std::string_view word) {
    add_pair(static_cast<unsigned char>(word[0]), static_cast<unsigned char>(word[1]));
    words_.set(hash_of(key_of(word.data())));
    more_words_.set(other_hash_of(key_of(word.data())));
}

void ValueStarts::add(std::string_view word) {
    const auto byte = [&](std::size_t k) {
        return k < word.size() ? static_cast<unsigned char>(word[k]) : static_cast<unsigned char>(0);
    };
    if (is_letter(word[0])) {
        if (word.size() >= 3) return add_whole(word);
        pairs_.set();
        words_.set();
        more_words_.set();
    } else if (byte(0) >= 0xE3 && byte(0) < 0xF0) {
        add_pair(byte(0), byte(1));
        kana_ = kana_ || (byte(0) == 0xE3 && byte(1) > 0x80);
        signs_.set(((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)) - 0x3000U);
    }
}

std::size_t ValueStarts::find(std::string_view text, std::size_t at, bool inside) const {
    std::uint32_t before = inside ? 1 : 0;
    const unsigned char lowest = kana_ ? 0xE3 : 0xE4;
    for (; at < text.size(); at += block) {
        std::array<char, block + reach> last;
        const char* bytes = text.data() + at;
        if (text.size() - at < last.size()) {
            last.fill('\0');
            bytes = static_cast<char*>(std::memcpy(last.data(), bytes, text.size() - at));
        }
        const Masks masks = masks_at(bytes, lowest);
        std::uint32_t hits = (masks.words & ~(masks.words << 1U | before)) | masks.signs;
        before = masks.words >> (block - 1);
        for (; hits != 0; hits &= hits - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(hits));
            if (pairs_[pair_of(bytes + k)] && begins(bytes + k)) return at + k;
        }
    }
    return text.size();
}

bool ValueStarts::begins(const char* at) const {
    if (static_cast<unsigned char>(*at) >= 0x80) return sign_begins(at);
    if (is_digit(*at)) return true;
    const std::uint32_t key = key_of(at);
    if (words_[hash_of(key)] && more_words_[other_hash_of(key)]) return true;
    const char first = static_cast<char>(*at | 0x20);
    if (is_digit(at[1])) return (first == 'q' || first == 'h') && !in_word(at[2]);
    return (at[1] | 0x20) == 'y' && (first == 'f' || first == 'c') && !is_letter(at[2]);
}

bool ValueStarts::sign_begins(const char* at) const {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(at[k])); };
    if (byte(0) == 0xC2) return byte(1) >= 0xBC && byte(1) <= 0xBE;
    if (byte(0) == 0xE2) return byte(1) == 0x85;
    return signs_[((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)) - 0x3000U];
}

}  // namespace hardfacts
