// Enters: nothing. Leaves: the columns of a fact where it is a row of flat text; the one place that knows them, for
// every format of rows. docs/outputs.md lists them. Tested in tests/write/fact_row_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hardfacts {

/// What the cells of a column hold, where they are not empty.
enum class CellKind : std::uint8_t {
    text,
    number,  ///< an exact decimal: -?[0-9]+(.[0-9]+)?
    date,    ///< ISO 8601 as far as it is known: "2025", "2025-07", "2025-07-01"
};

struct FactColumn {
    std::string_view name;
    CellKind kind;
    std::string_view means;
};

/// The columns in their order. The order and the names are stable: new columns come at the end.
namespace fact_field {
enum Number : std::size_t {
    document,
    title,
    date,
    subject,
    kind,
    attribute,
    direction,
    relation,
    value,
    value_min,
    value_max,
    value_unit,
    written,
    number,
    min,
    max,
    unit,
    per,
    points,
    date_start,
    date_end,
    holder,
    target,
    counterparty,
    investor,
    buyer,
    seller,
    customer,
    supplier,
    location,
    baseline,
    metric,
    segment,
    market,
    precision,
    scope,
    condition,
    implied_rate,
    period,
    period_start,
    period_end,
    qualifiers,
    modality,
    attribution,
    quote,
    confidence,
    rule,
    fact,
    anchor,
    restates,
    subject_id,
    role_ids,
    attribution_id,
    line,
    byte_start,
    byte_end,
    occurrences,
    warnings,
    language,
    path,
    record,
    count
};
}  // namespace fact_field

inline constexpr std::array<FactColumn, fact_field::count> fact_columns = {{
    {"document", CellKind::text, "the document's id"},
    {"title", CellKind::text, "the document's title"},
    {"date", CellKind::date, "when the document was published"},
    {"subject", CellKind::text, "of whom or what it is said; empty where the text leaves it open"},
    {"kind", CellKind::text, "money, count, spec, ratio, share, rank or time"},
    {"attribute", CellKind::text, "what of the subject the value tells: revenue, units, memory_bandwidth, ..."},
    {"direction", CellKind::text, "of ratios: up or down"},
    {"relation", CellKind::text, "eq, about, ge (or more), gt (more than), le (or less), lt (less than), range"},
    {"value", CellKind::number, "the value in value_unit; empty for ranges and dates"},
    {"value_min", CellKind::number, "the lower end of a range in value_unit"},
    {"value_max", CellKind::number, "the upper end of a range in value_unit"},
    {"value_unit", CellKind::text,
     "base unit (FLOPS, B, m, W, unit, %, x) or currency, so that values of an attribute compare"},
    {"written", CellKind::text, "the value as the text writes it"},
    {"number", CellKind::number, "the value in unit"},
    {"min", CellKind::number, "the lower end of a range in unit"},
    {"max", CellKind::number, "the upper end of a range in unit"},
    {"unit", CellKind::text, "the unit as the text writes it: PFLOPS, TB/s, nm"},
    {"per", CellKind::text, "what the value is divided by: GPU, month"},
    {"points", CellKind::text, "true for percentage points"},
    {"date_start", CellKind::date, "of a value that is a date: its day, month or year, or the first of them"},
    {"date_end", CellKind::date, "of a value that is a date: the last day, month or year"},
    {"holder", CellKind::text, "role: who has it. Several names of a role have \"; \" between them"},
    {"target", CellKind::text, "role: what is invested in"},
    {"counterparty", CellKind::text, "role: the other side of a contract"},
    {"investor", CellKind::text, "role: who puts the money in"},
    {"buyer", CellKind::text, "role: who buys"},
    {"seller", CellKind::text, "role: who sells"},
    {"customer", CellKind::text, "role: who is supplied"},
    {"supplier", CellKind::text, "role: who supplies"},
    {"location", CellKind::text, "role: where"},
    {"baseline", CellKind::text, "role: what a ratio compares with"},
    {"metric", CellKind::text, "which profit, which compute: operating income, inference"},
    {"segment", CellKind::text, "part of a business: data centre"},
    {"market", CellKind::text, "the market a share or rank is of"},
    {"precision", CellKind::text, "number format of compute: FP8"},
    {"scope", CellKind::text, "total or per_unit"},
    {"condition", CellKind::text, "under which it holds"},
    {"implied_rate", CellKind::text, "of an amount said again in another currency: the rate between the two"},
    {"period", CellKind::text, "the time it speaks of, as written"},
    {"period_start", CellKind::date, "first day of the period"},
    {"period_end", CellKind::date, "last day of the period"},
    {"qualifiers", CellKind::text, "qualifiers without a column of their own, as name=text"},
    {"modality", CellKind::text, "asserted, reported, planned, hypothetical or negated"},
    {"attribution", CellKind::text, "who says so, as written"},
    {"quote", CellKind::text, "the words of the document that say it"},
    {"confidence", CellKind::number, "share of such facts that a careful reader accepted, between 0 and 1"},
    {"rule", CellKind::text, "the rule that found it"},
    {"fact", CellKind::text, "the fact's id, which stays when other text, rules or names change"},
    {"anchor", CellKind::text, "finds the fact again when its subject has become known"},
    {"restates", CellKind::text, "id of the fact that this one says again in another unit or currency"},
    {"subject_id", CellKind::text, "id of the subject, the same for all its spellings in both languages"},
    {"role_ids", CellKind::text, "ids of the entities in roles, as role=id"},
    {"attribution_id", CellKind::text, "id of the entity that says so"},
    {"line", CellKind::number,
     "line of the source on which the value first stands; empty where the source was not at hand"},
    {"byte_start", CellKind::number, "where the value first stands in the source, in bytes"},
    {"byte_end", CellKind::number, "where it ends"},
    {"occurrences", CellKind::number, "how often the document says it"},
    {"warnings", CellKind::text, "what was assumed or is doubtful about it, as code=message"},
    {"language", CellKind::text, "of the document: ja, en, mixed or other"},
    {"path", CellKind::text, "the document's file"},
    {"record", CellKind::text, "the record inside that file"},
}};

}  // namespace hardfacts
