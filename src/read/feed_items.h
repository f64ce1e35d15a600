// Enters: the XML of a feed, piece by piece. Leaves: its items, as soon as each has ended.
// Tested in tests/read/feed_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hardfacts {

/// What a text of a feed is written in.
enum class FeedMarkup {
    none,     ///< it says that it is plain text
    html,     ///< it says that it is HTML
    unknown,  ///< RSS does not say
};

struct FeedText {
    std::string field;  ///< the element as it is written: "content:encoded", "description", "summary"
    std::string text;   ///< references read; inline elements as they are written
    FeedMarkup markup = FeedMarkup::unknown;
};

/// An <item> or <entry>.
struct FeedItem {
    std::string id;  ///< its guid or id, rdf:about, link; empty where it has none
    FeedText title;
    FeedText body;          ///< the fullest of its texts; its field is empty where it has none
    std::string published;  ///< as it is written; empty where it has none
    std::vector<std::string> tags;
    std::size_t line = 0, column = 0;  ///< where it begins
    bool too_large = false;            ///< its texts were longer than allowed and are not here
};

struct FeedFault {
    std::size_t line, column;
    std::string code, message;
};

/// Reads RSS 2.0 and its forerunners, RSS 1.0 (RDF) and Atom. Elements count by their namespace, or by the prefix that
/// is usual for it where none is declared. HTML's named references are understood without a DTD. Nothing outside of the
/// feed is opened, and no entity expands into entities. Memory is bounded by one item.
class FeedParser {
public:
    explicit FeedParser(std::size_t most_bytes);
    ~FeedParser();
    FeedParser(const FeedParser&) = delete;
    FeedParser& operator=(const FeedParser&) = delete;

    /// Takes the next bytes of the feed, UTF-8 whatever its declaration says; `last`: these are the last. False at a
    /// fault: nothing more can be read.
    bool feed(std::string_view bytes, bool last);
    /// The items that have ended since the last call.
    std::vector<FeedItem> take_items();
    const std::optional<FeedFault>& fault() const;

private:
    class Handler;
    std::unique_ptr<Handler> handler_;
};

}  // namespace hardfacts
