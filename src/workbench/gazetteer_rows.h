// Enters: the entity files of all layers. Leaves: their rows, where each surface is written, and how.
// Tested in tests/workbench/gazetteer_rows_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

/// An entity file: the type of its rows and its name.
struct EntityFile {
    std::string_view type;  ///< "company"
    std::string_view file;  ///< "companies.csv"
};
const std::vector<EntityFile>& entity_files();
/// The name of the file of `type`; empty where no type is called so.
std::string_view entity_file_of(std::string_view type);

/// A surface as a row writes it.
struct WrittenSurface {
    std::string text;                                        ///< folded, without its marks
    std::string written;                                     ///< "Thor?"
    bool ambiguous = false, capital = false, exact = false;  ///< the marks ?, ~ and =, or what the flags say
    Diagnostic place;                                        ///< of its first character; message and code are empty
};

struct WrittenEntity {
    std::string id;  ///< "company:vultr"
    std::string type, name, flags;
    std::string pattern;  ///< of a row that stands for a family; else empty
    Diagnostic place;     ///< of the id
    std::vector<WrittenSurface> surfaces;
};

/// Every row that counts, type by type. Faults are those of the files' form.
std::vector<WrittenEntity> read_entities(const KnowledgeFolders& folders, Diagnostics& faults);

/// True where `flags`, divided by semicolons, hold `flag`.
bool has_flag(std::string_view flags, std::string_view flag);

/// The form in which surfaces are compared: ASCII letters small, without spaces, hyphens and middle dots.
std::string normal_form(std::string_view folded);

}  // namespace hardfacts
