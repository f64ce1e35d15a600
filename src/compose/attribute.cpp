#include "compose/attribute.h"

#include <algorithm>
#include <array>

#include "compose/company_parts.h"
#include "compose/sums.h"
#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// Beyond this many bytes a cue speaks of something else; measured on news sentences of both languages.
constexpr std::size_t reach = 90;
/// What is counted stands beside the number: a farther noun names another thing.
constexpr std::size_t reach_of_count = 30;
/// A clause break between cue and value costs as much as this many bytes.
constexpr std::size_t clause_cost = 30;
/// What follows behind a comma begins the next thing said.
constexpr std::size_t next_clause_cost = 80;
/// A cue that stands nearer to another value of the same type speaks of that one first.
constexpr int rival_cost = 200;
/// A cue that touches another value belongs to it: `184億ドルの評価額で1億ドル`, "at a $2.8 billion valuation".
constexpr int owner_cost = 450;
constexpr std::size_t touching = 4;
/// The score a cue needs to settle an attribute.
constexpr int settles = 300;
/// What a heading over the section or the list says holds less than what stands in the sentence.
constexpr int above_share = 60;
constexpr int far_share = 45;

std::size_t distance(Span a, Span b) {
    if (a.overlaps(b)) return 0;
    return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

bool on_its_side(const CueInContext& hit, Span value) {
    if (hit.cue->side == CueSide::near || hit.place != CuePlace::sentence) return true;
    return hit.cue->side == CueSide::before ? hit.span.end <= value.begin : hit.span.begin >= value.begin;
}

int cost_of_rivals(Span cue, const AttributeQuestion& asked, std::size_t own_distance) {
    int cost = 0;
    for (const Mention& other : asked.sentence) {
        if (&other == &asked.value || other.type != asked.value.type) continue;
        const std::size_t bytes = distance(cue, other.span);
        if (bytes >= own_distance) continue;
        const bool owned = other.span.end <= cue.begin && bytes <= touching && asked.value.span.begin >= cue.end;
        cost = std::max(cost, owned ? owner_cost : rival_cost);
    }
    return cost;
}

/// Weight in hundreds, less the way to the value; 0 where the cue is out of reach.
int score(const CueInContext& hit, const AttributeQuestion& asked) {
    const Span value = asked.value.span;
    if (!on_its_side(hit, value)) return 0;
    if (hit.place == CuePlace::heading) return hit.cue->weight * 100;
    if (hit.place == CuePlace::above) return hit.cue->weight * above_share;
    if (hit.place == CuePlace::far) return hit.cue->weight * far_share;
    const std::size_t bytes = distance(hit.span, value);
    const std::size_t cost = hit.span.begin >= value.end ? next_clause_cost : clause_cost;
    const std::size_t way = bytes + cost * count_clause_breaks(asked.text, hit.span, value);
    if (way > (asked.measure == "count" ? reach_of_count : reach)) return 0;
    return hit.cue->weight * 100 - static_cast<int>(way) * 5 - cost_of_rivals(hit.span, asked, bytes);
}

struct Best {
    const CueInContext* hit = nullptr;
    int score = 0;
};

template <typename Accept>
Best best_cue(const AttributeQuestion& asked, Accept&& accept) {
    Best best;
    for (const CueInContext& hit : asked.cues) {
        if (!accept(hit)) continue;
        const int points = score(hit, asked);
        if (points > best.score) best = {&hit, points};
    }
    return best;
}

bool is_here(const CueInContext& hit) { return hit.place == CuePlace::sentence || hit.place == CuePlace::heading; }

std::string_view sign_of(const AttributeQuestion& asked) {
    const std::string_view number = slice(asked.text, asked.value.span);
    const std::string_view before = asked.text.substr(0, asked.value.span.begin);
    if (number.starts_with('+') || before.ends_with('+')) return "up";
    for (const std::string_view minus : {"-", "−", "▲", "△"}) {
        if (number.starts_with(minus)) return "down";
    }
    return {};
}

/// `$2.4B(9.4%)`: what part of a sum it is.
bool is_bracketed_part(std::string_view before, std::string_view after) {
    if (!after.starts_with(")") && !after.starts_with("）")) return false;
    for (const std::string_view bracket : {"(", "（"}) {
        if (!before.ends_with(bracket)) continue;
        before.remove_suffix(bracket.size());
        const char last = before.empty() ? ' ' : before.back();
        return (last >= '0' && last <= '9') || last == 'M' || last == 'B' || before.ends_with("円") ||
               before.ends_with("億") || before.ends_with("兆") || before.ends_with("ドル");
    }
    return false;
}

/// `78.3%から低下`, "decreased to 48%", `35%→28%`: a level that was or is reached, not the change.
bool is_level(const AttributeQuestion& asked) {
    const std::string_view after = asked.text.substr(asked.value.span.end);
    const std::string_view before = asked.text.substr(0, asked.value.span.begin);
    if (before.ends_with("up to ")) return false;
    if (after.starts_with("→") || before.ends_with("→") || after.starts_with(" → ") || before.ends_with(" → ") ||
        is_bracketed_part(before, after)) {
        return true;
    }
    for (const std::string_view word :
         {"から",       "に上昇",     "に低下",   "に改善",   "に達",     "に増",   "に減",   "に跳ね", "に拡大",
          "に引き上げ", "に引き下げ", "に下が",   "に上が",   "に回復",   "へ上昇", "へ低下", "へ拡大", "まで上昇",
          "まで低下",   "まで下落",   "まで伸び", "まで拡大", "まで回復", "に下落", "に縮小", "を下回", "を上回",
          "を超え",     "を切り",     "で安定",   "で推移",   "を維持",   "を記録"}) {
        if (after.starts_with(word)) return true;
    }
    return before.ends_with(" to ") || before.ends_with(" from ");
}

/// "half", "one-third": of a whole, unless a word beside it tells of what it is a multiple: "half the cost of".
bool is_part(const Mention& value) {
    return value.type == MentionType::ratio && value.value->magnitude.number &&
           *value.value->magnitude.number < Decimal(1);
}

bool changes_something(const AttributeQuestion& asked) {
    const std::uint8_t change = AttributeTable::measure_id("change");
    const Best best = best_cue(asked, [&](const CueInContext& hit) {
        return hit.cue->sort == CueSort::attribute && hit.cue->measure_id == change && is_here(hit);
    });
    return best.score >= settles;
}

/// The direction of a change; empty for a share. A percentage is a change with a cue right beside it, with a sign, or
/// where it is compared with another time; a multiple goes up unless a cue says otherwise.
std::string_view direction_of(const AttributeQuestion& asked, std::string_view measure) {
    const std::uint8_t id = AttributeTable::measure_id(measure);
    const Best best = best_cue(asked, [&](const CueInContext& hit) {
        return hit.cue->sort == CueSort::direction && hit.cue->measure_id == id;
    });
    constexpr std::size_t beside = 24;
    const bool close = best.hit != nullptr && is_here(*best.hit) &&
                       (best.hit->place == CuePlace::heading || distance(best.hit->span, asked.value.span) <= beside);
    const std::string_view sign = sign_of(asked);
    if (measure == "percent" && sign.empty() && !asked.value.value->points && is_level(asked)) return {};
    if (close) {
        const bool compared = best.hit->cue->attribute == "change";
        if (!compared) return best.hit->cue->attribute;
        return sign.empty() ? std::string_view("up") : sign;
    }
    if (!sign.empty()) return sign;
    if (is_part(asked.value)) return changes_something(asked) ? "down" : "";
    return measure == "ratio" || asked.value.value->points ? "up" : "";
}

/// The word nearest the percentage that plainly names a share: 営業利益率, "market share".
Best best_share(const AttributeQuestion& asked) {
    constexpr int plain = 8;
    const std::uint8_t percent = AttributeTable::measure_id("percent");
    return best_cue(asked, [&](const CueInContext& hit) {
        return hit.cue->sort == CueSort::attribute && hit.cue->measure_id == percent && hit.cue->weight >= plain &&
               hit.cue->kind == "share";
    });
}

/// `YoY-17.4%`, "-3% QoQ": compared with another time right beside it.
bool touches_comparison(const AttributeQuestion& asked) {
    return std::any_of(asked.cues.begin(), asked.cues.end(), [&](const CueInContext& hit) {
        return hit.cue->sort == CueSort::direction && hit.cue->attribute == "change" && is_here(hit) &&
               distance(hit.span, asked.value.span) <= touching;
    });
}

/// "2.5 billion prompts": the value itself says what it counts, and no cue knows it.
bool names_counted(const AttributeQuestion& asked) {
    const std::string_view number = slice(asked.text, asked.value.span);
    const std::size_t space = number.rfind(' ');
    const std::string_view noun = space == number.npos ? std::string_view() : number.substr(space + 1);
    constexpr std::size_t shortest = 4;
    const bool word =
        noun.size() >= shortest && std::all_of(noun.begin(), noun.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!word) return false;
    constexpr std::array<std::string_view, 12> scales = {"million",   "billion",   "trillion", "thousand",
                                                         "hundred",   "dozen",     "millions", "billions",
                                                         "trillions", "thousands", "hundreds", "dozens"};
    if (std::find(scales.begin(), scales.end(), noun) != scales.end()) return false;
    return true;
}

/// 基, 台, 社: one character that counts, where it stands with the number (and not in 基盤).
bool is_counter(std::string_view text, const CueInContext& hit) {
    constexpr std::size_t one_character = 3;
    return hit.place == CuePlace::sentence && hit.span.size() == one_character &&
           static_cast<unsigned char>(text[hit.span.begin]) >= 0x80;
}

/// `44社`, `470ページ`: its counter says that it counts no hardware.
bool counts_no_hardware(const AttributeQuestion& asked) {
    constexpr std::array<std::string_view, 18> counters = {"社",   "人",   "名",     "校",   "件",   "回",
                                                           "冊",   "問",   "か国",   "カ国", "ヶ国", "言語",
                                                           "都市", "店舗", "ページ", "項目", "種類", "分野"};
    const std::string_view number = slice(asked.text, asked.value.span);
    return std::any_of(counters.begin(), counters.end(), [&](std::string_view word) { return number.ends_with(word); });
}

/// Values counted right before a chip or a system count units of it: `144個のTrainium3`, `130K MI355X`.
bool counts_hardware(const AttributeQuestion& asked) {
    constexpr std::size_t between = 14;  // "基もの", " of the ", "台の"
    return std::any_of(asked.sentence.begin(), asked.sentence.end(), [&](const Mention& other) {
        const bool hardware = other.type == MentionType::chip || other.type == MentionType::system;
        if (!hardware || other.span.begin < asked.value.span.begin) return false;
        if (asked.value.span.contains(other.span)) return true;
        if (other.span.begin < asked.value.span.end) return false;
        const Span gap{asked.value.span.end, other.span.begin};
        return gap.size() <= between && count_clause_breaks(asked.text, asked.value.span, other.span) == 0 &&
               slice(asked.text, gap).find_first_of(".:;|/(") == std::string_view::npos;
    });
}

/// "six chips", "seven virtual GPUs", `6チップ`: so few without a name are models, or parts of what is told of.
bool counts_parts(const AttributeQuestion& asked) {
    const Magnitude& magnitude = asked.value.value->magnitude;
    constexpr int handful = 10;
    const Decimal* most = magnitude.number ? &*magnitude.number : magnitude.max ? &*magnitude.max : nullptr;
    if (most == nullptr || *most >= Decimal(handful)) return false;
    const std::string_view number = slice(asked.text, asked.value.span);
    const bool in_words = is_ascii_alpha(static_cast<unsigned char>(number.front()));
    return in_words || number.ends_with("チップ") || asked.text.substr(asked.value.span.end).starts_with("チップ");
}

constexpr int surely_no_price = 750;

/// "an 80GB H100", "16GB RTX 5060": gigabytes right in front of a chip are its memory.
bool is_memory_of_chip(const AttributeQuestion& asked) {
    return std::any_of(asked.sentence.begin(), asked.sentence.end(), [&](const Mention& other) {
        return other.type == MentionType::chip && other.span.begin == asked.value.span.end + 1 &&
               asked.text[asked.value.span.end] == ' ';
    });
}

/// A percentage of change changes what the money beside it tells.
std::optional<AttributeChoice> changed_money(const AttributeQuestion& asked, std::string_view direction) {
    if (asked.money_before == nullptr) return std::nullopt;
    for (const std::string_view attribute : {"revenue", "profit", "price", "cost", "market_size"}) {
        if (asked.money_before->attribute == attribute) {
            return AttributeChoice{"ratio", asked.money_before->attribute, direction, nullptr, {}, true};
        }
    }
    return std::nullopt;
}

AttributeChoice chosen(const AttributeCue& cue, std::string_view direction, Span span) {
    return {cue.kind, cue.attribute, cue.kind == "ratio" ? direction : std::string_view(), &cue, span, false};
}

}  // namespace

