#include "compose/outline.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace hardfacts {

namespace {

/// Names in a title tell what the document is about more than names in passing.
constexpr std::size_t title_counts = 3;
constexpr std::size_t companies_kept = 3;
constexpr std::size_t things_kept = 2;

}  // namespace

MentionPlaces::MentionPlaces(const Findings& findings) {
    begins_.reserve(findings.mentions.size());
    for (const Mention& mention : findings.mentions) begins_.push_back(mention.span.begin);
}

/// A binary search that moves by arithmetic instead of branches, which could not be foretold.
std::size_t MentionPlaces::first_from(std::size_t offset) const {
    std::size_t first = 0;
    for (std::size_t left = begins_.size(); left > 0;) {
        const std::size_t half = (left + 1) / 2;
        first += begins_[first + half - 1] < offset ? half : 0;
        left -= half;
    }
    return first;
}

Outline::Outline(const Document& document, const Text& text, const Findings& findings)
    : text_(text), mentions_(findings) {
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
    has_title_ = best != nullptr;
    if (best == nullptr && !text.blocks.empty()) best = text.blocks.data();
    // A text without a heading begins with what may be all of it: only its beginning tells what it is about.
    constexpr std::size_t longest = 2000;
    if (best != nullptr) title_ = {best->span.begin, std::min(best->span.end, best->span.begin + longest)};
}

void Outline::count(const Findings& findings) {
    const auto& mentions = findings.mentions;
    std::unordered_map<std::string_view, std::uint32_t> numbers{{{}, no_entity}};
    entity_.assign(mentions.size(), no_entity);
    named_.assign(1, {});
    for (std::size_t k = 0; k < mentions.size(); ++k) {
        if (!is_entity(mentions[k].type)) continue;
        const auto [place, is_new] = numbers.try_emplace(mentions[k].entity, static_cast<std::uint32_t>(named_.size()));
        if (is_new) named_.emplace_back().first = k;
        entity_[k] = place->second;
        ++named_[place->second].times;
    }
    const MentionRange title = mentions_.in(title_);
    for (std::size_t k = title.begin; k < title.end; ++k) {
        if (entity_[k] != no_entity) named_[entity_[k]].in_title = true;
    }
    std::vector<std::size_t> made(named_.size());  // times that what a company makes is named
    for (const Mention& mention : mentions) {
        if (!is_entity(mention.type) || mention.maker.empty()) continue;
        if (const auto maker = numbers.find(mention.maker); maker != numbers.end()) ++made[maker->second];
    }
    std::array<std::vector<Count>, 2> counts;                                     // companies, things
    for (std::size_t number = no_entity + 1; number < named_.size(); ++number) {  // in the order of the text
        const Named& entity = named_[number];
        const MentionType type = mentions[entity.first].type;
        if (type == MentionType::place || type == MentionType::person) continue;
        const bool company = type == MentionType::company;
        counts[company ? 0 : 1].push_back(
            {entity.first, entity.times + (entity.in_title ? title_counts : 0) + (company ? made[number] : 0)});
    }
    add_topics(counts[0], companies_kept);
    add_topics(counts[1], things_kept);
}

void Outline::add_topics(std::vector<Count>& counts, std::size_t kept) {
    std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.times > b.times; });
    for (std::size_t k = 0; k < std::min(kept, counts.size()); ++k) {
        if (counts[k].times < 2) return;
        const std::size_t next = counts.size() > 1 ? counts[1].times : 0;
        const bool dominant = k == 0 && counts[0].times >= 4 && counts[0].times >= 2 * next;
        topics_.push_back({counts[k].mention, k == 0, dominant});
        Named& named = named_[entity_[counts[k].mention]];
        named.most = k == 0;
        named.dominant = dominant;
    }
}

}  // namespace hardfacts
