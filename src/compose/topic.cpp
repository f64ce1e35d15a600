#include "compose/topic.h"

#include <algorithm>
#include <string_view>

#include "compose/grammar.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest_silence = 2;   // sentences
constexpr std::size_t longest_joint = 6;     // bytes between two names of a list: ", and "
constexpr std::size_t longest_opening = 24;  // bytes of an English sentence before its subject: "In December "

/// Behind the bracket, 社 or グループ that may follow a name.
std::string_view behind_name(std::string_view rest) {
    if (rest.starts_with(")")) return {};
    if (rest.starts_with("(")) {
        const std::size_t close = rest.substr(0, 90).find(')');
        if (close == std::string_view::npos) return {};
        rest.remove_prefix(close + 1);
    }
    for (const std::string_view word : {"」", "社", "グループ"}) {
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    }
    return rest.substr(space_before_japanese(rest));
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool Topic::is_subject(const Mention& mention, Span sentence) const {
    const std::string_view folded = text_.folded;
    const std::string_view rest = behind_name(folded.substr(mention.span.end, sentence.end - mention.span.end));
    if (begins_with_any(rest, {"は", "が", "も", "とは", "にとって"})) return true;
    if (mention.span.begin - sentence.begin > longest_opening || !rest.starts_with(" ")) return false;
    return rest.size() > 2 && is_ascii_lower(static_cast<unsigned char>(rest[1])) &&
           !begins_with_any(rest, {" and ", " or ", " to ", " in ", " of ", " at ", " on "});
}

void Topic::enter(const Sentence& sentence) {
    const BlockKind kind = text_.blocks[sentence.block].kind;
    const bool other = sentence.block != block_;
    if (other && (kind == BlockKind::list_item || kind == BlockKind::table_cell)) company_.reset();
    block_ = sentence.block;
}

void Topic::pass(const Sentence& sentence, MentionRange mentions, bool kept) {
    const bool heading = text_.blocks[sentence.block].kind == BlockKind::heading;
    if (heading || (!kept && ++age_ > longest_silence)) company_.reset();
    if (kept) age_ = 0;
    std::optional<std::size_t> subject, only;
    bool several = false, subjects = false;
    for (std::size_t k = mentions.begin; k < mentions.end; ++k) {
        const Mention& mention = findings_.mentions[k];
        if (mention.type != MentionType::company) continue;
        const bool other = only && findings_.mentions[*only].entity != mention.entity;
        const bool joined = other && mention.span.begin <= findings_.mentions[*only].span.end + longest_joint;
        several |= other;
        only = k;
        if (!is_subject(mention, sentence.span)) continue;
        subjects |= joined || (subject && findings_.mentions[*subject].entity != mention.entity);
        subject = k;
    }
    if (subjects) {
        company_.reset();
    } else if (subject) {
        company_ = subject;
        age_ = 0;
    } else if (only && !several && !company_ && !heading) {
        company_ = only;
        age_ = 0;
    }
}

}  // namespace hardfacts
