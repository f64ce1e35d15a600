#include "scan/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "model/bytes16.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest_bracket = 1200;  ///< bytes; what is longer is a passage, and is divided inside too

// Always before something: a name, a number, a reference.
constexpr std::array<std::string_view, 28> leading = {
    "Mr",  "Mrs", "Ms",  "Dr",   "Prof", "St", "vs",  "Fig", "Figs", "approx", "cf",  "Gen", "Sen", "Rep",
    "Gov", "Sgt", "Col", "Capt", "Vol",  "Eq", "Sec", "Ref", "est",  "Est",    "Hon", "Rev", "Mt",  "ca"};
// Before a number only.
constexpr std::array<std::string_view, 19> numbered = {"No",  "Nos", "no",  "Jan", "Feb",  "Mar", "Apr",
                                                       "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
                                                       "Dec", "pp",  "p",   "Art", "Ver"};
// End a sentence only where the next word begins one.
constexpr std::array<std::string_view, 22> closing = {"Inc", "Corp", "Co",   "Ltd",  "LLC",  "plc",  "Bros", "etc",
                                                      "al",  "Jr",   "Sr",   "Ave",  "Blvd", "Dept", "dept", "Pte",
                                                      "Pty", "Ph",   "Intl", "Assn", "Bhd",  "Tech"};
constexpr std::array<std::string_view, 45> starters = {
    "A",      "After",     "All",   "Although", "An",   "And",  "As",  "At",      "Because", "Before", "But", "By",
    "During", "For",       "From",  "He",       "Her",  "His",  "How", "However", "If",      "In",     "It",  "Its",
    "Last",   "Meanwhile", "More",  "No",       "Not",  "Of",   "On",  "Our",     "She",     "Since",  "So",  "That",
    "The",    "Then",      "There", "These",    "They", "This", "We",  "When",    "While"};
// What a single capital letter names, so that a full stop behind it ends the sentence.
constexpr std::array<std::string_view, 8> lettered = {"Series", "Class", "Type", "Plan",
                                                      "Model",  "Phase", "Tier", "Grade"};

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr char32_t ascii(char c) { return static_cast<unsigned char>(c); }

bool is_cjk(char32_t c) { return is_hiragana(c) || is_katakana(c) || is_han(c) || (c >= 0x3000 && c <= 0x303F); }

/// The word that ends at `end`: letters, digits and the full stops inside it.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_ascii_alpha(ascii(text[begin - 1])) || is_ascii_digit(ascii(text[begin - 1])) ||
                         text[begin - 1] == '.')) {
        --begin;
    }
    return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_ascii_alpha(ascii(text[end]))) ++end;
    return text.substr(begin, end - begin);
}

/// True if a sentence can begin at `at`: a capital, a digit, an opening mark, CJK; not a small letter.
bool can_begin(std::string_view text, std::size_t at) {
    const char32_t first = ascii(text[at]);
    if (is_ascii_lower(first)) return at + 1 < text.size() && is_ascii_upper(ascii(text[at + 1]));  // iPhone
    return std::string_view(",;:.!?)]}%&/=+").find(text[at]) == std::string_view::npos;
}

/// Finds the sentence ends of one block. Ends inside brackets are taken back when the bracket closes, so that one
/// that never does has no effect.
class Splitter {
public:
    explicit Splitter(std::string_view text) : all_(text) {}

    /// The places behind sentences, in the block.
    std::vector<std::size_t>& ends_of(Span block) {
        text_ = slice(all_, block);
        readable_ = all_.size() - block.begin;
        ends_.clear();
        brackets_.clear();
        run();
        return ends_;
    }

private:
    void run() {
        for (std::size_t at = next_sign(0); at < text_.size(); at = next_sign(at)) {
            switch (text_[at]) {
                case '.': at = stop(at); break;
                case '(': open(at, '('), ++at; break;
                case ')': close(at, '('), ++at; break;
                case '\xE3': cjk(at), at += 3; break;
                default: at = exclamation(at); break;
            }
        }
    }

