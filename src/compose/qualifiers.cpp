#include "compose/qualifiers.h"

#include <algorithm>
#include <optional>
#include <string>

#include "compose/segments.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool has(const Claim& claim, std::string_view name) {
    return std::any_of(claim.qualifiers.begin(), claim.qualifiers.end(),
                       [&](const auto& qualifier) { return qualifier.first == name; });
}

/// "of the", "accounts for", を占め: words that tell a part of a whole, but not of what.
bool is_particle(std::string_view words) {
    for (const std::string_view verb : {"account", "mak", "made", "represent", "constitut", "compris"}) {
        if (words.starts_with(verb)) return true;
    }
    return words.starts_with("of ") || words.ends_with(" of") || words.starts_with("を") || words.starts_with("が") ||
           words.starts_with("の") || words == "占める" || words == "のうち";
}

/// `SGA比率`: what is in front of the word 比率 says of what.
std::string_view whole_ratio(std::string_view text, Span words) {
    constexpr std::size_t longest = 30;
    std::size_t begin = words.begin;
    while (begin > 0 && words.begin - begin < longest) {
        const auto before = decode_before(text, begin);
        const char32_t c = before.value;
        if (!is_han(c) && !is_katakana(c) && !is_ascii_alpha(c) && c != U'&') break;
        begin -= before.size;
    }
    return slice(text, {begin, words.end});
}

/// "non-GAAP EPS", `調整後EPS`: by which way of counting the figure is told.
std::string_view with_basis(std::string_view text, Span words) {
    std::size_t begin = words.begin;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view basis :
             {"non-GAAP ", "Non-GAAP ", "GAAP ", "adjusted ", "Adjusted ", "diluted ", "Diluted ", "adj ", "Adj ",
              "調整後", "調整済み", "希薄化後", "non-", "Non-"}) {
            if (!text.substr(0, begin).ends_with(basis)) continue;
            begin -= basis.size();
            more = true;
            break;
        }
    }
    return slice(text, {begin, words.end});
}

/// The words that named the attribute say which profit, which revenue it is.
void add_metric(Claim& claim, const AttributeChoice& attribute, const Value& value, std::string_view text) {
    const bool told = attribute.attribute == "profit" || (attribute.attribute == "other_ratio" && value.points) ||
                      attribute.attribute == "other_share" || attribute.attribute == "other_money" ||
                      attribute.attribute == "cost";
    if (!told || attribute.inherited || attribute.cue_span.empty()) return;
    std::string_view words = with_basis(text, attribute.cue_span);
    if (words == "比率" || words == "構成比") words = whole_ratio(text, attribute.cue_span);
    const bool per_share = words == "per share" || words == "a share";
    if (per_share) {
        claim.qualifiers.emplace_back("metric", "earnings per share");
    } else if (!is_particle(words) && words != "比率" && words != "構成比") {
        claim.qualifiers.emplace_back("metric", std::string(words));
    }
}

/// What a model charges for tokens it reads is another price than that for those it writes.
void add_way_of_tokens(Claim& claim, const SentenceContext& context, const Findings& findings, std::string_view text) {
    if (claim.attribute != "price") return;
    const std::string_view sentence = slice(text, context.span);
    if (sentence.find("token") == sentence.npos && sentence.find("トークン") == sentence.npos) return;
    const Span value = findings.mentions[claim.value].span;
    constexpr std::size_t around = 40;
    std::size_t from = std::max(context.span.begin, value.begin - std::min(value.begin, around));
    std::size_t to = std::min(context.span.end, value.end + around);
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {  // up to the next price
        const Mention& other = findings.mentions[k];
        if (other.type != MentionType::money || other.span == value) continue;
        if (other.span.end <= value.begin) from = std::max(from, other.span.end);
        if (other.span.begin >= value.end) to = std::min(to, other.span.begin);
    }
    const std::string_view before = slice(text, {from, value.begin});
    const std::string_view after = slice(text, {value.end, to});
    const auto first_of = [](std::string_view where, std::initializer_list<std::string_view> ways) -> std::string_view {
        for (const std::string_view way : ways) {
            if (where.find(way) != where.npos) return way;
        }
        return {};
    };
    std::string_view way = first_of(before, {"入力", "出力"});
    if (way.empty()) way = first_of(after, {"input", "output"});
    if (way.empty()) way = first_of(before, {"input", "output"});
    if (!way.empty()) claim.qualifiers.emplace_back("metric", std::string(way));
}

