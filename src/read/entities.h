// Enters: a character reference as it is written (`&amp;`, `&#8217;`, `&#x1F600;`). Leaves: what it stands for.
// Tested in tests/read/entities_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hardfacts {

/// Reads character references by HTML's table of names. One per document: it remembers the names it has looked up.
class EntityDecoder {
public:
    /// What `entity`, from & to ;, stands for; empty where no such character is known.
    std::string_view decode(std::string_view entity);

private:
    std::map<std::string, std::string, std::less<>> known_;
};

/// The size of the character reference that begins with the & at the front of `text`, or 0.
std::size_t entity_size(std::string_view text);

}  // namespace hardfacts