    struct Bracket {
        std::size_t at;
        std::size_t ends;  ///< how many ends were found before it
        char kind;
    };

    /// The first place at or behind `at` with a mark that may end or enclose a sentence.
    std::size_t next_sign(std::size_t at) const {
        for (; at < text_.size() && at + sizeof(Bytes16) < readable_; at += sizeof(Bytes16)) {
            const Bytes16 here = load16(text_.data() + at), behind = load16(text_.data() + at + 1);
            const auto signs = (here == '.') | (here == '!') | (here == '?') | ((here | 1) == ')') |
                               ((here == 0xE3) & (behind == 0x80));
            if (const std::size_t first = first_set(signs); first < sizeof(Bytes16)) return at + first;
        }
        while (at < text_.size() && !is_sign(at)) ++at;
        return at;
    }
    bool is_sign(std::size_t at) const {
        switch (text_[at]) {
            case '.':
            case '!':
            case '?':
            case '(':
            case ')': return true;
            case '\xE3': return text_[at + 1] == '\x80';
            default: return false;
        }
    }

    void open(std::size_t at, char kind) { brackets_.push_back({at, ends_.size(), kind}); }

    void close(std::size_t at, char kind) {
        constexpr std::size_t deepest_look = 4;
        for (std::size_t back = 1; back <= std::min(deepest_look, brackets_.size()); ++back) {
            const Bracket& bracket = brackets_[brackets_.size() - back];
            if (bracket.kind != kind) continue;
            const std::size_t last = ends_.empty() ? 0 : ends_.back();
            if (at - bracket.at <= longest_bracket) ends_.resize(std::min(ends_.size(), bracket.ends));
            if (last > at && (ends_.empty() || ends_.back() != last)) ends_.push_back(last);  // `(… more or less.)`
            brackets_.resize(brackets_.size() - back);
            return;
        }
    }

    /// U+300x, U+301x: 。 ends, 「 」 『 』 【 】 are brackets.
    void cjk(std::size_t at) {
        switch (static_cast<unsigned char>(text_[at + 2])) {
            case 0x82: ends_.push_back(behind_closers(at + 3)); break;
            case 0x8C: open(at, 'k'); break;
            case 0x8D: close(at, 'k'); break;
            case 0x8E: open(at, 'w'); break;
            case 0x8F: close(at, 'w'); break;
            case 0x90: open(at, 'l'); break;
            case 0x91: close(at, 'l'); break;
            default: break;
        }
    }

