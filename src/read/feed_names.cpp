#include "read/feed_names.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

constexpr char core = 'f';  // RSS and Atom themselves
constexpr char content = 'c';
constexpr char dublin = 'd';  // Dublin Core

struct Vocabulary {
    std::string_view uri;
    std::string_view prefix;  ///< what it is called where nothing is declared
    char letter;
};

constexpr std::array<Vocabulary, 7> vocabularies = {{
    {"http://purl.org/rss/1.0/modules/content/", "content", content},
    {"http://purl.org/dc/elements/1.1/", "dc", dublin},
    {"http://purl.org/dc/terms/", "dcterms", dublin},
    {"http://www.w3.org/2005/Atom", "atom", core},
    {"http://purl.org/atom/ns#", "", core},
    {"http://purl.org/rss/1.0/", "rss", core},
    {"http://backend.userland.com/rss2", "", core},
}};

struct Row {
    char vocabulary;
    std::string_view name;
    FeedElement element;
};

constexpr std::array<Row, 24> rows = {{
    {core, "item", {FeedRole::item, 0}},        {core, "entry", {FeedRole::item, 0}},
    {core, "guid", {FeedRole::id, 4}},          {core, "id", {FeedRole::id, 4}},
    {core, "link", {FeedRole::link, 2}},        {dublin, "identifier", {FeedRole::id, 1}},
    {core, "title", {FeedRole::title, 2}},      {dublin, "title", {FeedRole::title, 1}},
    {content, "encoded", {FeedRole::body, 4}},  {core, "content", {FeedRole::body, 3}},
    {core, "description", {FeedRole::body, 2}}, {core, "summary", {FeedRole::body, 1}},
    {core, "pubDate", {FeedRole::date, 6}},     {core, "published", {FeedRole::date, 6}},
    {core, "issued", {FeedRole::date, 5}},      {dublin, "issued", {FeedRole::date, 5}},
    {dublin, "date", {FeedRole::date, 4}},      {dublin, "created", {FeedRole::date, 3}},
    {core, "created", {FeedRole::date, 3}},     {core, "updated", {FeedRole::date, 2}},
    {core, "modified", {FeedRole::date, 1}},    {dublin, "modified", {FeedRole::date, 1}},
    {core, "category", {FeedRole::tag, 0}},     {dublin, "subject", {FeedRole::tag, 0}},
}};

}  // namespace

void FeedNames::declare(std::string_view attribute, std::string_view uri) {
    constexpr std::string_view mark = "xmlns:";
    if (!attribute.starts_with(mark)) return;
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
                                    [&](const Vocabulary& vocabulary) { return vocabulary.uri == uri; });
    declared_.insert_or_assign(std::string(attribute.substr(mark.size())),
                               found == vocabularies.end() ? '\0' : found->letter);
}

FeedElement FeedNames::find(std::string_view name) const {
    char vocabulary = core;
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        const std::string_view prefix = name.substr(0, colon);
        name.remove_prefix(colon + 1);
        const auto usual = std::find_if(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& row) {
            return !row.prefix.empty() && row.prefix == prefix;
        });
        vocabulary = usual == vocabularies.end() ? '\0' : usual->letter;
        if (const auto found = declared_.find(prefix); found != declared_.end()) vocabulary = found->second;
    }
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& known) {
        return known.vocabulary == vocabulary && known.name == name;
    });
    return row == rows.end() ? FeedElement{} : row->element;
}

bool is_feed_root(std::string_view name) {
    const std::string_view local = name.substr(name.find(':') + 1);
    return local == "rss" || local == "feed" || local == "RDF" || local == "channel";
}

}  // namespace hardfacts
