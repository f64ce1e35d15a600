// Enters: folded text. Leaves: numerals of English words (twenty-five, half a million, tens of thousands) and the
// scale words behind digits. Tested in tests/scan/numeral_test.cpp.
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

#include "model/utf8.h"
#include "scan/numeral_parts.h"

namespace hardfacts::numeral {

namespace {

enum class WordKind { none, small, tens, hundred, scale, dozen, article, half, quarter, several, few, vague, tens_of };

struct WordRow {
    std::string_view word;
    WordKind kind;
    int value;  ///< small, tens: the number; scale, vague: the power of ten
};

/// In the order of their first letters.
constexpr WordRow word_rows[] = {
    {"a", WordKind::article, 1},
    {"an", WordKind::article, 1},
    {"billion", WordKind::scale, 9},
    {"billions", WordKind::vague, 9},
    {"crore", WordKind::scale, 7},
    {"crores", WordKind::scale, 7},
    {"dozen", WordKind::dozen, 12},
    {"dozens", WordKind::vague, -1},
    {"eight", WordKind::small, 8},
    {"eighteen", WordKind::small, 18},
    {"eighty", WordKind::tens, 80},
    {"eleven", WordKind::small, 11},
    {"few", WordKind::few, 0},
    {"fifteen", WordKind::small, 15},
    {"fifty", WordKind::tens, 50},
    {"five", WordKind::small, 5},
    {"forty", WordKind::tens, 40},
    {"four", WordKind::small, 4},
    {"fourteen", WordKind::small, 14},
    {"half", WordKind::half, 0},
    {"hundred", WordKind::hundred, 2},
    {"hundreds", WordKind::vague, 2},
    {"lakh", WordKind::scale, 5},
    {"lakhs", WordKind::scale, 5},
    {"million", WordKind::scale, 6},
    {"millions", WordKind::vague, 6},
    {"nine", WordKind::small, 9},
    {"nineteen", WordKind::small, 19},
    {"ninety", WordKind::tens, 90},
    {"one", WordKind::small, 1},
    {"quadrillion", WordKind::scale, 15},
    {"quarter", WordKind::quarter, 0},
    {"quintillion", WordKind::scale, 18},
    {"seven", WordKind::small, 7},
    {"seventeen", WordKind::small, 17},
    {"seventy", WordKind::tens, 70},
    {"several", WordKind::several, 0},
    {"six", WordKind::small, 6},
    {"sixteen", WordKind::small, 16},
    {"sixty", WordKind::tens, 60},
    {"ten", WordKind::small, 10},
    {"tens", WordKind::tens_of, 1},
    {"thirteen", WordKind::small, 13},
    {"thirty", WordKind::tens, 30},
    {"thousand", WordKind::scale, 3},
    {"thousands", WordKind::vague, 3},
    {"three", WordKind::small, 3},
    {"trillion", WordKind::scale, 12},
    {"trillions", WordKind::vague, 12},
    {"twelve", WordKind::small, 12},
    {"twenty", WordKind::tens, 20},
    {"two", WordKind::small, 2},
};

struct Word {
    WordKind kind = WordKind::none;
    int value = 0;
    std::size_t end = 0;
};

/// Where the words that begin with each letter begin in `word_rows`.
constexpr auto rows_of_letter = [] {
    std::array<std::uint8_t, 27> begin{};
    std::uint8_t row = 0;
    for (std::uint8_t letter = 0; letter < begin.size(); ++letter) {
        while (row < std::size(word_rows) && word_rows[row].word[0] < 'a' + letter) ++row;
        begin[letter] = row;
    }
    return begin;
}();

/// The numeral word at `at`, whole.
Word word_at(std::string_view text, std::size_t at) {
    if (!is_letter(byte_at(text, at))) return {};
    const auto letter = static_cast<std::size_t>((text[at] | 0x20) - 'a');
    if (rows_of_letter[letter] == rows_of_letter[letter + 1]) return {};
    std::array<char, 12> lower{};
    std::size_t size = 0;
    while (is_letter(byte_at(text, at + size))) {
        if (size == lower.size()) return {};
        lower[size] = static_cast<char>(text[at + size] | 0x20);
        ++size;
    }
    const std::string_view word(lower.data(), size);
    for (std::size_t row = rows_of_letter[letter]; row < rows_of_letter[letter + 1]; ++row) {
        if (word_rows[row].word != word) continue;
        if (is_digit(byte_at(text, at + size))) return {};
        return {word_rows[row].kind, word_rows[row].value, at + size};
    }
    return {};
}

/// The place behind one space or hyphen at `at`, or `at` itself where there is none.
std::size_t skip_joint(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    return c == ' ' || c == '-' ? at + 1 : at;
}

Word next_word(std::string_view text, std::size_t end) {
    const std::size_t at = skip_joint(text, end);
    return at == end ? Word{} : word_at(text, at);
}

/// Sums words as they come: one hundred and fifty thousand.
class Sum {
public:
    explicit Sum(std::string_view text) : text_(text) {}