    /// Quotation marks and brackets that close what ends at `at` belong to it.
    std::size_t behind_closers(std::size_t at) const {
        while (at < text_.size()) {
            const std::string_view rest = text_.substr(at);
            if (rest[0] == '"' || rest[0] == '\'') {
                ++at;
            } else if (rest.substr(0, 3) == "\xE2\x80\x9D" || rest.substr(0, 3) == "\xE2\x80\x99") {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    /// Where the next word begins if white space follows `at`; `at` itself if none does.
    std::size_t behind_space(std::size_t at) const {
        while (at < text_.size() && is_space(text_[at])) ++at;
        return at;
    }

    std::size_t stop(std::size_t at) {
        std::size_t after = at + 1;
        while (after < text_.size() && text_[after] == '.') ++after;
        const std::size_t end = behind_closers(after < text_.size() && text_[after] == ')' ? after + 1 : after);
        const std::size_t next = behind_space(end);
        if (next == end || next >= text_.size() || !can_begin(text_, next)) return after;
        if (after - at == 1 && !ends_behind(word_before(text_, at), at, next)) return after;
        ends_.push_back(end);
        return after;
    }

    /// True if a full stop behind `word` is one, not the mark of an abbreviation.
    bool ends_behind(std::string_view word, std::size_t at, std::size_t next) const {
        if (word.empty()) return true;
        const bool digit_next = is_ascii_digit(ascii(text_[next]));
        const bool starts = is_in(starters, word_at(text_, next)) || text_[next] == '"' ||
                            (ascii(text_[next]) >= 0x80 && !is_hiragana(decode_at(text_, next).value));
        if (is_in(leading, word)) return false;
        if (is_in(numbered, word)) return !digit_next;
        if (is_in(closing, word)) return starts;
        if (word.size() == 1 && is_ascii_upper(ascii(word[0]))) return is_in(lettered, word_above(at));
        if (word == "e.g" || word == "i.e") return false;
        if (word.find('.') != std::string_view::npos && is_ascii_alpha(ascii(word.back()))) return starts;
        const bool list_number = is_ascii_digit(ascii(word[0])) && word.size() <= 3 && at == begin_ + word.size();
        return !list_number;
    }

    /// The word before the single letter in front of `at`.
    std::string_view word_above(std::size_t at) const {
        return at >= 2 && text_[at - 2] == ' ' ? word_before(text_, at - 2) : std::string_view{};
    }

    std::size_t exclamation(std::size_t at) {
        std::size_t after = at + 1;
        while (after < text_.size() && (text_[after] == '!' || text_[after] == '?')) ++after;
        const std::size_t end = behind_closers(after);
        if (end >= text_.size()) return after;
        const std::size_t next = behind_space(end);
        const bool behind_cjk =
            at > 0 && !is_ascii_alpha(ascii(text_[at - 1])) && is_cjk(decode_before(text_, at).value);
        if (next == end) {  // no space: as Japanese writes it; but Yahoo!ニュース
            const bool before_cjk = is_cjk(decode_at(text_, end).value);
            const char32_t first = ascii(text_[end]);
            const bool word = before_cjk || is_ascii_alpha(first) || is_ascii_digit(first);
            if ((behind_cjk && word) || (before_cjk && text_[at] == '?')) ends_.push_back(end);
        } else if (next < text_.size() && can_begin(text_, next) && word_before(text_, at) != "Yahoo") {
            ends_.push_back(end);
        }
        return after;
    }

    std::string_view all_;
    std::string_view text_;  ///< the block; behind it the text goes on
    std::size_t readable_ = 0;
    std::vector<std::size_t> ends_;
    std::vector<Bracket> brackets_;
    std::size_t begin_ = 0;  ///< where the text of the block begins
};

void trim(std::string_view text, Span& span) {
    while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
    while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
}

/// What has no end for so long is a list or a page without marks: it is divided behind a comma or space. Every figure
/// of a sentence is weighed against each of its names.
constexpr std::size_t longest_sentence = 2400;

std::size_t piece_end(std::string_view text, Span span) {
    if (span.size() <= longest_sentence) return span.end;
    const std::size_t last = span.begin + longest_sentence;
    for (const std::string_view mark : {", ", "、", " "}) {
        const std::size_t at = text.rfind(mark, last);
        if (at != std::string_view::npos && at > span.begin + longest_sentence / 2) return at + mark.size();
    }
    std::size_t end = last;
    while (!is_lead(text[end])) --end;
    return end;
}

}  // namespace

std::vector<Sentence> find_sentences(const Text& text) {
    std::vector<Sentence> sentences;
    sentences.reserve(text.blocks.size() + text.folded.size() / 128);
    Splitter splitter(text.folded);
    for (std::size_t k = 0; k < text.blocks.size(); ++k) {
        const Span block = text.blocks[k].span;
        std::vector<std::size_t>& ends = splitter.ends_of(block);
        ends.push_back(block.size());
        std::size_t begin = block.begin;
        for (const std::size_t end : ends) {
            Span span{begin, block.begin + end};
            trim(text.folded, span);
            while (!span.empty()) {
                const std::size_t stop = piece_end(text.folded, span);
                sentences.push_back({{span.begin, stop}, k});
                span.begin = stop;
            }
            begin = block.begin + end;
        }
    }
    return sentences;
}

}  // namespace hardfacts