/// The part of the business, or the market, that the figure is of.
void add_part(Claim& claim, const AttributeChoice& attribute, const SentenceContext& context, const Findings& findings,
              std::string_view text) {
    const Span value = findings.mentions[claim.value].span;
    if (auto segment = segment_of(value, attribute, context, text)) {
        claim.qualifiers.emplace_back("segment", std::move(*segment));
    }
    if (claim.attribute == "market_size" || claim.attribute == "market_share") {
        if (auto market = market_of(value, context.span, text)) {
            claim.qualifiers.emplace_back("market", std::move(*market));
        }
    }
}

/// A number format named right beside a figure of compute is its precision.
void add_precision(Claim& claim, const SentenceContext& context, const Findings& findings) {
    if (claim.attribute != "compute" && claim.attribute != "performance") return;
    const Span value = findings.mentions[claim.value].span;
    constexpr std::size_t beside = 12;
    std::optional<std::size_t> nearest;
    std::size_t least = beside + 1;
    for (const NameInContext& name : context.names) {
        const Mention& mention = findings.mentions[name.mention];
        if (mention.kind != "number format") continue;
        const bool heading = name.scope == Sign::row_heading || name.scope == Sign::column_heading;
        if (name.scope != Sign::in_sentence && !heading) continue;
        std::size_t gap = 0;
        if (!heading && !value.contains(name.at)) {
            gap = name.at.begin >= value.end ? name.at.begin - value.end
                                             : value.begin - std::min(value.begin, name.at.end);
        }
        if (gap < least) {
            least = gap;
            nearest = name.mention;
        }
    }
    if (nearest) claim.qualifiers.emplace_back("precision", std::string(findings.mentions[*nearest].name));
}

void add_scope(Claim& claim, const SentenceContext& context, const Findings& findings, std::string_view text) {
    const Mention& value = findings.mentions[claim.value];
    constexpr std::size_t around = 24;
    const std::size_t from = std::max(context.span.begin, value.span.begin - std::min(value.span.begin, around));
    const std::string_view before = text.substr(from, value.span.begin - from);
    const std::string_view after = text.substr(value.span.end, std::min(context.span.end - value.span.end, around));
    const auto in = [](std::string_view where, std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return where.find(word) != where.npos; });
    };
    if (in(before, {"合計", "総額", "全体で", "累計", "total of", "a combined", "altogether"})) {
        claim.qualifiers.emplace_back("scope", "total");
    } else if (claim.kind == "share" || claim.kind == "ratio") {
        return;  // a part or a change is none of one of several
    } else if (in(before, {"各", "1基あたり", "当たり", "あたり", "per ", "each "}) ||
               in(after, {" each", " per ", " apiece"})) {
        claim.qualifiers.emplace_back("scope", "per_unit");
    }
}

/// True for a value between the two, or a clause that ends there: the date then belongs to what stands nearer.
bool is_divided(Span date, Span value, const SentenceContext& context, const Findings& findings,
                std::string_view text) {
    if (count_clause_breaks(text, date, value) > 0) return true;
    const Span between = date.end <= value.begin ? Span{date.end, value.begin} : Span{value.end, date.begin};
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& other = findings.mentions[k];
        if (is_entity(other.type) || other.type == MentionType::date || other.type == MentionType::duration) continue;
        if (between.contains(other.span)) return true;
    }
    return false;
}

/// The date that stands beside the value in its own clause; a date that names no year on its own tells too little.
void add_period(Claim& claim, const SentenceContext& context, const Findings& findings, std::string_view text) {
    const Span value = findings.mentions[claim.value].span;
    constexpr std::size_t reach = 60;
    std::size_t least = reach;
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& mention = findings.mentions[k];
        if (mention.type != MentionType::date || mention.value->date_start.empty()) continue;
        if (mention.span.overlaps(value) || is_divided(mention.span, value, context, findings, text)) continue;
        const std::size_t gap =
            mention.span.begin >= value.end ? mention.span.begin - value.end : value.begin - mention.span.end;
        if (gap >= least) continue;
        least = gap;
        claim.period = k;
    }
}

}  // namespace

void add_qualifiers(Claim& claim, const AttributeChoice& attribute, const SentenceContext& context,
                    const Findings& findings, std::string_view text) {
    add_metric(claim, attribute, *findings.mentions[claim.value].value, text);
    add_way_of_tokens(claim, context, findings, text);
    add_part(claim, attribute, context, findings, text);
    add_precision(claim, context, findings);
    if (!has(claim, "scope")) add_scope(claim, context, findings, text);
    add_period(claim, context, findings, text);
    std::sort(claim.qualifiers.begin(), claim.qualifiers.end());
}

}  // namespace hardfacts
