#include "scan/dates.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

std::string two(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }
std::string month_text(int year, int month) { return std::to_string(year) + "-" + two(month); }

/// Walks over one date; every take_ moves on only if it takes.
class DateReader {
public:
    DateReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::optional<int> take_number(std::size_t least, std::size_t most, int low, int high) {
        std::size_t end = at_;
        int value = 0;
        while (is_digit(byte_at(text_, end)) && end - at_ < most) value = value * 10 + (text_[end++] - '0');
        if (end - at_ < least || is_digit(byte_at(text_, end)) || value < low || value > high) return std::nullopt;
        at_ = end;
        return value;
    }

    bool take(std::string_view word) {
        if (!has(text_, at_, word)) return false;
        at_ += word.size();
        return true;
    }

    bool take_any(std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(word); });
    }

    bool ends_here() const { return !is_digit(byte_at(text_, at_)) && !is_letter(byte_at(text_, at_)); }

    std::string_view text_;
    std::size_t at_;
};

struct Period {
    std::string start, end;
};

/// `word`, one space before it allowed: 4 月 23 日.
bool take_spaced(DateReader& reader, std::string_view word) {
    const std::size_t start = reader.at_;
    reader.take(" ");
    if (reader.take(word)) return true;
    reader.at_ = start;
    return false;
}

Period year_period(int year) { return {std::to_string(year), std::to_string(year)}; }

/// Months first..last of `year`, counted from 1; past 12 they are of the next year.
Period months(int year, int first, int last) {
    const auto text = [&](int month) {
        return month > 12 ? month_text(year + 1, month - 12) : month_text(year, month);
    };
    return {text(first), text(last)};
}

Period quarter_of(int year, int quarter, bool japanese_fiscal) {
    const int first = (quarter - 1) * 3 + (japanese_fiscal ? 4 : 1);
    return months(year, first, first + 2);
}

std::optional<int> take_quarter_number(DateReader& reader) {
    const std::size_t start = reader.at_;
    if (reader.take("第")) reader.take(" ");
    int quarter = 0;
    if (const auto digit = reader.take_number(1, 1, 1, 4)) {
        quarter = *digit;
    } else {
        constexpr std::array<std::string_view, 4> kanji = {"一", "二", "三", "四"};
        for (std::size_t k = 0; k < kanji.size() && quarter == 0; ++k) {
            if (reader.take(kanji[k])) quarter = static_cast<int>(k) + 1;
        }
    }
    if (quarter != 0 && take_spaced(reader, "四半期")) return quarter;
    reader.at_ = start;
    if (reader.take("Q") || reader.take("q")) {
        if (const auto digit = reader.take_number(1, 1, 1, 4); digit && !is_letter(byte_at(reader.text_, reader.at_))) {
            return digit;
        }
    }
    reader.at_ = start;
    return std::nullopt;
}

/// What may follow 年 or 年度: month and day, quarter, half.
Period take_inside_year(DateReader& reader, int year, bool fiscal) {
    const std::size_t start = reader.at_;
    if (!fiscal) {
        reader.take(" ");
        if (const auto month = reader.take_number(1, 2, 1, 12);
            month && take_spaced(reader, "月") && !reader.take("間")) {
            const std::size_t behind = reader.at_;
            reader.take(" ");
            if (const auto day = reader.take_number(1, 2, 1, 31); day && take_spaced(reader, "日")) {
                const std::string date = month_text(year, *month) + "-" + two(*day);
                return {date, date};
            }
            reader.at_ = behind;
            return months(year, *month, *month);
        }
        reader.at_ = start;
    }
    reader.take("の") || reader.take(" ");
    if (const auto quarter = take_quarter_number(reader)) return quarter_of(year, *quarter, fiscal);
    const int first = fiscal ? 4 : 1;
    if (reader.take_any({"上半期", "上期", "前半", "前期"})) return months(year, first, first + 5);
    if (reader.take_any({"下半期", "下期", "後半", "後期"})) return months(year, first + 6, first + 11);
    reader.at_ = start;
    if (fiscal) return months(year, 4, 15);
    reader.take_any({"末", "初頭", "初め", "春", "夏", "秋", "冬", "中頃", "半ば", "中", "内"});
    return year_period(year);
}

