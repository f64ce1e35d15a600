#include "compose/subject.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

/// Which types of entity can have an attribute. The first row whose list holds the attribute counts.
struct Bearers {
    std::string_view attributes;  ///< between spaces
    std::array<bool, 6> types;    ///< company, chip, system, product, place, person
};

constexpr std::array<Bearers, 4> bearers = {{
    {" compute memory_capacity memory_bandwidth storage_capacity process_node power energy frequency core_count "
     "transistor_count units energy_efficiency ",
     {false, true, true, false, false, false}},
    {" interconnect_bandwidth throughput latency performance speed accuracy price cost ",
     {false, true, true, true, false, false}},
    {" parameters tokens context_length ", {false, false, false, true, false, false}},
    {" investment funding valuation contract_value acquisition_price revenue profit market_cap subsidy employees "
     "customers market_share stake rank ",
     {true, false, false, false, false, false}},
}};

/// Kinds of chips and products that a figure mentions but does not describe: 80 GB of HBM3, 40 PFLOPS in FP8.
bool is_ingredient(std::string_view kind) {
    constexpr std::array<std::string_view, 8> kinds = {"memory",     "number format", "architecture", "benchmark",
                                                       "technology", "standard",      "cpu-ip",       "gpu-ip"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool can_bear(const Mention& mention, std::string_view attribute) {
    if (!is_entity(mention.type) || is_ingredient(mention.kind)) return false;
    const std::string word = ' ' + std::string(attribute) + ' ';
    for (const Bearers& row : bearers) {
        if (row.attributes.find(word) != row.attributes.npos) return row.types[static_cast<std::size_t>(mention.type)];
    }
    return false;
}

bool followed_by(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
    const std::string_view rest = text.substr(at);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

bool preceded_by(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
    const std::string_view head = text.substr(0, at);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return head.ends_with(word); });
}

/// What the value is measured against is not what it describes.
bool is_baseline(std::string_view text, Span mention) {
    return followed_by(text, mention.end,
                       {"比", "と比", "に比", "より", "の約", "対比", "世代比", " GPUと比", "を上回", "を下回"}) ||
           preceded_by(text, mention.begin,
                       {"than ", "than the ", "compared with ", "compared to ", "versus ", "vs. ", "vs ", "over the ",
                        "relative to ", "対"});
}

/// Who tells a figure, or sets what was expected of it, is not whom it describes.
bool is_source(std::string_view text, Span mention) {
    return followed_by(text, mention.end,
                       {"によると", "によれば", "が報じ", "の調査", "調べ", " estimates", " analysts", " consensus",
                        "'s consensus", " reported that", " data"}) ||
           preceded_by(
               text, mention.begin,
               {"according to ", "According to ", "analysts at ", "compiled by ", "polled by ", "surveyed by "});
}

struct Candidate {
    std::size_t mention;
    int score;
    std::string_view rule;
};

/// How plainly the sentence makes `mention` the subject of `value`.
Candidate weigh(std::size_t index, const Mention& mention, Span value, std::string_view attribute,
                std::string_view text) {
    const bool before = mention.span.end <= value.begin;
    const std::size_t gap = before ? value.begin - mention.span.end
                                   : (mention.span.begin >= value.end ? mention.span.begin - value.end : 0);
    Candidate candidate{index, 60 - static_cast<int>(std::min<std::size_t>(gap, 120) / 2), "binder.sentence.nearest"};
    const bool counted = attribute == "units";
    constexpr std::size_t counted_noun = 14;  // "基もの", " of the ", "台の"
    if (counted && !before && gap <= counted_noun) return {index, 200, "binder.sentence.counted"};
    if (counted && before && followed_by(text, mention.span.end, {"を", "チップを", "GPUを"})) {
        return {index, 150, "binder.sentence.counted"};
    }
    if (before && followed_by(text, mention.span.end,
                              {"は", "が", "では", "チップは", "チップが", " has ", " will ", " delivers ", " offers ",
                               " features ", " packs ", " reported ", " raised ", " posted ", " said ", " plans ",
                               " is ", " comes "})) {
        return {index, candidate.score + 60, "binder.sentence.topic"};
    }
    if (before && followed_by(text, mention.span.end, {"の", "'s "})) candidate.score += 30;
    if (!before) candidate.score -= 20;
    return candidate;
}

/// True where nothing but a few words of the same clause stands between the name and the value behind it.
bool leads_up_to(Span mention, Span value, std::string_view text) {
    constexpr std::size_t few_words = 48;
    return mention.end <= value.begin && value.begin - mention.end <= few_words &&
           count_clause_breaks(text, mention, value) == 0;
}

bool is_bought(const Mention& company, std::string_view text) {
    return followed_by(text, company.span.end, {"を", "社を", "の買収", "買収", "'s acquisition by"}) ||
           preceded_by(text, company.span.begin,
                       {"acquire ", "acquired ", "acquires ", "acquiring ", "acquisition of ", "takeover of ",
                        "buyout of ", "buy ", "bought ", "buys ", "merger with "});
}

/// The share of a blind draw of 140 facts from news of both languages that a careful reader accepted, by rule.
std::string_view confidence_of(std::string_view rule) {
    if (rule == "binder.sentence.counted") return "0.9";
    if (rule == "binder.table") return "0.95";
    if (rule == "binder.sentence.topic") return "0.7";
    return "0.55";  // by place: binder.sentence.nearest, binder.heading
}

/// A second entity this close in score leaves the subject open.
constexpr int margin = 25;

std::optional<Candidate> plainest(const std::vector<Candidate>& candidates, const Findings& findings) {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates) {
        if (best == nullptr || candidate.score > best->score) best = &candidate;
    }
    if (best == nullptr || best->score <= 0) return std::nullopt;
    for (const Candidate& candidate : candidates) {
        const bool same = findings.mentions[candidate.mention].entity == findings.mentions[best->mention].entity;
        if (!same && best->score - candidate.score < margin) return std::nullopt;
    }
    return *best;
}

