#include "scan/names_joins.h"

#include <algorithm>

#include "knowledge/names_pattern.h"
#include "model/utf8.h"
#include "scan/names_boundaries.h"

namespace hardfacts {

namespace {

/// Longer forms before those they begin with.
constexpr std::string_view forms_behind[] = {
    ", Incorporated", " Incorporated", ", Inc.",    " Inc.",      ", Inc",     " Inc",      " Corporation",
    ", Corp.",        " Corp.",        " Corp",     " Co., Ltd.", " Co., Ltd", " Co. Ltd.", " Co.,Ltd.",
    ", Co., Ltd.",    " Pte. Ltd.",    " Pte Ltd",  " Pvt. Ltd.", " Pvt Ltd",  ", Ltd.",    " Ltd.",
    " Ltd",           " Limited",      ", LLC",     " LLC",       " L.L.C.",   ", L.P.",    " L.P.",
    " Co.",           " PLC",          " plc",      " AG",        " SE",       " N.V.",     " NV",
    " S.A.",          " S.p.A.",       " GmbH",     " K.K.",      " B.V.",     " ASA",      " Oyj",
    " A/S",           "株式会社",      " 株式会社", "(株)",       "㈱",        "合同会社"};
constexpr std::string_view forms_in_front[] = {"株式会社", "株式会社 ", "(株)", "㈱", "合同会社", "有限会社"};

bool ends_at_word(std::string_view text, Span block, std::size_t end) {
    return end >= block.end || !is_word_byte(text[end]) || !is_word_byte(text[end - 1]);
}

bool is_made(MentionType type) {
    return type == MentionType::chip || type == MentionType::system || type == MentionType::product;
}

/// Behind a name and a hyphen these make an adjective of it, and no name of a variant: Blackwell-Powered.
constexpr std::string_view adjectives[] = {"Powered",   "Based",    "Ready",   "Aware",       "Enabled",  "Native",
                                           "Style",     "Class",    "Like",    "Only",        "Driven",   "Compatible",
                                           "Optimized", "Specific", "Focused", "Accelerated", "Equipped", "Capable",
                                           "Centric",   "First",    "Level",   "Generation",  "Series",   "Era"};
/// Behind a product and a space these name a variant of it.
constexpr std::string_view variants[] = {"Pro Max", "Pro", "Plus", "Ultra", "Mini", "Lite", "Max", "Premium"};

/// The most bytes of a maker's or city's name that is looked back for.
constexpr std::size_t longest_front = 64;

bool is_maker_of(const NameTable& names, const NameCandidate& company, const NameCandidate& product) {
    if (company.type != MentionType::company || !is_made(product.type) || product.maker == no_entity) return false;
    return company.entity == product.maker || names.belongs_to(product.maker, company.entity) ||
           names.entity(company.entity).maker == product.maker;
}

/// The one of the two that both together name, or nothing.
const NameCandidate* joined(std::string_view text, const NameTable& names, const NameCandidate& front,
                            const NameCandidate& back) {
    const std::string_view gap = text.substr(front.span.end, back.span.begin - front.span.end);
    const bool seam = gap.empty() && !is_word_byte(text[back.span.begin - 1]);
    if (gap == " " || gap == "\n" || seam) {
        if (is_maker_of(names, front, back)) return &back;
    }
    if (front.type != MentionType::place || back.type != MentionType::place) return nullptr;
    if (gap == ", " && names.lies_in(front.entity, back.entity)) return &front;
    const bool region = gap.empty() && names.lies_in(back.entity, front.entity);
    return region && names.entity(front.entity).country != no_entity ? &back : nullptr;
}

/// The end of what hyphens join to a name: Panther Lake-H, GPT-5.4-Cyber; `end` where nothing does.
std::size_t hyphened_end(std::string_view text, Span block, std::size_t end) {
    std::size_t at = end;
    while (at + 1 < block.end && text[at] == '-' &&
           (is_ascii_upper(static_cast<unsigned char>(text[at + 1])) ||
            is_ascii_digit(static_cast<unsigned char>(text[at + 1])))) {
        std::size_t stop = at + 1;
        while (stop < block.end && (is_word_byte(text[stop]) ||
                                    (text[stop] == '.' && stop + 1 < block.end && is_word_byte(text[stop + 1]))))
            ++stop;
        const std::string_view word = text.substr(at + 1, stop - at - 1);
        if (std::find(std::begin(adjectives), std::end(adjectives), word) != std::end(adjectives)) break;
        at = stop;
    }
    return at;
}

/// A benchmark's number is its score, a format's counts operations: MMLU 91.8, FP64 37 TFLOPS.
constexpr std::string_view unversioned[] = {"benchmark", "number format"};
/// What a version without a point must stand in front of, for most numbers behind names count something.
constexpr std::string_view behind_numbers[] = {
    ")",   "]",   "」",   "』",    "】",    "。",    "|",     "\n",   ":",      ";",      "'s",   "’s",
    "は",  "が",  "を",   "の",    "に",    "と",    "で",    "も",   " が",    " は",    " を",  " の",
    " の", " に", " is ", " are ", " was ", " has ", " can ", " on ", " with ", " will ", " for "};
/// Units of measure and counters: what they follow is no version, points or not.
constexpr std::string_view counters[] = {
    " million", " billion", " trillion", " percent", " times",   " x ",        " points", " inch", " GHz", " MHz",
    " GB",      " TB",      " MB",       " Gb",      " TOPS",    " W ",        " kW",     " mm",   " nm",  " hour",
    " minute",  " second",  " year",     " day",     " token",   " TFLOP",     " PFLOP",  " core", " T ",  " B ",
    " M ",      " tok",     " ms",       " 倍",      " 万",      " 億",        " 兆",     " ドル", " 円",  " %",
    "倍",       "万",       "億",        "兆",       "円",       "年",         "月",      "日",    "時",   "分",
    "秒",       "台",       "基",        "個",       "社",       "人",         "件",      "本",    "枚",   "回",
    "位",       "割",       "点",        "ドル",     "ポイント", "パーセント", "インチ",  "ギガ",  "メガ", "テラ",
    "トークン", "ワット",   "メートル",  "キロ",     "ユーロ",   "ナノ",       "ミリ"};

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view one) { return text.starts_with(one); });
}