/// 2025年…, 2025年度…, 2020年代.
std::optional<Period> read_year_kanji(DateReader& reader, int year) {
    reader.take(" ");
    if (!reader.take("年")) return std::nullopt;
    if (reader.take("代")) return Period{std::to_string(year), std::to_string(year + 9)};
    if (has(reader.text_, reader.at_, "間")) return std::nullopt;
    const bool fiscal = reader.take("度");
    if (!fiscal && reader.take("3月期")) return months(year - 1, 4, 15);
    return take_inside_year(reader, year, fiscal);
}

std::optional<Period> read_iso(DateReader& reader, int year) {
    const char joint = byte_at(reader.text_, reader.at_);
    if (joint != '-' && joint != '/' && joint != '.') return std::nullopt;
    const std::string_view joint_text = reader.text_.substr(reader.at_, 1);
    reader.at_ += 1;
    const auto month = reader.take_number(1, 2, 1, 12);
    if (!month) return std::nullopt;
    const std::size_t behind = reader.at_;
    if (reader.take(joint_text)) {
        if (const auto day = reader.take_number(1, 2, 1, 31); day && reader.ends_here()) {
            const std::string date = month_text(year, *month) + "-" + two(*day);
            return Period{date, date};
        }
    }
    reader.at_ = behind;
    if (joint == '.' || !reader.ends_here()) return std::nullopt;
    return months(year, *month, *month);
}

/// 2025Q3, 2025 Q3, 2025H1.
std::optional<Period> read_year_quarter(DateReader& reader, int year) {
    reader.take(" ");
    const std::size_t start = reader.at_;
    if (const auto quarter = take_quarter_number(reader)) return quarter_of(year, *quarter, false);
    reader.at_ = start;
    if (!reader.take("H")) return std::nullopt;
    const auto half = reader.take_number(1, 1, 1, 2);
    if (!half || !reader.ends_here()) return std::nullopt;
    return months(year, *half == 1 ? 1 : 7, *half == 1 ? 6 : 12);
}

struct MonthName {
    std::string_view name;
    int month;
};
constexpr MonthName month_names[] = {
    {"January", 1}, {"February", 2}, {"March", 3},     {"April", 4},    {"May", 5},       {"June", 6},
    {"July", 7},    {"August", 8},   {"September", 9}, {"October", 10}, {"November", 11}, {"December", 12},
    {"Jan", 1},     {"Feb", 2},      {"Mar", 3},       {"Apr", 4},      {"Jun", 6},       {"Jul", 7},
    {"Aug", 8},     {"Sept", 9},     {"Sep", 9},       {"Oct", 10},     {"Nov", 11},      {"Dec", 12}};

std::optional<int> take_month_name(DateReader& reader) {
    for (const MonthName& row : month_names) {
        if (!has(reader.text_, reader.at_, row.name)) continue;
        if (is_letter(byte_at(reader.text_, reader.at_ + row.name.size()))) continue;
        reader.at_ += row.name.size();
        reader.take(".");
        return row.month;
    }
    return std::nullopt;
}

/// `, 2025`, ` 2025`, ` of 2025` at the reader.
std::optional<int> take_year_behind(DateReader& reader) {
    const std::size_t start = reader.at_;
    if (reader.take_any({", ", ",", " of ", " '", " "})) {
        if (const auto year = reader.take_number(4, 4, 1900, 2099); year && reader.ends_here()) return year;
    }
    reader.at_ = start;
    return std::nullopt;
}

