#include "knowledge/names_evidence.h"

#include <algorithm>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"
#include "knowledge/names_index.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 4> side_names = {"before", "after", "not_before", "not_after"};
constexpr std::array<MentionType, 6> entity_types = {MentionType::company, MentionType::chip,  MentionType::system,
                                                     MentionType::product, MentionType::place, MentionType::person};

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

}  // namespace

const MentionType* entity_type(std::string_view name) {
    for (const MentionType& type : entity_types) {
        if (name == to_string(type)) return &type;
    }
    return nullptr;
}

std::size_t NameEvidence::side_of(std::string_view name) {
    return static_cast<std::size_t>(std::find(side_names.begin(), side_names.end(), name) - side_names.begin());
}

NameEvidence NameEvidence::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    NameEvidence evidence;
    const CsvTable rows =
        load_rows(folders, "evidence.csv", {"type", "side", "text"}, {"type", "side", "text"}, faults);
    const auto type = rows.column("type"), side = rows.column("side"), text = rows.column("text");
    if (!type || !side || !text) return evidence;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const std::string_view words = rows.cell(row, *text);
        const bool stop = rows.cell(row, *type) == "none" && rows.cell(row, *side) == "is";
        const MentionType* of = entity_type(rows.cell(row, *type));
        const std::size_t where = side_of(rows.cell(row, *side));
        if (of == nullptr && !stop) {
            faults.push_back(rows.fault(row, *type, "evidence.type",
                                        in_quotes(rows.cell(row, *type))
                                            .append(" is no type; write company, chip, system, product, place, person, "
                                                    "or none with the side is")));
        }
        if (where == sides && !stop) {
            faults.push_back(rows.fault(
                row, *side, "evidence.side",
                in_quotes(rows.cell(row, *side)).append(" is no side; write before, after, not_before or not_after")));
        }
        if (words.empty()) {
            faults.push_back(rows.fault(row, *text, "evidence.text", "no text; write the words"));
        } else if (stop) {
            evidence.stops_.push_back(evidence.arena_.emplace_back(fold(words)));
        } else if (of != nullptr && where != sides) {
            evidence.add(*of, where, words);
        }
    }
    return evidence;
}

void NameEvidence::add(MentionType type, std::size_t side, std::string_view text) {
    const std::string_view kept = arena_.emplace_back(fold(text));
    const bool left = side == before || side == not_before;
    const std::size_t table = side * 6 + static_cast<std::size_t>(type);
    const char near = left ? kept.back() : kept.front();
    tables_[table][byte(near)].push_back(kept);
    for (unsigned far = 0; far < 256; ++far) {
        const char other = static_cast<char>(far);
        if (kept.size() == 1 || other == (left ? kept[kept.size() - 2] : kept[1]))
            nearest_[table].set(nearest(near, other));
    }
}

bool NameEvidence::stands_before(std::size_t side, MentionType type, std::string_view text, std::size_t begin) const {
    const std::size_t table = side * 6 + static_cast<std::size_t>(type);
    if (begin == 0 || !nearest_[table].test(nearest(text[begin - 1], begin > 1 ? text[begin - 2] : '\0'))) return false;
    const auto& texts = tables_[table][byte(text[begin - 1])];
    return std::any_of(texts.begin(), texts.end(), [&](std::string_view words) {
        if (!text.substr(0, begin).ends_with(words)) return false;
        const std::size_t at = begin - words.size();
        return at == 0 || !is_word_byte(words.front()) || !is_word_byte(text[at - 1]);
    });
}

bool NameEvidence::stands_after(std::size_t side, MentionType type, std::string_view text, std::size_t end) const {
    const std::size_t table = side * 6 + static_cast<std::size_t>(type);
    if (end >= text.size()) return false;
    if (!nearest_[table].test(nearest(text[end], end + 1 < text.size() ? text[end + 1] : '\0'))) return false;
    const auto& texts = tables_[table][byte(text[end])];
    return std::any_of(texts.begin(), texts.end(), [&](std::string_view words) {
        if (!text.substr(end).starts_with(words)) return false;
        const std::size_t at = end + words.size();
        return at >= text.size() || !is_word_byte(words.back()) || !is_word_byte(text[at]);
    });
}

bool NameEvidence::proves_before(MentionType type, std::string_view text, Span name) const {
    return stands_before(before, type, text, name.begin);
}

bool NameEvidence::proves_after(MentionType type, std::string_view text, Span name) const {
    return stands_after(after, type, text, name.end);
}

bool NameEvidence::disproves(MentionType type, std::string_view text, Span name) const {
    return stands_before(not_before, type, text, name.begin) || stands_after(not_after, type, text, name.end);
}

}  // namespace hardfacts
