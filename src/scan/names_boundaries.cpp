#include "scan/names_boundaries.h"

#include <algorithm>
#include <span>

#include "knowledge/names_index.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr char32_t nothing = 0;

/// ASCII stands beside most names, and needs no decoding.
char32_t before(std::string_view text, Span block, std::size_t at) {
    if (at <= block.begin) return nothing;
    const auto last = static_cast<unsigned char>(text[at - 1]);
    return last < 0x80 ? last : decode_before(text, at).value;
}
char32_t after(std::string_view text, Span block, std::size_t at) {
    if (at >= block.end) return nothing;
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? first : decode_at(text, at).value;
}

bool is_word(char32_t c) { return is_latin(c) || is_ascii_digit(c) || c == U'_'; }
bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
bool one_of(std::u32string_view set, char32_t c) { return c != nothing && set.find(c) != std::u32string_view::npos; }
bool is_company_like(MentionType type) { return type == MentionType::company || type == MentionType::person; }
bool is_hardware(MentionType type) { return type == MentionType::chip || type == MentionType::system; }

/// The ASCII letters and digits that end at `end`.
std::string_view word_before(std::string_view text, Span block, std::size_t end) {
    std::size_t begin = end;
    while (begin > block.begin && is_word_byte(text[begin - 1])) --begin;
    return text.substr(begin, end - begin);
}

/// A word joined to the name by a hyphen in front: `non-NVIDIA`, `US-China` name it, `AS-H100`, `T-Mobile` do not.
bool hyphen_before_parts(std::string_view word, MentionType type) {
    if (word.empty()) return true;
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::all_of(word.begin(), word.end(), lower)) return word.size() > 1;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::any_of(word.begin(), word.end(), digit)) return false;
    return type == MentionType::place ? word.size() > 1 : !is_hardware(type) && word.size() > 2;
}

bool latin_begin(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t left = before(text, block, name.begin);
    if (is_word(left)) return false;
    if (left == nothing || left >= 0x80) return true;
    const char32_t far = before(text, block, name.begin - 1);
    switch (left) {
        case U'-': return hyphen_before_parts(word_before(text, block, name.begin - 1), type);
        case U'\'':
        case U'&': return !is_word(far);
        case U'.':
        case U',': return !is_ascii_digit(far) || !is_ascii_digit(static_cast<unsigned char>(text[name.begin]));
        case U'$': return !is_ascii_digit(static_cast<unsigned char>(text[name.begin]));
        default: return true;
    }
}

bool latin_end(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t right = after(text, block, name.end);
    if (is_word(right)) return false;
    if (right == nothing || right >= 0x80) return true;
    const char32_t far = after(text, block, name.end + 1);
    switch (right) {
        case U'-': return is_company_like(type) || type == MentionType::place || !is_ascii_digit(far);
        case U'&': return !is_word(far);
        case U'+': return is_word(far);
        case U'.': return !is_ascii_digit(far) || !is_ascii_digit(static_cast<unsigned char>(text[name.end - 1]));
        default: return true;
    }
}

/// 東日本, 新大阪, 国立清華大学: one kanji in front makes another name of it.
bool kanji_begin(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t left = before(text, block, name.begin);
    if (!is_han(left)) return true;
    const std::size_t size = name.size();
    if (size <= 3) return false;  // one kanji
    if (one_of(U"東西南北新全大小奥上下立私菱井友", left)) return false;
    if (type == MentionType::place || size >= 12) return true;
    return one_of(U"米英独仏中韓日台旧元前現新同対両各年月末来今社", left);
}

/// What makes another word of a place's name: 日本語, 東京大学, 日本製鉄.
constexpr std::string_view place_continued[] = {"語",       "大学",   "銀行", "新聞", "放送", "証券", "生命", "電力",
                                                "電気",     "電機",   "電産", "重工", "製鉄", "製鋼", "製作", "製紙",
                                                "製薬",     "製油",   "通",   "湾",   "海",   "駅",   "酒造", "円",
                                                "株式会社", "自動車", "鉄道", "航空", "人"};
constexpr std::string_view place_not_continued[] = {"人口", "人材", "大手", "航空会社", "航空機"};
/// The kanji that stand behind any company's or person's name: NAME社, NAME製, NAME傘下, NAME会長.
constexpr std::u32string_view behind_names =
    U"社製系側版株等内外発向傘陣幹会総副元主独自両以単本各全公関出子提支経参予所調事目今前後現最既利在時氏様殿博教";

/// The titles that stand behind persons' names and begin with none of those.
constexpr std::string_view behind_persons[] = {
    "首相", "大統領", "大臣",   "議員", "議長", "知事",   "外相", "財務", "経産", "防衛",  "官房", "国務",
    "商務", "長官",   "政権",   "内閣", "党首", "取締役", "代表", "理事", "委員", "准教",  "名誉", "研究員",
    "監督", "監査",   "執行役", "市長", "院長", "学長",   "所長", "部長", "局長", "編集長"};

bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// 日経平均, 日立市, 東京大学: kanji behind continue the word, unless they are of the kind that stands behind any name.
bool kanji_end(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t right = after(text, block, name.end);
    if (!is_han(right)) return true;
    if (type == MentionType::place) {
        const std::string_view rest = text.substr(name.end, block.end - name.end);
        return !starts_with_any(rest, place_continued) || starts_with_any(rest, place_not_continued);
    }
    if (!is_company_like(type)) return true;
    if (name.size() <= 3) return false;
    return one_of(behind_names, right) ||
           (type == MentionType::person &&
            starts_with_any(text.substr(name.end, block.end - name.end), behind_persons));
}

bool hiragana_particle(char32_t c) { return one_of(U"はがをにのとでもやへかなよりまら", c); }

/// Keeps the first and the last letter of the name from standing inside a longer word of its own script.
bool begins_word(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t first = after(text, name, name.begin);
    const char32_t left = before(text, block, name.begin);
    if (is_latin(first) || is_ascii_digit(first)) return latin_begin(text, block, name, type);
    if (is_katakana(first)) return !is_katakana(left);
    if (is_han(first)) return kanji_begin(text, block, name, type);
    if (is_hiragana(first)) return !is_hiragana(left) || hiragana_particle(left);
    if (is_hangul(first)) return !is_hangul(left);
    return true;
}

bool ends_word(std::string_view text, Span block, Span name, MentionType type) {
    const char32_t last = before(text, name, name.end);
    const char32_t right = after(text, block, name.end);
    if (is_latin(last) || is_ascii_digit(last)) return latin_end(text, block, name, type);
    if (is_katakana(last)) return !is_katakana(right);
    if (is_han(last)) return kanji_end(text, block, name, type);
    if (is_hiragana(last)) return !is_hiragana(right) || hiragana_particle(right);
    return true;
}

bool is_address_byte(char c) {
    return c > ' ' && c < 0x7F && std::string_view("\"'<>()[]{},;|").find(c) == std::string_view::npos;
}

/// The longest an address is followed back.
constexpr std::size_t longest_address = 512;

/// What stands in front of the name without a break.
std::string_view address_before(std::string_view text, Span block, std::size_t end) {
    std::size_t begin = end;
    const std::size_t stop = std::max(block.begin, end > longest_address ? end - longest_address : 0);
    while (begin > stop && is_address_byte(text[begin - 1])) --begin;
    return text.substr(begin, end - begin);
}

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// `.com` behind `meta`, `.pdf` behind `Intel-report`: a dot and a lower-case word.
bool domain_or_file_behind(std::string_view text, Span block, std::size_t end) {
    if (end < block.end && text[end] == '-') {
        while (end < block.end && (is_word_byte(text[end]) || text[end] == '-')) ++end;
    }
    return end + 1 < block.end && text[end] == '.' && is_lower_or_digit(text[end + 1]) &&
           !(text[end + 1] >= '0' && text[end + 1] <= '9');
}

}  // namespace

bool is_whole_word(std::string_view text, Span block, Span name, MentionType type) {
    return begins_word(text, block, name, type) && ends_word(text, block, name, type);
}

bool crosses_seam(const std::vector<std::size_t>& seams, Span name) {
    const auto seam = std::upper_bound(seams.begin(), seams.end(), name.begin);
    return seam != seams.end() && *seam < name.end;
}

bool stands_in_address(std::string_view text, Span block, Span name) {
    const char left = name.begin > block.begin ? text[name.begin - 1] : ' ';
    const char right = name.end < block.end ? text[name.end] : ' ';
    if (left == '@' || left == '#' || right == '@') return true;
    if ((right == '.' || right == '-') && domain_or_file_behind(text, block, name.end)) return true;
    if (std::string_view("/.=&?%:\\~-+").find(left) == std::string_view::npos) return false;
    const std::string_view front = address_before(text, block, name.begin);
    if (front.find("://") != std::string_view::npos || front.starts_with("www.")) return true;
    if (left == '.')
        return front.size() > 1 && is_word_byte(front[front.size() - 2]) && is_lower_or_digit(text[name.begin]);
    if (left != '/' && left != '\\') return false;
    const std::size_t slash = front.find_first_of("/\\");
    const std::size_t dot = front.find('.');
    return slash == 0 || dot < slash || front[0] == '~';
}

bool follows_initial(std::string_view text, Span block, std::size_t begin) {
    return begin >= block.begin + 3 && text.substr(begin - 2, 2) == ". " &&
           is_ascii_upper(static_cast<unsigned char>(text[begin - 3])) &&
           (begin == block.begin + 3 || !is_word_byte(text[begin - 4]));
}

bool ends_in_initial(std::string_view text, Span name) {
    return name.size() > 2 && name.end < text.size() && text[name.end] == '.' && text[name.end - 2] == ' ' &&
           is_ascii_upper(static_cast<unsigned char>(text[name.end - 1]));
}

}  // namespace hardfacts
