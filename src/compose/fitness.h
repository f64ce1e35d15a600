// Enters: an entity and an attribute. Leaves: whether such an entity can have such an attribute.
// Tested in tests/compose/fitness_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/mention.h"

namespace hardfacts {

enum class Fitness : std::uint8_t { none, barely, well };

/// How well each type of entity fits, by number of the type: company, chip, system, product, place, person.
using FitnessByType = std::array<Fitness, static_cast<std::size_t>(MentionType::person) + 1>;
FitnessByType fitness_by_type(std::string_view kind, std::string_view attribute);

/// How well `mention` fits as the subject of a fact of `kind` and `attribute` (FACTS.md section 4).
Fitness fitness_of(const Mention& mention, std::string_view kind, std::string_view attribute);

/// True for what is told of anyone in passing (counts, prices, investments, parts of a whole): the topic of a document
/// that the sentence does not name is not meant. Of 48 figures given to a far topic a reader accepted 13 of 21 of a
/// company's own accounts (revenue, profit, value), and 4 of 27 others.
bool is_told_of_anyone(std::string_view kind, std::string_view attribute);

/// Memories, number formats, interconnects and the like, and whoever reports on others: most figures mention them
/// without describing them ("80 GB of HBM3", "five PCIe slots", "Gartner puts it at").
bool is_ingredient(const Mention& mention, std::string_view attribute);

/// A laptop, a phone, a robot: what memory and a battery are built into.
bool is_device(const Mention& mention);

/// True for what a device has as its parts have it: memory, storage, watts.
bool has_parts(std::string_view attribute);

/// 営業CF, "free cash flow", 自社株買い: a word that stands in a company's accounts, which tell of the company alone.
bool is_word_of_accounts(std::string_view word);

}  // namespace hardfacts
