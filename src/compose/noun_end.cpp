#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "compose/grammar.h"
#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_japanese(char32_t c) {
    const bool mark = (c > 0x3000 && c <= 0x303F) || c == U'・';
    return is_hiragana(c) || is_katakana(c) || is_han(c) || mark;
}

bool is_letter(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0; }

// The longer first. A character of Japanese is known by its third byte.
constexpr WordList<25> japanese_nouns({"プロセッサー",
                                       "プロセッサ",
                                       "アクセラレータ",
                                       "アーキテクチャ",
                                       "プラットフォーム",
                                       "スーパーコンピュータ",
                                       "サーバー",
                                       "チップ",
                                       "システム",
                                       "シリーズ",
                                       "グループ",
                                       "クラスター",
                                       "クラウド",
                                       "ラック",
                                       "モデル",
                                       "サービス",
                                       "株式",
                                       "事業",
                                       "全体",
                                       "自身",
                                       "社",
                                       "側",
                                       "氏",
                                       "株",
                                       "製"},
                                      2, true);
constexpr WordList<31> english_nouns(
    {"accelerators", "accelerator", "processors", "processor", "architecture", "platform", "systems",      "system",
     "servers",      "server",      "chips",      "chip",      "cards",        "card",     "GPUs",         "GPU",
     "CPUs",         "CPU",         "SoC",        "series",    "family",       "racks",    "rack",         "models",
     "model",        "shares",      "stock",      "Group",     "CEO",          "cluster",  "supercomputer"},
    0, true);

/// Generic nouns that may follow a name without changing what is spoken of.
std::size_t generic_noun(std::string_view text) {
    const std::size_t gap = space_before_japanese(text);
    const std::size_t japanese = japanese_nouns.length_in(text.substr(gap));
    if (japanese != 0) return gap + japanese;
    const std::size_t space = text.starts_with(' ') ? 1 : 0;
    const std::size_t word = english_nouns.length_in(text.substr(space));
    if (word == 0) return 0;
    const std::string_view rest = text.substr(space + word);
    return rest.empty() || !is_letter(rest[0]) ? space + word : 0;
}

/// The length of the quotation mark or emphasis that ends right at the beginning of `text`, 0 if none does.
std::size_t closing_mark(std::string_view text) {
    if (text.starts_with('"')) return 1;
    if (text.starts_with("」") || text.starts_with("』") || text.starts_with("”")) return 3;
    return text.starts_with("**") ? 2 : 0;
}

/// The end of a bracket that opens right at the beginning of `text`; 0 where none does or it does not close nearby.
std::size_t bracket(std::string_view text) {
    constexpr std::size_t longest = 90;
    const bool may_open = text.starts_with('(') || text.starts_with(' ') || text.starts_with("（");
    if (!may_open) return 0;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs = {
        {{"（", "）"}, {"(", ")"}, {" (", ")"}, {" （", "）"}}};
    for (const auto& [open, close] : pairs) {
        if (!text.starts_with(open)) continue;
        const std::size_t end = text.substr(0, longest).find(close);
        if (end != text.npos) return end + close.size();
    }
    return 0;
}

}  // namespace

std::size_t space_before_japanese(std::string_view text) {
    return text.size() > 1 && text[0] == ' ' && is_japanese(decode_at(text, 1).value) ? 1 : 0;
}

std::size_t space_behind_japanese(std::string_view text) {
    if (text.size() < 2 || text.back() != ' ') return 0;
    return is_japanese(decode_before(text, text.size() - 1).value) ? 1 : 0;
}

std::size_t end_of_noun(std::string_view text, Span sentence, Span name) {
    const std::string_view within = text.substr(0, sentence.end);
    std::size_t end = name.end;
    constexpr int most = 3;
    for (int k = 0; k < most; ++k) {
        const std::string_view rest = within.substr(end);
        if (rest.empty()) break;
        std::size_t more = closing_mark(rest);
        if (more == 0) more = generic_noun(rest);
        if (more == 0) more = bracket(rest);
        if (more == 0) break;
        end += more;
    }
    return end + space_before_japanese(within.substr(end));
}

}  // namespace hardfacts
