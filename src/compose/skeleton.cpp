#include "compose/skeleton.h"

#include <algorithm>
#include <array>

#include "compose/grammar.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest_bracket = 90;  // bytes

/// The bytes of a mark that `text` ends with and of its partner that `behind` begins with.
struct Quotes {
    std::string_view open, close;
};
constexpr std::array<Quotes, 9> quotes = {{{"「", "」"},
                                           {"『", "』"},
                                           {"“", "”"},
                                           {"\"", "\""},
                                           {"【", "】"},
                                           {"‘", "’"},
                                           {"'", "'"},
                                           {"《", "》"},
                                           {"[[", "]]"}}};

/// `span` with the quotation marks straight around it, inside `limits`.
Span with_quotes(std::string_view folded, Span span, Span limits) {
    const std::string_view before = folded.substr(limits.begin, span.begin - limits.begin);
    const std::string_view behind = folded.substr(span.end, limits.end - span.end);
    for (const Quotes& mark : quotes) {
        if (before.ends_with(mark.open) && behind.starts_with(mark.close)) {
            return {span.begin - mark.open.size(), span.end + mark.close.size()};
        }
    }
    return span;
}

/// The end of the bracket that begins at `at`, or at a space in front of it; `at` where none does.
std::size_t bracket_end(std::string_view folded, std::size_t at, std::size_t limit) {
    std::size_t open = at;
    if (open < limit && folded[open] == ' ') ++open;
    if (open >= limit || folded[open] != '(') return at;
    const std::size_t close = folded.substr(0, std::min(limit, open + longest_bracket)).find_first_of(")(", open + 1);
    return close == std::string_view::npos || folded[close] == '(' ? at : close + 1;
}

/// `Alpha は Beta を`: spaces between Latin letters and Japanese are typography, and belong to the mention.
Span with_spaces(std::string_view folded, Span span, Span limits) {
    const std::string_view before = folded.substr(limits.begin, span.begin - limits.begin);
    const std::string_view behind = folded.substr(span.end, limits.end - span.end);
    return {span.begin - space_behind_japanese(before), span.end + space_before_japanese(behind)};
}

}  // namespace

Skeleton::Skeleton(std::string_view folded, Span sentence, MentionRange mentions, const Findings& findings,
                   const SkeletonCode& code, std::span<const StandIn> stand_ins)
    : folded_(folded), sentence_(sentence), findings_(findings), code_(code) {
    text_.reserve(sentence.size());
    std::size_t at = sentence.begin;
    for (std::size_t k = mentions.begin; k < mentions.end; ++k) {
        const Mention& mention = findings.mentions[k];
        if (mention.span.begin < at || mention.span.end > sentence.end) continue;
        std::size_t next = k + 1;
        while (next < mentions.end && findings.mentions[next].span.begin < mention.span.end) ++next;
        for (; !stand_ins.empty() && stand_ins[0].span.end <= mention.span.begin; stand_ins = stand_ins.subspan(1)) {
            add_stand_in(stand_ins[0], at);
        }
        Span taken = mention.span;
        if (is_entity(mention.type)) {
            taken = with_quotes(folded, taken, {at, sentence.end});
            const std::size_t end = bracket_end(folded, taken.end, sentence.end);
            bool names_more = false;
            for (; next < mentions.end && findings.mentions[next].span.begin < end; ++next) {
                const Mention& inner = findings.mentions[next];
                names_more |= !is_entity(inner.type) || inner.entity != mention.entity || inner.span.end > end;
            }
            if (!names_more) taken.end = end;
        }
        taken = with_spaces(folded, taken, {at, sentence.end});
        add_plain({at, taken.begin});
        places_.push_back({text_.size(), k, taken, mention.span});
        append_utf8(text_, code_.code_of(mention));
        at = taken.end;
    }
    for (const StandIn& stand_in : stand_ins) add_stand_in(stand_in, at);
    add_plain({at, sentence.end});
    characters_ = static_cast<std::size_t>(std::count_if(text_.begin(), text_.end(), is_lead));
}

void Skeleton::add_stand_in(const StandIn& stand_in, std::size_t& at) {
    if (stand_in.span.begin < at) return;  // in the quotation marks or the bracket of a mention
    add_plain({at, stand_in.span.begin});
    places_.push_back({text_.size(), stand_in.mention, stand_in.span, stand_in.span});
    const bool unsaid = stand_in.span.empty();
    append_utf8(text_, unsaid ? topic_code : code_.code_of(findings_.mentions[stand_in.mention]));
    at = stand_in.span.end;
}

/// The source's private-use characters of the first plane are EE 80 80 to EF A3 BF; each becomes escaped_code.
void Skeleton::add_plain(Span span) {
    const std::string_view plain = slice(folded_, span);
    const auto may_be_private = [](char c) { return static_cast<unsigned char>(c) >= 0xEE; };
    std::size_t from = 0;
    for (auto at = std::find_if(plain.begin(), plain.end(), may_be_private); at != plain.end();
         at = std::find_if(at + 1, plain.end(), may_be_private)) {
        const auto offset = static_cast<std::size_t>(at - plain.begin());
        const char32_t c = decode_at(plain, offset).value;
        if (c < 0xE000 || c > 0xF8FF) continue;
        text_ += plain.substr(from, offset - from);
        append_utf8(text_, escaped_code);
        from = offset + code_size;
    }
    text_ += plain.substr(from);
}

std::pair<std::size_t, std::size_t> Skeleton::places_in(Span span) const {
    const auto before = [](const Place& place, std::size_t offset) { return place.at < offset; };
    const auto first = std::lower_bound(places_.begin(), places_.end(), span.begin, before);
    const auto last = std::lower_bound(first, places_.end(), span.end, before);
    return {static_cast<std::size_t>(first - places_.begin()), static_cast<std::size_t>(last - places_.begin())};
}

/// Plain text is as long in the skeleton as in the folded text, so offsets count on from the mention before.
std::size_t Skeleton::folded_offset(std::size_t at, bool end) const {
    const auto behind = std::upper_bound(
        places_.begin(), places_.end(), at,
        [end](std::size_t offset, const Place& place) { return end ? offset <= place.at : offset < place.at; });
    if (behind == places_.begin()) return sentence_.begin + at;
    const Place& place = *std::prev(behind);
    if (!end && at == place.at) return place.shown.begin;
    if (end && at == place.at + code_size) return place.shown.end;
    return place.taken.end + (at - place.at - code_size);
}

Span Skeleton::to_folded(Span span) const { return {folded_offset(span.begin, false), folded_offset(span.end, true)}; }

}  // namespace hardfacts