std::optional<AttributeChoice> choose_attribute(const AttributeQuestion& question, const AttributeTable& table) {
    const std::string_view measure = question.measure;
    if (measure.empty()) return std::nullopt;
    std::string_view asked = measure;
    std::string_view direction;
    const bool counted = measure == "count" && counts_hardware(question);
    if (measure == "percent" || measure == "ratio") {
        direction = direction_of(question, measure);
        if (!direction.empty())
            asked = "change";
        else if (measure == "ratio")
            asked = "percent";
        const std::uint8_t percent_id = AttributeTable::measure_id("percent");
        const bool level = measure == "percent" && !question.value.value->points && !touches_comparison(question);
        if (level) {  // a margin of -3 % is a share of the sales
            const Best share = best_share(question);
            const Best change = best_cue(question, [&](const CueInContext& hit) {
                return hit.cue->sort == CueSort::direction && hit.cue->measure_id == percent_id &&
                       hit.cue->attribute != "change";
            });
            if (share.score >= settles && share.score > change.score) asked = measure;
        }
    }
    if (asked == "change" && question.value.value->points) {  // a margin that moves by points is no profit that grows
        AttributeChoice change{"ratio", "other_ratio", direction, nullptr, {}, false};
        if (const Best share = best_share(question); share.score >= settles && share.hit->cue->attribute != "stake") {
            change.cue = share.hit->cue;
            change.cue_span = share.hit->span;
        }
        return change;
    }
    if (measure == "money" && is_change_of_sum(question.value, question.text)) {
        return AttributeChoice{"money", "other_money", {}, nullptr, {}, false, false, true};
    }
    const std::uint8_t asked_id = AttributeTable::measure_id(asked);
    const bool no_price = measure == "money" && is_huge(question.value);
    const bool small = measure == "money" && is_small(question.value);
    const bool says_what = measure == "count" && names_counted(question);
    const bool no_hardware = measure == "count" && counts_no_hardware(question);
    const auto speaks = [&](const CueInContext& hit) {
        if (hit.cue->attribute == "process_node" && question.value.value->unit != "nm") return false;
        if (says_what && !hit.span.overlaps(question.value.span)) return false;
        if (measure == "count" && is_counter(question.text, hit) && distance(hit.span, question.value.span) > 0) {
            return false;
        }
        constexpr int plain_price = 7;  // "market price", "list price"
        if (no_price && hit.cue->weight < plain_price && hit.cue->attribute == "price") return false;
        if (no_hardware && hit.cue->attribute == "units") return false;
        if (small && is_for_large_sums(hit.cue->attribute)) return false;
        return hit.cue->sort == CueSort::attribute && hit.cue->measure_id == asked_id;
    };
    const Best here = best_cue(question, [&](const CueInContext& hit) { return is_here(hit) && speaks(hit); });
    constexpr int surely_no_hardware = 500;
    const bool by_hardware =
        counted && !(here.hit != nullptr && here.score >= surely_no_hardware && here.hit->cue->attribute != "units");
    if (by_hardware) return AttributeChoice{"count", "units", {}, nullptr, {}, false};
    if (measure == "money" && here.score < surely_no_price && is_rate(question.value)) {
        return AttributeChoice{"money", "price", {}, nullptr, {}, false};
    }
    if (measure == "money" && here.score < surely_no_price && !no_price && prices_what_follows(question)) {
        return AttributeChoice{"money", "price", {}, nullptr, {}, false};
    }
    if (measure == "length" && question.value.value->unit == "nm" && here.score < settles) {
        return AttributeChoice{"spec", "process_node", {}, nullptr, {}, false};
    }
    if (here.hit != nullptr && here.score >= settles) {
        AttributeChoice choice = chosen(*here.hit->cue, direction, here.hit->span);
        if (choice.attribute == "units" && counts_parts(question)) choice.attribute = "other_count";
        return choice;
    }
    if (measure == "data" && is_memory_of_chip(question)) {
        return AttributeChoice{"spec", "memory_capacity", {}, nullptr, {}, false};
    }
    if (asked == "change") {
        if (auto money = changed_money(question, direction)) return money;
    }
    if (measure == "money" || (asked == "change" && measure == "percent")) {
        if (auto revenue = revenue_of_part(question, direction)) return revenue;
    }
    if (question.behind != nullptr && question.behind->cue != nullptr && !question.behind->inherited) {
        AttributeChoice same = *question.behind;
        same.inherited = true;
        return same;
    }
    const bool same_kind = question.before != nullptr && (question.before->kind == "ratio") == (asked == "change");
    if (same_kind && measure != "count") {
        AttributeChoice same = *question.before;
        same.inherited = true;
        if (asked == "change") same.direction = direction;
        return same;
    }
    if (question.column_before != nullptr && here.hit == nullptr && is_broken_down_by_part(*question.column_before) &&
        heads_part(question)) {
        AttributeChoice same = *question.column_before;
        same.inherited = true;
        if (asked == "change") same.direction = direction;
        if ((same.kind == "ratio") == (asked == "change")) return same;
    }
    const Best above = best_cue(question, [&](const CueInContext& hit) { return !is_here(hit) && speaks(hit); });
    if (above.hit != nullptr && above.score >= settles) return chosen(*above.hit->cue, direction, above.hit->span);
    if (here.hit != nullptr && measure != "count") return chosen(*here.hit->cue, direction, here.hit->span);
    if (question.block_before != nullptr && measure == "money") {
        AttributeChoice same = *question.block_before;
        same.inherited = true;
        return same;
    }
    if (small) return AttributeChoice{"money", "price", {}, nullptr, {}, false, true};
    const AttributeCue* own = table.by_measure(asked);
    if (own == nullptr) return std::nullopt;
    return chosen(*own, direction, {});
}

}  // namespace hardfacts
