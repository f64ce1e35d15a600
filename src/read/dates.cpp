#include "read/dates.h"

#include <re2/re2.h>

#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

int month_of(std::string_view name) {
    for (std::size_t k = 0; k < months.size(); ++k) {
        bool same = name.size() >= 3;
        for (std::size_t i = 0; same && i < 3; ++i)
            same = (static_cast<unsigned char>(name[i]) | 0x20U) == static_cast<unsigned char>(months[k][i]);
        if (same) return static_cast<int>(k) + 1;
    }
    return 0;
}

bool day_exists(int year, int month, int day) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The time behind a date: `T04:35:52.1Z`, ` 16:39:43 +0900`, ` 22:53`. Empty where there is none or it is not one.
std::string iso_time(std::string_view written) {
    static const RE2 pattern(
        R"([T\s]+(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?\s*(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2}))?\s*)");
    int hour = 0;
    int minute = 0;
    std::string seconds;
    std::string utc;
    std::string zone_hour;
    std::string zone_minute;
    if (!RE2::FullMatch(re2::StringPiece(written.data(), written.size()), pattern, &hour, &minute, &seconds, &utc,
                        &zone_hour, &zone_minute) ||
        hour > 23 || minute > 59) {
        return {};
    }
    std::string out = 'T' + two_digits(hour) + ':' + two_digits(minute) + (seconds.empty() ? ":00" : seconds);
    if (!utc.empty()) out += 'Z';
    if (!zone_hour.empty()) out += zone_hour + ':' + zone_minute;
    return out;
}

std::optional<std::string> written_out(int year, int month, int day, std::string_view rest) {
    if (!day_exists(year, month, day)) return std::nullopt;
    return two_digits(year / 100) + two_digits(year % 100) + '-' + two_digits(month) + '-' + two_digits(day) +
           iso_time(rest);
}

/// False where none of iso_date()'s patterns can fit: these take longer over a title than everything else over a page.
/// A date begins with a number, or with a name that a number or a comma follows.
bool may_be_date(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    std::size_t at = 0;
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_alpha(static_cast<unsigned char>(text[at]))) ++at;
    if (at < text.size() && at > begin && text[at] == ',') return true;
    if (at < text.size() && at > begin && text[at] == '.') ++at;
    while (at < text.size() && at > begin && is_space(text[at])) ++at;
    return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]));
}

}  // namespace

std::optional<std::string> iso_date(std::string_view written) {
    static const RE2 by_number(
        R"(\s*(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?:\s*日)?((?:[T\s].*)?))");
    static const RE2 month_first(
        R"(\s*(?:[A-Za-z]{3,9},\s*)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})((?:\s.*)?))");
    static const RE2 day_first(
        R"(\s*(?:[A-Za-z]{3,9},\s*)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})((?:\s.*)?))");
    if (!may_be_date(written)) return std::nullopt;
    const re2::StringPiece text(written.data(), written.size());
    int year = 0;
    int month = 0;
    int day = 0;
    std::string name;
    std::string rest;
    if (RE2::FullMatch(text, by_number, &year, &month, &day, &rest)) return written_out(year, month, day, rest);
    if (RE2::FullMatch(text, month_first, &name, &day, &year, &rest) ||
        RE2::FullMatch(text, day_first, &day, &name, &year, &rest)) {
        return written_out(year, month_of(name), day, rest);
    }
    return std::nullopt;
}

}  // namespace hardfacts
