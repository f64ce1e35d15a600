// Enters: a sentence with its mentions marked, "{company:Alpha}は{FLOPS:40 PFLOPS}の…". Leaves: what scan/ would have
// found in it. A value is marked by its base unit, or by money, percent, ratio, rank.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts::test {

struct Marked {
    Document document;
    Text text;
    Findings findings;
};

inline MentionType type_of(std::string_view mark) {
    for (int k = 0; k <= static_cast<int>(MentionType::date); ++k) {
        if (mark == to_string(static_cast<MentionType>(k))) return static_cast<MentionType>(k);
    }
    return MentionType::quantity;
}

/// About how much "$599" and `3億円` are; what is told in words of scale is a hundred million.
inline Decimal sum_of(std::string_view words) {
    for (const char* scale : {"million", "billion", "億", "兆", "B", "M"}) {
        if (words.find(scale) != words.npos) return Decimal(100'000'000);
    }
    long long sum = 0;
    for (const char c : words.substr(0, words.find('.'))) {
        if (c >= '0' && c <= '9') sum = 10 * sum + (c - '0');
    }
    return Decimal(sum);
}

/// One block a line; a line "# …" is a heading over the lines behind it; "- …" is a list item.
inline Marked marked(std::string_view written) {
    Marked out;
    std::size_t heading = no_block;
    Block block;
    std::vector<Mention> found;
    const auto end_block = [&] {
        block.text.end = out.document.text.size();
        if (!block.text.empty()) {
            block.heading = heading;
            if (block.kind == BlockKind::heading) heading = out.document.blocks.size();
            out.document.blocks.push_back(block);
        }
        out.document.text += '\n';
        block = Block{};
        block.text.begin = out.document.text.size();
    };
    for (std::size_t at = 0; at < written.size(); ++at) {
        const bool starts = out.document.text.size() == block.text.begin;
        if (starts && written.substr(at).starts_with("# ")) {
            block.kind = BlockKind::heading;
            ++at;
        } else if (starts && written.substr(at).starts_with("- ")) {
            block.kind = BlockKind::list_item;
            ++at;
        } else if (written[at] == '\n') {
            end_block();
        } else if (written[at] == '{') {
            const std::size_t colon = written.find(':', at);
            const std::size_t close = written.find('}', colon);
            const std::string_view mark = written.substr(at + 1, colon - at - 1);
            const std::string_view words = written.substr(colon + 1, close - colon - 1);
            Mention mention;
            mention.type = type_of(mark);
            mention.span = {out.document.text.size(), out.document.text.size() + words.size()};
            if (is_entity(mention.type)) {
                mention.entity = mention.name = out.findings.arena.emplace_back(words);
            } else {
                Value value;
                value.magnitude.number = mention.type == MentionType::money ? sum_of(words) : Decimal(100);
                value.unit = value.base_unit = std::string(mark);
                if (mention.type == MentionType::date) value.date_start = "2025-07-01";
                mention.value = std::make_shared<const Value>(std::move(value));
            }
            found.push_back(mention);
            out.document.text += words;
            at = close;
        } else {
            out.document.text += written[at];
        }
    }
    end_block();
    out.document.source = out.document.text;
    out.document.map = OffsetMap::identity(out.document.text.size());
    out.text = fold(out.document);
    out.findings.mentions = std::move(found);
    for (std::size_t k = 0; k < out.text.blocks.size(); ++k) {
        out.findings.sentences.push_back({out.text.blocks[k].span, k});
    }
    return out;
}

}  // namespace hardfacts::test