    bool take(const Word& word) {
        switch (word.kind) {
            case WordKind::small:
                if (part_ % 10 != 0 || (word.value >= 10 && part_ % 100 != 0) || closed_) return false;
                part_ += word.value;
                closed_ = word.value >= 10;
                break;
            case WordKind::tens:
                if (part_ % 100 != 0 || closed_) return false;
                part_ += word.value;
                break;
            case WordKind::hundred:
                if (part_ == 0 || part_ >= 100) return false;
                part_ *= 100;
                closed_ = false;
                scale_ = 2;
                break;
            case WordKind::scale:
                if (part_ == 0 || word.value >= last_) return false;
                total_ = total_ + Decimal(part_).scaled(word.value);
                last_ = scale_ = word.value;
                part_ = 0;
                closed_ = false;
                break;
            default: return false;
        }
        end_ = word.end;
        return true;
    }

    /// Takes words from `end_` on as long as they fit; ` and ` joins only behind hundred or a scale.
    void run() {
        for (;;) {
            Word word = next_word(text_, end_);
            if (word.kind == WordKind::none && scale_ > 0 && has(text_, end_, " and ")) {
                word = word_at(text_, end_ + 5);
                const bool low = word.kind == WordKind::small || word.kind == WordKind::tens;
                if (!low || (scale_ != 2 && scale_ != 3)) return;
            }
            if (!take(word)) return;
        }
    }

    Decimal value() const { return total_ + Decimal(part_); }

