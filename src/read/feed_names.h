// Enters: the name of an element of a feed, with its prefix. Leaves: what hardfacts takes it for.
// Tested in tests/read/feed_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hardfacts {

/// What an element of a feed gives. Within one kind the higher rank wins.
enum class FeedRole { none, item, id, link, title, body, date, tag };

struct FeedElement {
    FeedRole role = FeedRole::none;
    int rank = 0;
};

/// Knows which prefix stands for which vocabulary.
class FeedNames {
public:
    /// Notes the declaration `xmlns:prefix="uri"`.
    void declare(std::string_view attribute, std::string_view uri);
    FeedElement find(std::string_view name) const;

private:
    std::map<std::string, char, std::less<>> declared_;  ///< prefix -> vocabulary
};

/// True for the names that the root of a feed has: rss, feed, rdf:RDF, channel.
bool is_feed_root(std::string_view name);

}  // namespace hardfacts