/// The end of the version behind a name and a space (Kimi 2.5, Maia 2); `end` where none stands there.
std::size_t version_end(std::string_view text, Span block, std::size_t end, std::string_view kind) {
    if (std::find(std::begin(unversioned), std::end(unversioned), kind) != std::end(unversioned)) return end;
    std::size_t at = end + 1, points = 0;
    const auto digit_at = [&](std::size_t k) {
        return k < block.end && is_ascii_digit(static_cast<unsigned char>(text[k]));
    };
    while (digit_at(at) || (at > end + 1 && at < block.end && text[at] == '.' && digit_at(at + 1))) {
        points += text[at] == '.' ? 1 : 0;
        ++at;
    }
    const std::string_view rest = text.substr(at, block.end - at);
    if (at == end + 1 || at - end > 8 || starts_with_any(rest, counters)) return end;
    if (points == 0) return at - end <= 4 && (rest.empty() || starts_with_any(rest, behind_numbers)) ? at : end;
    const char next = rest.empty() ? ' ' : rest[0];
    return is_word_byte(next) || std::string_view("%-+/~.$'\"").find(next) != std::string_view::npos ? end : at;
}

std::size_t variant_end(std::string_view text, const NameCandidate& name) {
    std::size_t end = hyphened_end(text, name.block, name.span.end);
    if (end != name.span.end || end >= name.block.end || text[end] != ' ') return end;
    if (name.type != MentionType::system) end = version_end(text, name.block, end, name.kind);
    if (name.type != MentionType::product || end >= name.block.end || text[end] != ' ') return end;
    for (const std::string_view word : variants) {
        if (text.substr(end + 1).starts_with(word) && ends_at_word(text, name.block, end + 1 + word.size()))
            return end + 1 + word.size();
    }
    return end;
}

}  // namespace

