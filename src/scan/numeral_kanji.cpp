// Enters: folded text. Leaves: numerals of digits and kanji, with nested 万, 億, 兆 and the vague 数, 何, 十数.
// Tested in tests/scan/numeral_test.cpp.
#include <string>
#include <utility>

#include "scan/numeral_parts.h"

namespace hardfacts::numeral {

namespace {

enum class Sign { none, digit, small, big, vague };

struct KanjiSign {
    Sign kind = Sign::none;
    int value = 0;  ///< digit: 0..9; small, big: power of ten
};

/// What the three bytes at `at` mean in a numeral.
KanjiSign sign_at(std::string_view text, std::size_t at) {
    if (at + 3 > text.size() || (static_cast<unsigned char>(text[at]) & 0xF0U) != 0xE0U) return {};
    const auto part = [&](std::size_t k) { return static_cast<char32_t>(text[at + k] & 0x3F); };
    switch ((part(0) & 0x0FU) << 12U | part(1) << 6U | part(2)) {
        case U'〇':
        case U'零': return {Sign::digit, 0};
        case U'一': return {Sign::digit, 1};
        case U'二': return {Sign::digit, 2};
        case U'三': return {Sign::digit, 3};
        case U'四': return {Sign::digit, 4};
        case U'五': return {Sign::digit, 5};
        case U'六': return {Sign::digit, 6};
        case U'七': return {Sign::digit, 7};
        case U'八': return {Sign::digit, 8};
        case U'九': return {Sign::digit, 9};
        case U'十': return {Sign::small, 1};
        case U'百': return {Sign::small, 2};
        case U'千': return {Sign::small, 3};
        case U'万': return {Sign::big, 4};
        case U'億': return {Sign::big, 8};
        case U'兆': return {Sign::big, 12};
        case U'京': return {Sign::big, 16};
        case U'数': return {Sign::vague, 0};
        case U'何':
        case U'幾': return {Sign::vague, 1};
        default: return {};
    }
}

/// One reading of the numeral at `at`, the vague sign taken as its least or as its greatest digit.
class Reader {
public:
    Reader(std::string_view text, std::size_t at, bool greatest) : text_(text), at_(at), greatest_(greatest) {}

    void run() {
        while (step()) {
        }
        total_ = total_ + section_ + current_.value_or(Decimal());
    }

    std::string_view text_;
    std::size_t at_;
    bool greatest_;
    Decimal total_, section_;
    std::optional<Decimal> current_;
    std::optional<Digits> literal_;  ///< the first part, where it is of ASCII digits
    int last_small_ = 4, last_big_ = 100, scale_ = 0, kanji_ = 0;
    bool vague_ = false, literal_now_ = false, positional_ = false, only_one_ = false;

private:
    bool step() {
        if (is_digit(byte_at(text_, at_))) return take_literal();
        const KanjiSign sign = sign_at(text_, at_);
        switch (sign.kind) {
            case Sign::digit: return take_digit(sign.value);
            case Sign::small: return take_small(sign.value);
            case Sign::big: return take_big(sign.value, at_ + 3);
            case Sign::vague: return take_vague(sign.value == 1);
            case Sign::none: break;
        }
        if (byte_at(text_, at_) != ' ') return false;
        if (is_digit(byte_at(text_, at_ + 1))) return last_big_ < 100 && goes_on(at_ + 1) && skip_space();
        if (!literal_now_) return false;
        const KanjiSign next = sign_at(text_, at_ + 1);
        return next.kind == Sign::big && next.value <= 12 && !starts_word(at_ + 1) && take_big(next.value, at_ + 4);
    }

    /// 万博, 万能, 兆候: a word, not a scale.
    bool starts_word(std::size_t at) const {
        for (const std::string_view word : {"万博", "万能", "万全", "万一", "兆候", "兆し", "京都", "京阪"}) {
            if (has(text_, at, word)) return true;
        }
        return false;
    }

    bool skip_space() {
        ++at_;
        return take_literal();
    }

    /// `1 兆 2,390 億`, `6 万 9000 円`: the digits behind the space belong to the numeral.
    bool goes_on(std::size_t at) const {
        if (current_ || !section_.is_zero()) return false;
        const Digits digits = read_digits(text_, at);
        if (digits.pointed || digits.integers > 4) return false;
        const std::size_t next = byte_at(text_, digits.end) == ' ' ? digits.end + 1 : digits.end;
        const KanjiSign sign = sign_at(text_, next);
        if (sign.kind == Sign::big) return sign.value < last_big_;
        for (const std::string_view word :
             {"円", "ドル", "ユーロ", "元",           "ウォン",   "人",   "件", "社",   "台",       "個",
              "枚", "基",   "トン",   "メートルトン", "メートル", "キロ", "戸", "世帯", "トークン", "店"}) {
            if (has(text_, next, word)) return true;
        }
        return false;
    }

