#include "compose/fitness.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

constexpr Fitness no = Fitness::none;
constexpr Fitness ok = Fitness::barely;
constexpr Fitness well = Fitness::well;

/// Which types of entity can have an attribute. The first row that lists it counts.
struct Bearers {
    std::string_view kind;        ///< empty for any
    std::string_view attributes;  ///< between spaces
    FitnessByType types;          ///< company, chip, system, product, place, person
};

constexpr std::array<Bearers, 16> bearers = {{
    {"ratio", " revenue profit market_size productivity ", {well, ok, ok, ok, no, no}},
    {"ratio", " cost price ", {ok, well, well, well, no, no}},
    {"ratio", "", {ok, well, well, well, no, no}},
    {"", " units ", {ok, well, well, ok, no, no}},
    {"",
     " compute memory_capacity memory_bandwidth process_node frequency core_count transistor_count ",
     {ok, well, well, ok, no, no}},
    {"", " storage_capacity ", {ok, ok, well, well, no, no}},
    {"", " power energy interconnect_bandwidth throughput latency ", {ok, well, well, well, no, no}},
    {"", " parameters tokens context_length ", {no, no, no, well, no, no}},
    {"", " users customers ", {well, ok, ok, well, no, no}},
    {"", " price cost savings ", {ok, well, well, well, no, no}},
    {"",
     " employees sites stake market_share market_cap valuation funding acquisition_price subsidy ",
     {well, no, no, ok, no, no}},
    {"", " market_size ", {no, no, no, no, no, no}},
    {"", " investment ", {well, ok, ok, ok, no, ok}},
    {"", " contract_value revenue profit other_money ", {well, ok, ok, ok, no, no}},
    {"", " other_spec distance area ", {ok, well, well, well, no, no}},
    {"", "", {well, well, well, well, no, no}},
}};

/// The same, a row for each attribute: comparing whole words ends at their lengths mostly.
struct Bearer {
    std::string_view kind, attribute;  ///< empty for any
    const FitnessByType* types = nullptr;
};
constexpr std::size_t most_rows = 64;
constexpr auto by_attribute = [] {
    std::array<Bearer, most_rows> rows{};
    std::size_t count = 0;
    for (const Bearers& row : bearers) {
        std::string_view rest = row.attributes;
        do {
            const std::size_t from = std::min(rest.find_first_not_of(' '), rest.size());
            const std::size_t to = std::min(rest.find(' ', from), rest.size());
            rows[count++] = {row.kind, rest.substr(from, to - from), &row.types};
            rest.remove_prefix(to);
        } while (rest.size() > 1);
    }
    return rows;
}();

}  // namespace

bool is_ingredient(const Mention& mention, std::string_view attribute) {
    if (mention.kind.empty()) return false;
    constexpr std::array<std::string_view, 4> of_links = {"interconnect_bandwidth", "throughput", "speed", "latency"};
    constexpr std::array<std::string_view, 6> of_software = {"users",       "market_share", "rank",
                                                             "other_share", "customers",    "other_count"};
    if (mention.kind == "interconnect") return std::find(of_links.begin(), of_links.end(), attribute) == of_links.end();
    if (mention.kind == "operating system") {  // runs on what is priced, measured or sold
        return std::find(of_software.begin(), of_software.end(), attribute) == of_software.end();
    }
    constexpr std::array<std::string_view, 9> kinds = {"memory",    "number format", "architecture",
                                                       "benchmark", "technology",    "standard",
                                                       "cpu-ip",    "gpu-ip",        "observer"};
    return std::find(kinds.begin(), kinds.end(), mention.kind) != kinds.end();
}

bool is_told_of_anyone(std::string_view kind, std::string_view attribute) {
    const auto is_in = [attribute](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), attribute) != words.end();
    };
    if (kind == "count") return !is_in({"parameters", "tokens"});
    if (kind == "money") return is_in({"price", "cost", "savings", "investment", "other_money", "subsidy"});
    if (kind == "ratio") return is_in({"price", "market_size", "accuracy", "cost", "other_ratio", "units"});
    return kind == "rank" || attribute == "stake";
}

FitnessByType fitness_by_type(std::string_view kind, std::string_view attribute) {
    for (const Bearer& row : by_attribute) {
        if (row.types == nullptr) break;
        const bool fits =
            (row.kind.empty() || row.kind == kind) && (row.attribute.empty() || row.attribute == attribute);
        if (fits) return *row.types;
    }
    return {};
}

Fitness fitness_of(const Mention& mention, std::string_view kind, std::string_view attribute) {
    if (!is_entity(mention.type)) return Fitness::none;
    return fitness_by_type(kind, attribute)[static_cast<std::size_t>(mention.type)];
}

bool is_device(const Mention& mention) {
    return mention.type == MentionType::product && (mention.kind == "product" || mention.kind == "robot");
}

bool has_parts(std::string_view attribute) {
    constexpr std::array<std::string_view, 4> parts = {"memory_capacity", "storage_capacity", "power", "other_spec"};
    return std::find(parts.begin(), parts.end(), attribute) != parts.end();
}

bool is_word_of_accounts(std::string_view word) {
    constexpr std::array<std::string_view, 44> words = {"現金",
                                                        "総資産",
                                                        "純資産",
                                                        "負債",
                                                        "長期負債",
                                                        "借入金",
                                                        "長期借入金",
                                                        "有価証券",
                                                        "在庫",
                                                        "売掛金",
                                                        "営業CF",
                                                        "投資CF",
                                                        "財務CF",
                                                        "FCF",
                                                        "フリーキャッシュフロー",
                                                        "自社株買い",
                                                        "配当",
                                                        "株主還元",
                                                        "投資残高",
                                                        "上場株式",
                                                        "非上場株式",
                                                        "設備投資",
                                                        "株価",
                                                        "営業費用",
                                                        "OpEx",
                                                        "販管費",
                                                        "R&D",
                                                        "時価総額",
                                                        "売上原価",
                                                        "buyback",
                                                        "buybacks",
                                                        "repurchase",
                                                        "repurchases",
                                                        "dividend",
                                                        "dividends",
                                                        "cash flow",
                                                        "capex",
                                                        "free cash flow",
                                                        "inventory",
                                                        "operating cash flow",
                                                        "operating expenses",
                                                        "capital expenditures",
                                                        "投資ポートフォリオ",
                                                        "未実現利益"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace hardfacts