void add_joined_names(const Text& text, const NameTable& names, std::vector<NameCandidate>& candidates) {
    const std::size_t listed = candidates.size();
    for (std::size_t k = 1; k < listed; ++k) {
        for (std::size_t j = k; j-- > 0;) {
            const NameCandidate& front = candidates[j];
            const NameCandidate& back = candidates[k];
            if (front.block != back.block || front.span.begin + longest_front < back.span.begin) break;
            if (front.span.end > back.span.begin || front.span.end + 2 < back.span.begin) continue;
            const NameCandidate* meant = joined(text.folded, names, front, back);
            if (meant == nullptr || crosses_seam(text.seams, {front.span.begin, back.span.end})) continue;
            NameCandidate both = *meant;
            both.span = {front.span.begin, back.span.end};
            both.ambiguous = false;
            candidates.push_back(both);
        }
    }
    const auto joined_begin = candidates.begin() + static_cast<std::ptrdiff_t>(listed);
    std::sort(joined_begin, candidates.end(), stands_before);
    std::inplace_merge(candidates.begin(), joined_begin, candidates.end(), stands_before);
}

void take_legal_forms(std::string_view text, std::vector<NameCandidate>& chosen) {
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        NameCandidate& name = chosen[k];
        if (name.type != MentionType::company) continue;
        const std::size_t begin = legal_form_begin(text, name.block, name.span);
        const std::size_t end = legal_form_end(text, name.block, name.span);
        if (k == 0 || chosen[k - 1].span.end <= begin) name.span.begin = begin;
        if (k + 1 == chosen.size() || end <= chosen[k + 1].span.begin) name.span.end = end;
    }
}

void take_variants(const Text& all, std::vector<NameCandidate>& chosen, std::deque<std::string>& arena) {
    const std::string_view text = all.folded;
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        NameCandidate& name = chosen[k];
        if (!is_made(name.type) || name.span.end >= name.block.end) continue;
        if (text[name.span.end] != '-' && text[name.span.end] != ' ') continue;
        const std::size_t end = variant_end(text, name);
        if (end == name.span.end || (k + 1 < chosen.size() && chosen[k + 1].span.begin < end)) continue;
        if (crosses_seam(all.seams, {name.span.begin, end})) continue;
        const std::string_view tail = text.substr(name.span.end, end - name.span.end);
        name.id = arena.emplace_back(std::string(name.id) + '-' + slug_of(tail));
        name.name = arena.emplace_back(std::string(name.name) + std::string(tail));
        name.span.end = end;
    }
}

std::size_t legal_form_begin(std::string_view text, Span block, Span name) {
    const std::string_view front = text.substr(block.begin, name.begin - block.begin);
    // The last bytes of the forms.
    if (front.empty() || std::string_view(" )\xBE\xB1").find(front.back()) == std::string_view::npos) return name.begin;
    for (const std::string_view form : forms_in_front) {
        if (front.ends_with(form)) return name.begin - form.size();
    }
    return name.begin;
}

std::size_t legal_form_end(std::string_view text, Span block, Span name) {
    const std::string_view rest = text.substr(name.end, block.end - name.end);
    if (rest.size() < 3) return name.end;
    // The first letters of the Latin forms: most words behind a name begin with another.
    const char first = rest[0] == ',' && rest[1] == ' ' ? rest[2] : rest[0] == ' ' ? rest[1] : ' ';
    const bool latin = std::string_view("ICLPpASNGKBO").find(first) != std::string_view::npos;
    const std::string_view kanji = rest.substr(rest[0] == ' ' || rest[0] == '(' ? 1 : 0, 3);
    const bool japanese = kanji == "株" || kanji == "㈱" || kanji == "合";
    if (!latin && !japanese) return name.end;
    for (const std::string_view form : forms_behind) {
        if (rest.starts_with(form) && ends_at_word(text, block, name.end + form.size())) return name.end + form.size();
    }
    return name.end;
}

}  // namespace hardfacts
