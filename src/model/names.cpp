// The words that the record uses for the enums of value.h and mention.h.
#include "model/mention.h"
#include "model/value.h"

namespace hardfacts {

const char* to_string(Relation relation) {
    constexpr const char* words[] = {"eq", "about", "ge", "gt", "le", "lt", "range"};
    return words[static_cast<std::size_t>(relation)];
}

const char* to_string(MentionType type) {
    constexpr const char* words[] = {"company",  "chip",    "system", "product", "place",    "person", "money",
                                     "quantity", "percent", "ratio",  "rank",    "duration", "date"};
    return words[static_cast<std::size_t>(type)];
}

}  // namespace hardfacts
