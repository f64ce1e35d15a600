// Enters: Records, one by one. Leaves: the names that no gazetteer has, the likeliest first, as rows to paste.
// Tested in tests/workbench/suggestions_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.h"

namespace hardfacts {

/// A name known only from its surroundings.
struct Suggestion {
    std::string type, name;                                  ///< "company", as it is written most often
    std::string id;                                          ///< a slug for it
    std::vector<std::pair<std::string, std::size_t>> forms;  ///< how it is written, the most frequent first
    std::vector<std::pair<std::string, std::size_t>> rules;  ///< what showed it, the most frequent first
    std::size_t mentions = 0, documents = 0;
    std::vector<std::pair<std::string, std::string>> samples;  ///< document and sentence, of different documents
};

/// Gathers names over documents. `merge` in the order of the documents gives the same result whatever the threads did.
class Suggestions {
public:
    explicit Suggestions(std::size_t samples) : samples_(samples) {}
    Suggestions() = default;

    /// `source`: the text that the record's spans point into, as UTF-8.
    void add(const Record& record, std::string_view source);
    void merge(Suggestions&& other);

    /// By documents, then mentions, then name; of `type` alone where it is not empty; at least so many documents.
    std::vector<Suggestion> list(std::string_view type, std::size_t least_documents) const;

private:
    struct Gathered {
        std::string type;
        std::map<std::string, std::size_t> forms, rules;
        std::size_t mentions = 0, documents = 0;
        std::vector<std::pair<std::string, std::string>> samples;
    };
    std::size_t samples_ = 3;                ///< sentences of each name
    std::map<std::string, Gathered> names_;  ///< by provisional entity id
};

/// `id,name,aliases,aliases_ja,flags` of a gazetteer row; the other forms are its aliases.
std::vector<std::pair<std::string, std::string>> row_of(const Suggestion& suggestion);

/// The sentence around bytes [begin, end) of `source`, at most `most` bytes on each side, line breaks as spaces.
std::string sentence_around(std::string_view source, std::size_t begin, std::size_t end, std::size_t most);

}  // namespace hardfacts