std::optional<std::size_t> only_bearer(const MentionRange& range, std::string_view attribute,
                                       const Findings& findings) {
    std::optional<std::size_t> found;
    for (std::size_t k = range.begin; k < range.end; ++k) {
        const Mention& mention = findings.mentions[k];
        if (!can_bear(mention, attribute)) continue;
        if (found && findings.mentions[*found].entity != mention.entity) return std::nullopt;
        if (!found) found = k;
    }
    return found;
}

bool holds_bearer(const MentionRange& range, std::string_view attribute, const Findings& findings) {
    for (std::size_t k = range.begin; k < range.end; ++k) {
        if (can_bear(findings.mentions[k], attribute)) return true;
    }
    return false;
}

std::optional<SubjectChoice> from_headings(const SentenceContext& context, std::string_view attribute,
                                           const Findings& findings) {
    const auto row = context.row ? only_bearer(*context.row, attribute, findings) : std::nullopt;
    const auto column = context.column ? only_bearer(*context.column, attribute, findings) : std::nullopt;
    if (row && column) return std::nullopt;
    if (row || column) return SubjectChoice{row ? *row : *column, "binder.table", confidence_of("binder.table"), {}};
    const bool listed = context.block->kind == BlockKind::list_item || context.block->kind == BlockKind::table_cell;
    if (!listed) return std::nullopt;
    for (const MentionRange& range : context.above) {
        if (const auto only = only_bearer(range, attribute, findings)) {
            return SubjectChoice{*only, "binder.heading", confidence_of("binder.heading"), {}};
        }
        if (holds_bearer(range, attribute, findings)) return std::nullopt;  // two could be meant
    }
    return std::nullopt;
}

void add_roles(SubjectChoice& choice, std::string_view attribute, const std::vector<std::size_t>& baselines,
               const SentenceContext& context, const Findings& findings, std::string_view text) {
    for (const std::size_t baseline : baselines) choice.roles.emplace_back("baseline", baseline);
    if (attribute != "units") return;
    std::optional<std::size_t> holder;
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& mention = findings.mentions[k];
        if (mention.type != MentionType::company) continue;
        if (!followed_by(text, mention.span.end, {"は", "が", " will ", " has ", " plans ", " deployed "})) continue;
        if (holder) return;
        holder = k;
    }
    if (holder) choice.roles.emplace_back("holder", *holder);
}

}  // namespace

std::optional<SubjectChoice> choose_subject(std::size_t value, const AttributeChoice& attribute,
                                            const SentenceContext& context, const Findings& findings,
                                            std::string_view text) {
    const Span at = findings.mentions[value].span;
    std::vector<Candidate> candidates;
    std::vector<std::size_t> baselines;
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& mention = findings.mentions[k];
        if (!is_entity(mention.type) || at.contains(mention.span)) continue;
        if (!can_bear(mention, attribute.attribute)) continue;
        if (is_baseline(text, mention.span)) {
            if (attribute.kind == "ratio") baselines.push_back(k);
            continue;
        }
        if (is_source(text, mention.span)) continue;
        candidates.push_back(weigh(k, mention, at, attribute.attribute, text));
    }
    const bool alone = std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return findings.mentions[candidate.mention].entity == findings.mentions[candidates[0].mention].entity;
    });
    std::optional<SubjectChoice> choice;
    const auto best = plainest(candidates, findings);
    const bool by_place = best && best->rule == "binder.sentence.nearest";
    if (best && (!by_place || (alone && leads_up_to(findings.mentions[best->mention].span, at, text)))) {
        choice = SubjectChoice{best->mention, best->rule, confidence_of(best->rule), {}};
    } else if (candidates.empty()) {
        choice = from_headings(context, attribute.attribute, findings);
    }
    // Who supplies whom word order does not tell; what is bought only the words beside it do.
    if (attribute.attribute == "contract_value" && candidates.size() != 1) return std::nullopt;
    if (attribute.attribute == "acquisition_price" && choice && !is_bought(findings.mentions[choice->mention], text)) {
        return std::nullopt;
    }
    if (choice) add_roles(*choice, attribute.attribute, baselines, context, findings, text);
    return choice;
}

}  // namespace hardfacts
