#include "compose/context.h"

#include <algorithm>

namespace hardfacts {

Contexts::Contexts(const Document& document, const Text& text, const Findings& findings, const AttributeTable& table)
    : document_(document), text_(text), findings_(findings), table_(table) {
    text_block_.assign(document.blocks.size(), no_block);
    for (std::size_t k = 0; k < text.blocks.size(); ++k) text_block_[text.blocks[k].block] = k;
}

MentionRange Contexts::mentions_in(Span span) const {
    const auto& mentions = findings_.mentions;
    const auto before = [](const Mention& mention, std::size_t offset) { return mention.span.begin < offset; };
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin, before);
    const auto last = std::lower_bound(first, mentions.end(), span.end, before);
    return {static_cast<std::size_t>(first - mentions.begin()), static_cast<std::size_t>(last - mentions.begin())};
}

std::optional<Span> Contexts::folded_block(std::size_t block) const {
    if (block == no_block || text_block_[block] == no_block) return std::nullopt;
    return text_.blocks[text_block_[block]].span;
}

void Contexts::add_cues(Span span, bool heading, std::vector<CueInContext>& cues) {
    hits_.clear();
    table_.find(text_.folded, span, hits_);
    const MentionRange mentions = mentions_in(span);
    for (const AttributeTable::Hit& hit : hits_) {
        const bool in_name = std::any_of(
            findings_.mentions.begin() + static_cast<std::ptrdiff_t>(mentions.begin),
            findings_.mentions.begin() + static_cast<std::ptrdiff_t>(mentions.end), [&](const Mention& mention) {
                return is_entity(mention.type) && mention.span.contains(hit.span) && mention.span != hit.span;
            });
        if (!in_name) cues.push_back({hit.cue, hit.span, heading});  // the Core of Core Ultra counts no cores
    }
}

void Contexts::add_above(std::size_t block, std::vector<MentionRange>& above) const {
    constexpr int deepest = 8;
    std::size_t over = document_.blocks[block].lead_in;
    for (int steps = 0; over != no_block && steps < deepest; ++steps, over = document_.blocks[over].lead_in) {
        if (const auto span = folded_block(over)) above.push_back(mentions_in(*span));
    }
    if (const auto section = folded_block(document_.blocks[block].heading)) above.push_back(mentions_in(*section));
}

void Contexts::add_heading_cues(std::size_t block, Span span, std::vector<CueInContext>& cues) {
    const auto [known, is_new] = heading_cues_.try_emplace(block);
    if (is_new) add_cues(span, true, known->second);
    cues.insert(cues.end(), known->second.begin(), known->second.end());
}

SentenceContext Contexts::of(const Sentence& sentence) {
    SentenceContext context;
    context.span = sentence.span;
    context.mentions = mentions_in(sentence.span);
    context.block = &document_.blocks[text_.blocks[sentence.block].block];
    add_cues(sentence.span, false, context.cues);
    context.row_heading = folded_block(context.block->row_heading);
    const auto column = folded_block(context.block->column_heading);
    if (context.row_heading) {
        context.row = mentions_in(*context.row_heading);
        add_heading_cues(context.block->row_heading, *context.row_heading, context.cues);
    }
    if (column) {
        context.column = mentions_in(*column);
        add_heading_cues(context.block->column_heading, *column, context.cues);
    }
    add_above(text_.blocks[sentence.block].block, context.above);
    return context;
}

}  // namespace hardfacts