/// December 5, 2025; Dec. 2025; May 5; not a bare May.
std::optional<Period> read_month_first(DateReader& reader) {
    const auto month = take_month_name(reader);
    if (!month) return std::nullopt;
    const std::size_t behind = reader.at_;
    if (reader.take(" ")) {
        if (const auto day = reader.take_number(1, 2, 1, 31)) {
            reader.take_any({"st", "nd", "rd", "th"});
            const bool letter =
                is_letter(byte_at(reader.text_, reader.at_)) || byte_at(reader.text_, reader.at_) == '%';
            if (!letter) {
                const auto year = take_year_behind(reader);
                if (!year) return Period{};
                const std::string date = month_text(*year, *month) + "-" + two(*day);
                return Period{date, date};
            }
        }
    }
    reader.at_ = behind;
    if (const auto year = take_year_behind(reader)) return months(*year, *month, *month);
    return std::nullopt;
}

/// Four digits, or two where `short_form` allows: FY26.
std::optional<int> take_year(DateReader& reader, bool short_form) {
    if (const auto year = reader.take_number(4, 4, 1900, 2099)) return year;
    if (!short_form) return std::nullopt;
    reader.take("'");
    if (const auto year = reader.take_number(2, 2, 0, 99)) return 2000 + *year;
    return std::nullopt;
}

/// Q3 2025, Q3'25, Q3 FY26, Q3; H1 2025; FY2026 [Q4]; CY2025; fiscal [year] 2026.
std::optional<Period> read_period_first(DateReader& reader) {
    if (const auto quarter = take_quarter_number(reader)) {
        const std::size_t behind = reader.at_;
        reader.take_any({" of ", " "});
        const bool fiscal = reader.take_any({"FY", "fiscal year ", "fiscal ", "FY "});
        if (const auto year = take_year(reader, fiscal || has(reader.text_, reader.at_, "'"));
            year && reader.ends_here()) {
            return fiscal ? year_period(*year) : quarter_of(*year, *quarter, false);
        }
        reader.at_ = behind;
        return Period{};
    }
    const std::size_t start = reader.at_;
    if (reader.take("H")) {
        const auto half = reader.take_number(1, 1, 1, 2);
        reader.take_any({" of ", " "});
        const auto year = half ? take_year(reader, has(reader.text_, reader.at_, "'")) : std::nullopt;
        if (year && reader.ends_here()) return months(*year, *half == 1 ? 1 : 7, *half == 1 ? 6 : 12);
        reader.at_ = start;
        return std::nullopt;
    }
    if (!reader.take_any({"FY ", "FY", "CY", "fiscal year ", "fiscal ", "Fiscal year ", "Fiscal "}))
        return std::nullopt;
    const auto year = take_year(reader, reader.text_[start] != 'f');
    if (!year) return std::nullopt;
    const std::size_t behind = reader.at_;
    reader.take("年度") || reader.take("年");
    reader.take_any({"の", " "});
    if (take_quarter_number(reader)) return year_period(*year);
    reader.at_ = behind;
    if (reader.take("年度")) return year_period(*year);
    if (!reader.ends_here()) return std::nullopt;
    return year_period(*year);
}

/// 令和7年…
std::optional<Period> read_era(DateReader& reader) {
    int first = 0;
    if (reader.take("令和"))
        first = 2018;
    else if (reader.take("平成"))
        first = 1988;
    else if (reader.take("昭和"))
        first = 1925;
    else
        return std::nullopt;
    const auto year = reader.take("元") ? std::optional<int>(1) : reader.take_number(1, 2, 1, 64);
    if (!year) return std::nullopt;
    return read_year_kanji(reader, first + *year);
}

