// Enters: the entity files of gazetteers/. Leaves: the entities, surfaces, patterns and index of a NameTable, and every
// fault of every file. Used by names.cpp alone. Tested in tests/knowledge/names_test.cpp.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/csv.h"
#include "knowledge/names.h"

namespace hardfacts {

class NameLoader {
public:
    NameLoader(NameTable& table, Diagnostics& faults) : table_(table), faults_(faults) {}

    void load(const KnowledgeFolders& folders);

private:
    struct Columns {
        std::size_t id, name, aliases, aliases_ja, flags;
        std::optional<std::size_t> pattern, kind, maker, successor, admin, country;
    };
    struct Source {
        CsvTable rows;
        MentionType type;
        Columns columns;
        std::uint32_t first = 0;  ///< entity of row 0; the others follow
    };
    struct Flags {
        bool ambiguous_name = false, exact_case = false, not_surface = false, observer = false;
    };
    /// Where a surface was written.
    struct Place {
        const Source* source;
        std::size_t row, column, inside;
    };

    void read_file(const KnowledgeFolders& folders, std::size_t file);
    void add_entity(const Source& source, std::size_t row);
    void check_id(const Source& source, std::size_t row, bool has_pattern);
    Flags flags_of(const Source& source, std::size_t row);
    void add_surfaces(const Source& source, std::size_t row);
    void add_cell(const Source& source, std::size_t row, std::size_t column, const Flags& flags);
    void add_surface(std::string_view written, const Flags& flags, bool is_name, Place place);
    void add_pattern(const Source& source, std::size_t row, std::size_t column);
    void link(const Source& source);
    void link_successors(const Source& source);
    std::uint32_t linked(const Source& source, std::size_t row, std::optional<std::size_t> column,
                         std::string_view prefix, std::string_view what);
    void index_surfaces();
    void add_stop(std::string_view text);
    void check_owner(std::uint32_t newer);
    void tell(Place place, const char* code, std::string message);
    std::string_view keep(std::initializer_list<std::string_view> parts) { return table_.arena_.keep(parts); }

    NameTable& table_;
    Diagnostics& faults_;
    std::deque<Source> sources_;
    std::vector<Place> places_;  ///< of table_.surfaces_, by index
    std::string key_;
};

}  // namespace hardfacts
