#include "compose/table_scales.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "compose/outline.h"

namespace hardfacts {

namespace {

std::string small_letters(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// What a heading says its numbers are told in. The longer first: 百万円 holds 万円.
std::optional<long long> scale_in(std::string_view heading) {
    struct Row {
        std::string_view words;
        long long scale;
    };
    constexpr std::array<Row, 16> rows = {{{"in thousands", 1000},
                                           {"in millions", 1'000'000},
                                           {"in billions", 1'000'000'000},
                                           {"in trillions", 1'000'000'000'000},
                                           {"($k)", 1000},
                                           {"($m)", 1'000'000},
                                           {"($mm)", 1'000'000},
                                           {"($b)", 1'000'000'000},
                                           {"($bn)", 1'000'000'000},
                                           {"十億円", 1'000'000'000},
                                           {"百万円", 1'000'000},
                                           {"百万ドル", 1'000'000},
                                           {"千円", 1000},
                                           {"億円", 100'000'000},
                                           {"億ドル", 100'000'000},
                                           {"兆円", 1'000'000'000'000}}};
    const std::string words = small_letters(heading);
    for (const Row& row : rows) {
        const std::size_t at = words.find(row.words);
        if (at == words.npos) continue;
        const bool of_a_number = at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9';  // 売上高5億円 is a sum
        if (!of_a_number) return row.scale;
    }
    return std::nullopt;
}

/// `$4.2B`, "3 million", `5億円`: the cell says its scale itself.
bool says_its_scale(std::string_view value) {
    const std::string words = small_letters(value);
    if (holds_any(words, {"thousand", "million", "billion", "trillion", "億", "万", "兆", "千"})) return true;
    return !words.empty() && (words.ends_with('k') || words.ends_with('m') || words.ends_with('b') ||
                              words.ends_with('t') || words.ends_with("bn") || words.ends_with("mn"));
}

bool is_of_one_share(std::string_view heading) {
    return holds_any(small_letters(heading), {"per share", "per diluted", "eps", "a share", "1株", "一株", "per unit"});
}

class Scaler {
public:
    Scaler(const Document& document, const Text& text, const Findings& findings)
        : document_(document), text_(text), outline_(document, text, findings) {
        for (std::size_t k = 0; k < document.blocks.size(); ++k) {
            const Block& block = document.blocks[k];
            if (block.kind != BlockKind::table_cell) continue;
            const auto [known, is_new] = tables_.try_emplace(block.table, std::nullopt);
            if (is_new) known->second = before(k);
            constexpr std::uint32_t opening_rows = 2;
            if (!known->second && block.row <= opening_rows && block.column == 0) known->second = scale_in(words(k));
        }
    }

    /// What the sum in that block is told in, if a heading says so.
    std::optional<long long> of(std::size_t block) const {
        const Block& cell = document_.blocks[block];
        for (const std::size_t heading : {cell.column_heading, cell.row_heading}) {
            if (is_of_one_share(words(heading))) return std::nullopt;
        }
        for (const std::size_t heading : {cell.column_heading, cell.row_heading}) {
            if (const auto scale = scale_in(words(heading))) return scale;
        }
        const auto table = tables_.find(cell.table);
        return table == tables_.end() ? std::nullopt : table->second;
    }

private:
    std::string_view words(std::size_t block) const {
        const auto span = outline_.folded_block(block);
        return span ? slice(text_.folded, *span) : std::string_view();
    }

    /// What the two blocks straight before a table say, where they are its title and no text of their own.
    std::optional<long long> before(std::size_t first_cell) const {
        constexpr std::size_t looks_back = 2, longest_title = 120;
        for (std::size_t back = 1; back <= std::min(looks_back, first_cell); ++back) {
            const std::string_view title = words(first_cell - back);
            if (document_.blocks[first_cell - back].kind == BlockKind::table_cell) break;
            if (title.size() > longest_title) break;
            if (const auto scale = scale_in(title)) return scale;
        }
        return std::nullopt;
    }

    const Document& document_;
    const Text& text_;
    Outline outline_;
    std::unordered_map<std::uint32_t, std::optional<long long>> tables_;  ///< by number
};

}  // namespace

void scale_cells(const Document& document, const Text& text, Findings& findings) {
    const bool has_scale =
        std::any_of(text.blocks.begin(), text.blocks.end(),
                    [&](const TextBlock& block) { return block.kind == BlockKind::table_cell; }) &&
        holds_any(text.folded, {"illions", "ILLIONS", "housands", "($", "百万", "億円", "億ドル", "千円", "兆円"});
    if (!has_scale) return;
    const Scaler scaler(document, text, findings);
    std::size_t next = 0;
    for (Mention& mention : findings.mentions) {
        if (mention.type != MentionType::money || says_its_scale(slice(text.folded, mention.span))) continue;
        while (next + 1 < text.blocks.size() && text.blocks[next].span.end <= mention.span.begin) ++next;
        if (text.blocks[next].kind != BlockKind::table_cell) continue;
        const auto scale = scaler.of(text.blocks[next].block);
        if (!scale) continue;
        Value value = *mention.value;
        for (Magnitude* magnitude : {&value.magnitude, &value.base}) {
            for (auto* number : {&magnitude->number, &magnitude->min, &magnitude->max}) {
                if (*number) *number = **number * Decimal(*scale);
            }
        }
        mention.value = std::make_shared<const Value>(std::move(value));
    }
}

}  // namespace hardfacts