    bool take_literal() {
        if (current_ || positional_) return false;
        const Digits digits = read_digits(text_, at_);
        if (kanji_ == 0 && !literal_)
            literal_ = digits;
        else if (digits.integers > 4)
            return false;
        current_ = digits.value;
        at_ = digits.end;
        return literal_now_ = true;
    }

    bool take_digit(int value) {
        if (literal_now_ || vague_digit_) return false;
        if (current_) {
            current_ = *current_ * Decimal(10) + Decimal(value);
            positional_ = true;
        } else {
            current_ = Decimal(value);
        }
        only_one_ = kanji_ == 0 && value == 1;
        return advance();
    }

    bool take_small(int power) {
        if (power >= last_small_ || positional_) return false;
        if (literal_now_ && power == 1) return false;
        section_ = section_ + current_.value_or(Decimal(1)).scaled(power);
        last_small_ = power;
        return close(power);
    }

    bool take_big(int power, std::size_t end) {
        if (power >= last_big_) return false;
        const Decimal part = section_ + current_.value_or(Decimal());
        if (part.is_zero()) return false;
        total_ = total_ + part.scaled(power);
        section_ = Decimal();
        last_small_ = 4;
        last_big_ = power;
        close(power);
        at_ = end;
        return true;
    }

    /// 数 stands for 2 to 9, behind 十 and its like for 1 to 9. 何 only before a scale (何百); 何人 asks.
    bool take_vague(bool asks) {
        if (current_ || vague_) return false;
        const std::size_t next = at_ + 3;
        const bool ten = has(text_, next, "10") || has(text_, next, "100") || has(text_, next, "1000");
        const Sign follows = sign_at(text_, next).kind;
        if (asks && follows != Sign::small && follows != Sign::big && !ten) return false;
        const bool units_place = last_small_ == 1;
        vague_ = vague_digit_ = true;
        current_ = Decimal(greatest_ ? 9 : units_place ? 1 : 2);
        if (ten && !units_place) {
            const Digits power = read_digits(text_, next);
            if (power.grouped || power.pointed || power.integers > 4) return advance();
            current_ = *current_ * power.value;
            at_ = power.end;
            return true;
        }
        return advance();
    }

    bool close(int power) {
        current_.reset();
        literal_now_ = positional_ = vague_digit_ = only_one_ = false;
        scale_ = power;
        return advance();
    }

    bool advance() {
        at_ += 3;
        ++kanji_;
        return true;
    }

    bool vague_digit_ = false;
};

}  // namespace

namespace {

/// Digits alone, no numeral sign behind them: nine numerals of ten, read without the Reader.
bool lex_digits_alone(std::string_view text, std::size_t at, std::optional<Numeral>& made) {
    Digits digits = read_digits(text, at);
    std::size_t next = digits.end;
    if (byte_at(text, next) == ' ') ++next;
    if (sign_at(text, next).kind != Sign::none) return false;
    Numeral& out = made.emplace();
    out.span = {at, digits.end};
    out.integers = digits.integers;
    out.grouped = digits.grouped;
    out.pointed = digits.pointed;
    out.magnitude.number = std::move(digits.value);
    return true;
}

}  // namespace

std::optional<Numeral> lex_kanji(std::string_view text, std::size_t at) {
    std::optional<Numeral> made;
    if (is_digit(byte_at(text, at)) && lex_digits_alone(text, at, made)) return made;
    Reader least(text, at, false);
    least.run();
    if (least.at_ == at) return made;
    Numeral& out = made.emplace();
    out.span = {at, least.at_};
    out.scale = least.scale_;
    out.one = least.only_one_;
    if (least.literal_) {
        out.integers = least.literal_->integers;
        out.grouped = least.literal_->grouped;
        out.pointed = least.literal_->pointed;
    }
    if (!least.vague_) {
        out.form = least.literal_ ? NumeralForm::digits : NumeralForm::kanji;
        out.magnitude.number = std::move(least.total_);
        return made;
    }
    Reader greatest(text, at, true);
    greatest.run();
    out.form = NumeralForm::vague;
    out.magnitude.min = std::move(least.total_);
    out.magnitude.max = std::move(greatest.total_);
    return made;
}

}  // namespace hardfacts::numeral