/// 12月5日, 12月, 5日, 3Q25, 1H25, 5 December 2025: dates that begin with one or two digits.
std::optional<Period> read_short(DateReader& reader) {
    const std::size_t start = reader.at_;
    const auto number = reader.take_number(1, 2, 1, 31);
    if (!number) return std::nullopt;
    const std::size_t behind = reader.at_;
    if (*number <= 12 && take_spaced(reader, "月") && !has(reader.text_, reader.at_, "間") &&
        !has(reader.text_, reader.at_, "額")) {
        const std::size_t month_end = reader.at_;
        reader.take(" ");
        if (const auto day = reader.take_number(1, 2, 1, 31); !day || !take_spaced(reader, "日"))
            reader.at_ = month_end;
        if (!reader.take("期")) reader.take_any({"上旬", "中旬", "下旬", "末", "初旬"});
        return Period{};
    }
    reader.at_ = behind;
    if (reader.take("日") && !has(reader.text_, reader.at_, "間") && !has(reader.text_, reader.at_, "分") &&
        !has(reader.text_, reader.at_, "以")) {
        return Period{};
    }
    reader.at_ = behind;
    const bool half = byte_at(reader.text_, behind) == 'H';
    if (behind == start + 1 && *number <= (half ? 2 : 4) && reader.take_any({"Q", "H"})) {
        reader.take_any({"FY", " FY", "'", " "});
        const auto year = take_year(reader, true);
        if (year && reader.ends_here()) {
            if (half) return months(*year, *number == 1 ? 1 : 7, *number == 1 ? 6 : 12);
            return quarter_of(*year, *number, false);
        }
        return std::nullopt;
    }
    reader.at_ = behind;
    reader.take_any({"st", "nd", "rd", "th"});
    reader.take(" of");
    if (!reader.take(" ")) return std::nullopt;
    const auto month = take_month_name(reader);
    if (!month) return std::nullopt;
    const auto year = take_year_behind(reader);
    if (!year) return Period{};
    const std::string date = month_text(*year, *month) + "-" + two(*number);
    return Period{date, date};
}

/// Months, Q, H, FY, CY, fiscal; 令和, 平成, 昭和, 第, 一 to 四.
constexpr numeral::ByteSet first_bytes("JFMASONDQqHCf\xE4\xE5\xE6\xE7");
/// What may stand behind a year (年, 第, 一 to 四), and behind the day or month that a short date begins with (月, 日).
constexpr numeral::ByteSet behind_year(" -/.QqHs\xE5\xE7\xE4");
constexpr numeral::ByteSet behind_short(" QHsnrt\xE6");

}  // namespace

bool may_begin_date(std::string_view text, std::size_t at) {
    if (!is_digit(text[at])) return first_bytes.has(text[at]);
    std::size_t end = at;
    while (is_digit(byte_at(text, end))) ++end;
    const char next = byte_at(text, end);
    if (end - at == 4) return behind_year.has(next);
    return end - at <= 2 && behind_short.has(next);
}

std::optional<DateText> lex_date(std::string_view text, std::size_t at) {
    DateReader reader(text, at);
    const auto done = [&](const std::optional<Period>& period) -> std::optional<DateText> {
        if (!period) return std::nullopt;
        return DateText{{at, reader.at_}, period->start, period->end};
    };
    if (at >= text.size()) return std::nullopt;
    if (!is_digit(text[at])) {
        if (auto period = is_letter(text[at]) ? read_month_first(reader) : read_era(reader)) return done(period);
        reader.at_ = at;
        return done(read_period_first(reader));
    }
    if (const auto year = reader.take_number(4, 4, 1000, 2999)) {
        const std::size_t behind = reader.at_;
        for (const auto read : {read_year_kanji, read_iso, read_year_quarter}) {
            reader.at_ = behind;
            if (const auto period = read(reader, *year)) return done(period);
        }
        reader.at_ = behind;
        if (reader.take("s") && reader.ends_here()) {
            return done(Period{std::to_string(*year), std::to_string(*year + 9)});
        }
        return std::nullopt;
    }
    return done(read_short(reader));
}

std::optional<DateText> lex_year(std::string_view text, std::size_t at) {
    DateReader reader(text, at);
    const auto year = reader.take_number(4, 4, 1900, 2099);
    const char next = byte_at(text, reader.at_);
    if (!year || is_letter(next) || (next == ',' && is_digit(byte_at(text, reader.at_ + 1)))) return std::nullopt;
    if (next == '.' && is_digit(byte_at(text, reader.at_ + 1))) return std::nullopt;
    return DateText{{at, reader.at_}, std::to_string(*year), std::to_string(*year)};
}

}  // namespace hardfacts
