#include "compose/outline.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

/// Names in a title tell what the document is about more than names in passing.
constexpr std::size_t title_counts = 3;
constexpr std::size_t companies_kept = 3;
constexpr std::size_t things_kept = 2;

}  // namespace

MentionRange mentions_in(const Findings& findings, Span span) {
    const auto& mentions = findings.mentions;
    const auto before = [](const Mention& mention, std::size_t offset) { return mention.span.begin < offset; };
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin, before);
    const auto last = std::lower_bound(first, mentions.end(), span.end, before);
    return {static_cast<std::size_t>(first - mentions.begin()), static_cast<std::size_t>(last - mentions.begin())};
}

Outline::Outline(const Document& document, const Text& text, const Findings& findings) : text_(text) {
    text_block_.assign(document.blocks.size(), no_block);
    for (std::size_t k = 0; k < text.blocks.size(); ++k) text_block_[text.blocks[k].block] = k;
    find_title(document, text);
    count(findings);
}

std::optional<Span> Outline::folded_block(std::size_t block) const {
    const std::size_t index = text_block(block);
    if (index == no_block) return std::nullopt;
    return text_.blocks[index].span;
}

Outline::Named Outline::named(std::string_view entity) const {
    const auto found = named_.find(entity);
    return found == named_.end() ? Named{} : found->second;
}

void Outline::find_title(const Document& document, const Text& text) {
    constexpr std::size_t far = 40;  // a heading behind so many blocks heads a section
    const TextBlock* best = nullptr;
    std::uint8_t level = 0;
    for (std::size_t k = 0; k < std::min(text.blocks.size(), far); ++k) {
        const TextBlock& block = text.blocks[k];
        const Block& source = document.blocks[block.block];
        const bool is_title = document.info.title && block.kind == BlockKind::front_matter &&
                              slice(document.text, source.text) == *document.info.title;
        if (is_title) {
            best = &block;
            break;
        }
        if (block.kind == BlockKind::heading && (best == nullptr || source.level < level)) {
            best = &block;
            level = source.level;
        }
    }
    if (best == nullptr && !text.blocks.empty()) best = text.blocks.data();
    if (best != nullptr) title_ = best->span;
}

void Outline::count(const Findings& findings) {
    for (std::size_t k = 0; k < findings.mentions.size(); ++k) {
        const Mention& mention = findings.mentions[k];
        if (!is_entity(mention.type)) continue;
        const auto [place, is_new] = named_.try_emplace(mention.entity);
        if (is_new) place->second.first = k;
        ++place->second.times;
    }
    const MentionRange title = mentions_in(findings, title_);
    for (std::size_t k = title.begin; k < title.end; ++k) {
        if (is_entity(findings.mentions[k].type)) named_[findings.mentions[k].entity].in_title = true;
    }
    std::unordered_map<std::string_view, std::size_t> made;  // times that what a company makes is named
    for (const Mention& mention : findings.mentions) {
        if (is_entity(mention.type) && !mention.maker.empty()) ++made[mention.maker];
    }
    std::array<std::vector<Count>, 2> counts;  // companies, things
    for (std::size_t k = 0; k < findings.mentions.size(); ++k) {
        const Mention& mention = findings.mentions[k];
        if (!is_entity(mention.type) || mention.type == MentionType::place || mention.type == MentionType::person)
            continue;
        const Named& entity = named_[mention.entity];
        if (entity.first != k) continue;  // in the order of the text: one run, one result
        const bool company = mention.type == MentionType::company;
        const auto owned = company ? made.find(mention.entity) : made.end();
        counts[company ? 0 : 1].push_back(
            {k, entity.times + (entity.in_title ? title_counts : 0) + (owned == made.end() ? 0 : owned->second)});
    }
    add_topics(counts[0], companies_kept);
    add_topics(counts[1], things_kept);
}

void Outline::add_topics(std::vector<Count>& counts, std::size_t kept) {
    std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.times > b.times; });
    for (std::size_t k = 0; k < std::min(kept, counts.size()); ++k) {
        if (counts[k].times < 2) return;
        const std::size_t next = counts.size() > 1 ? counts[1].times : 0;
        topics_.push_back({counts[k].mention, k == 0, k == 0 && counts[0].times >= 4 && counts[0].times >= 2 * next});
    }
}

}  // namespace hardfacts
