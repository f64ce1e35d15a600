#include "scan/name_words.h"

#include <cstdint>
#include <cstring>

#include "knowledge/names_index.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// First bytes of Latin letters with marks, U+00C0 to U+024F.
bool is_marked_latin(char c) { return c >= '\xC3' && c <= '\xC9'; }

constexpr std::uint64_t each(std::uint8_t byte) { return 0x0101010101010101ULL * byte; }

/// True where the eight bytes at `at` are ASCII without a capital: most of English is.
bool nothing_in_eight(const char* at) {
    std::uint64_t eight;
    std::memcpy(&eight, at, sizeof eight);
    if ((eight & each(0x80)) != 0) return false;
    return ((eight + each(0x80 - 'A')) & ~(eight + each(0x80 - 'Z' - 1)) & each(0x80)) == 0;
}

/// How many letters may stand in front of a word's first capital: iFLYTEK, xAI.
constexpr std::size_t small_letters = 2;

class WordFinder {
public:
    WordFinder(std::string_view text, Span block, std::vector<NameWord>& words)
        : text_(text), block_(block), words_(words), first_(words.size()) {}

    void run() {
        for (std::size_t at = block_.begin; at < block_.end;) {
            if (at + 8 <= block_.end && nothing_in_eight(text_.data() + at)) {
                at += 8;
                continue;
            }
            const std::size_t stop = at + 8 < block_.end ? at + 8 : block_.end;
            while (at < stop) at = step(at);
        }
    }

private:
    std::size_t step(std::size_t at) {
        const char c = text_[at];
        if (is_upper(c)) return take_latin(at);
        if (static_cast<unsigned char>(c) < 0xE3) return at + 1;
        if (c == '\xE3') return begins_katakana(at) ? take_run(at, NameScript::katakana) : at + 3;
        if (c <= '\xE9') return take_run(at, NameScript::kanji);
        return at + 1;
    }

    bool begins_katakana(std::size_t at) const {
        const auto second = static_cast<unsigned char>(text_[at + 1]),
                   third = static_cast<unsigned char>(text_[at + 2]);
        return (second == 0x82 && third >= 0xA1) || (second == 0x83 && third != 0xBB);
    }

    std::size_t take_latin(std::size_t at) {
        std::size_t begin = at;
        while (begin > block_.begin && is_word_byte(text_[begin - 1])) --begin;
        std::size_t end = at;
        while (end < block_.end && goes_on(end)) ++end;
        const bool cut = begin > block_.begin && (static_cast<unsigned char>(text_[begin - 1]) & 0xC0U) == 0x80U &&
                         is_latin(decode_before(text_, begin).value);
        if (!cut && at - begin <= small_letters && !is_digit(text_[begin])) add({begin, end}, NameScript::latin);
        return end;
    }

    bool goes_on(std::size_t at) const {
        const char c = text_[at];
        if (is_word_byte(c) || is_marked_latin(c)) return true;
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) return is_marked_latin(text_[at - 1]);
        if ((c != '-' && c != '&') || at + 1 >= block_.end) return false;
        return is_upper(text_[at + 1]) || is_digit(text_[at + 1]);
    }

    std::size_t take_run(std::size_t at, NameScript script) {
        std::size_t end = at;
        while (end < block_.end) {
            const char c = text_[end];
            if (script == NameScript::kanji ? (c < '\xE4' || c > '\xE9' || static_cast<unsigned char>(c) < 0x80)
                                            : (c != '\xE3' || !begins_katakana(end)))
                break;
            end += 3;
        }
        if (end == at) return at + 3;
        add({at, end}, script);
        return end;
    }

    void add(Span span, NameScript script) {
        NameWord word{span, script, false};
        if (words_.size() > first_ && words_.back().script == script) {
            const std::size_t last = words_.back().span.end;
            const std::string_view gap = text_.substr(last, span.begin - last);
            word.joined = script == NameScript::latin ? gap == " " || gap == " & " : gap == "・";
        }
        words_.push_back(word);
    }

    std::string_view text_;
    Span block_;
    std::vector<NameWord>& words_;
    std::size_t first_;
};

}  // namespace

void find_name_words(std::string_view text, Span block, std::vector<NameWord>& words) {
    WordFinder(text, block, words).run();
}

}  // namespace hardfacts