    std::string_view text_;
    Decimal total_;
    long long part_ = 0;
    int last_ = 100, scale_ = 0;
    std::size_t end_ = 0;
    bool closed_ = false;
};

Numeral vague(std::size_t at, std::size_t end, Decimal min, Decimal max, int scale) {
    Numeral out;
    out.span = {at, end};
    out.form = NumeralForm::vague;
    out.magnitude.min = std::move(min);
    out.magnitude.max = std::move(max);
    out.scale = scale;
    return out;
}

/// ` of thousands` behind `end`: the power of ten, and moves `end`.
int of_scale(std::string_view text, std::size_t& end) {
    if (!has(text, end, " of ")) return 0;
    const Word word = word_at(text, end + 4);
    if (word.kind != WordKind::vague || word.value < 2) return 0;
    end = word.end;
    return word.value;
}

/// several [hundred] [thousand], a few hundred, hundreds [of thousands], tens of millions, dozens.
std::optional<Numeral> lex_vague(std::string_view text, std::size_t at, const Word& first) {
    std::size_t end = first.end;
    if (first.kind == WordKind::several || first.kind == WordKind::few) {
        int power = 0;
        for (Word word = next_word(text, end); word.kind == WordKind::hundred || word.kind == WordKind::scale;
             word = next_word(text, end)) {
            power += word.value;
            end = word.end;
        }
        if (first.kind == WordKind::few && power == 0) return std::nullopt;
        return vague(at, end, Decimal(2).scaled(power), Decimal(9).scaled(power), power);
    }
    if (first.kind == WordKind::vague && first.value < 0) {
        const int power = of_scale(text, end);
        return vague(at, end, Decimal(24).scaled(power), Decimal(99).scaled(power), power);
    }
    const int power = of_scale(text, end);
    if (first.kind == WordKind::tens_of && power == 0 && !has(text, end, " of ")) return std::nullopt;
    return vague(at, end, Decimal(2).scaled(first.value + power), Decimal(9).scaled(first.value + power),
                 first.value + power);
}

/// half a million, half million, quarter million, half a dozen, a quarter of a billion.
std::optional<Numeral> lex_half(std::string_view text, std::size_t at, const Word& first) {
    Word word = next_word(text, first.end);
    if (word.kind == WordKind::article) word = next_word(text, word.end);
    if (word.kind != WordKind::scale && word.kind != WordKind::dozen) return std::nullopt;
    Numeral out;
    out.span = {at, word.end};
    out.form = NumeralForm::words;
    const Decimal part = *Decimal::parse(first.kind == WordKind::half ? "0.5" : "0.25");
    out.scale = word.kind == WordKind::scale ? word.value : 0;
    out.magnitude.number = word.kind == WordKind::scale ? part.scaled(word.value) : Decimal(6);
    if (word.kind == WordKind::dozen && first.kind != WordKind::half) return std::nullopt;
    return out;
}

/// ` and a half`, ` and half`, `-and-a-half` behind the words of a whole number.
void take_and_half(std::string_view text, Numeral& numeral) {
    for (const std::string_view tail : {" and a half", " and half", "-and-a-half"}) {
        const std::size_t end = numeral.span.end + tail.size();
        if (!has(text, numeral.span.end, tail) || is_letter(byte_at(text, end))) continue;
        numeral.magnitude.number = *numeral.magnitude.number + *Decimal::parse("0.5");
        numeral.span.end = end;
        numeral.one = false;
        return;
    }
}

/// -third, -quarters, -fifth behind one, two, three: two-thirds.
void take_parts(std::string_view text, Numeral& numeral) {
    struct Row {
        std::string_view form;
        int bottom;
    };
    static constexpr Row rows[] = {{"thirds", 3}, {"third", 3},   {"quarters", 4}, {"quarter", 4}, {"fifths", 5},
                                   {"fifth", 5},  {"tenths", 10}, {"tenth", 10},   {"half", 2},    {"halves", 2}};
    const std::size_t at = skip_joint(text, numeral.span.end);
    if (at == numeral.span.end || *numeral.magnitude.number > Decimal(9)) return;
    for (const Row& row : rows) {
        const std::size_t end = at + row.form.size();
        if (!has(text, at, row.form) || is_letter(byte_at(text, end))) continue;
        const bool plural = row.form.back() == 's';
        if (plural == numeral.one || (!plural && byte_at(text, numeral.span.end) != '-')) continue;
        numeral.magnitude.number = divided(*numeral.magnitude.number, row.bottom);
        numeral.span.end = end;
        numeral.fraction = true;
        numeral.one = false;
        return;
    }
}

}  // namespace

std::optional<Numeral> lex_words(std::string_view text, std::size_t at) {
    const Word first = word_at(text, at);
    switch (first.kind) {
        case WordKind::none:
        case WordKind::hundred:
        case WordKind::scale:
        case WordKind::dozen: return std::nullopt;
        case WordKind::several:
        case WordKind::few:
        case WordKind::vague:
        case WordKind::tens_of: return lex_vague(text, at, first);
        case WordKind::half:
        case WordKind::quarter: return lex_half(text, at, first);
        default: break;
    }
    Word second = first.kind == WordKind::article ? next_word(text, first.end) : Word{};
    if (first.kind == WordKind::article) {
        const std::size_t gap = first.end;
        if (second.kind == WordKind::few || second.kind == WordKind::half || second.kind == WordKind::quarter) {
            auto inner = second.kind == WordKind::few ? lex_vague(text, gap + 1, second) : std::nullopt;
            if (inner) inner->span.begin = at;
            return inner;
        }
        const bool scale = second.kind == WordKind::hundred || second.kind == WordKind::scale;
        if (!scale && second.kind != WordKind::dozen) return std::nullopt;
    }
    Numeral out;
    out.form = NumeralForm::words;
    Sum sum(text);
    sum.take({WordKind::small, first.value, first.end});
    if (first.kind == WordKind::tens) {
        sum = Sum(text);
        sum.take(first);
    }
    sum.run();
    out.span = {at, sum.end_};
    out.scale = sum.scale_;
    out.magnitude.number = sum.value();
    out.one = first.kind == WordKind::small && first.value == 1 && sum.end_ == first.end;
    if (const Word dozen = next_word(text, sum.end_); dozen.kind == WordKind::dozen && sum.scale_ == 0) {
        out.magnitude.number = *out.magnitude.number * Decimal(12);
        out.span.end = dozen.end;
        out.one = false;
        return out;
    }
    take_parts(text, out);
    if (!out.fraction) take_and_half(text, out);
    take_scale_words(text, out);
    return out;
}

void take_scale_words(std::string_view text, Numeral& numeral) {
    for (int taken = 0; taken < 2; ++taken) {
        std::size_t at = numeral.span.end;
        const char joint = byte_at(text, at);
        if (joint == ' ' || joint == '-') ++at;
        static constexpr ByteSet first_letters("tmbhlcqTMBHLCQ");
        if (!first_letters.has(byte_at(text, at))) return;
        const Word word = word_at(text, at);
        const bool hundred = word.kind == WordKind::hundred && numeral.scale == 0;
        const bool lakh_crore = word.value == 7 && numeral.scale == 5;
        if (!hundred && (word.kind != WordKind::scale || (numeral.scale > 3 && !lakh_crore))) return;
        if (numeral.form == NumeralForm::kanji) return;
        for (auto* part : {&numeral.magnitude.number, &numeral.magnitude.min, &numeral.magnitude.max}) {
            if (*part) *part = (*part)->scaled(word.value);
        }
        numeral.scale = word.kind == WordKind::hundred ? 2 : word.value;
        numeral.span.end = word.end;
        numeral.one = false;
    }
}

}  // namespace hardfacts::numeral
