#include "scan/name_words.h"

#include "knowledge/names_index.h"
#include "model/bytes16.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// First bytes of Latin letters with marks, U+00C0 to U+024F.
bool is_marked_latin(char c) { return c >= '\xC3' && c <= '\xC9'; }

/// How many letters may stand in front of a word's first capital: iFLYTEK, xAI.
constexpr std::size_t small_letters = 2;

class WordFinder {
public:
    WordFinder(std::string_view text, Span block, std::vector<NameWord>& words)
        : text_(text), block_(block), words_(words), first_(words.size()) {}

    void run() {
        for (std::size_t at = next_begin(block_.begin); at < block_.end; at = next_begin(at)) {
            if (is_upper(text_[at]))
                at = take_latin(at);
            else
                at = take_run(at, text_[at] == '\xE3' ? NameScript::katakana : NameScript::kanji);
        }
    }

private:
    /// The first capital, katakana or kanji at or behind `at`.
    std::size_t next_begin(std::size_t at) const {
        while (at < block_.end && text_[at] == '\xE3' && !begins_katakana(at)) at += 3;  // hiragana: few in a row
        if (at < block_.end && is_begin(at)) return at;
        for (; at < block_.end && at + sizeof(Bytes16) + 2 < text_.size(); at += sizeof(Bytes16)) {
            const Bytes16 first = load16(text_.data() + at), second = load16(text_.data() + at + 1),
                          third = load16(text_.data() + at + 2);
            const auto katakana =
                (first == 0xE3) & (((second == 0x82) & (third >= 0xA1)) | ((second == 0x83) & (third != 0xBB)));
            const auto begins = (first - 'A' <= 'Z' - 'A') | (first - 0xE4 <= 0xE9 - 0xE4) | katakana;
            if (const std::size_t place = first_set(begins); place < sizeof(Bytes16)) return at + place;
        }
        while (at < block_.end && !is_begin(at)) ++at;
        return at;
    }
    bool is_begin(std::size_t at) const {
        const auto c = static_cast<unsigned char>(text_[at]);
        return is_upper(text_[at]) || (c >= 0xE4 && c <= 0xE9) || (c == 0xE3 && begins_katakana(at));
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
