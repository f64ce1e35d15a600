#include "hardfacts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "support/root.h"
#include "write/json.h"

namespace {

namespace fs = std::filesystem;
using namespace hardfacts;

struct Article {
    InputOptions options;
    std::string bytes;
};

const Extractor& extractor() {
    static const auto loaded = Extractor::load(HARDFACTS_ROOT);
    REQUIRE(std::holds_alternative<Extractor>(loaded));
    return std::get<Extractor>(loaded);
}

const std::vector<Article>& articles() {
    static const std::vector<Article> all = [] {
        std::vector<Article> found;
        for (const auto& entry : fs::directory_iterator(fs::path(HARDFACTS_ROOT) / "examples" / "news")) {
            std::ifstream in(entry.path(), std::ios::binary);
            Article& article = found.emplace_back();
            article.options.path = article.options.id = entry.path().filename().string();
            article.bytes.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
        std::sort(found.begin(), found.end(),
                  [](const Article& a, const Article& b) { return a.options.path < b.options.path; });
        return found;
    }();
    return all;
}

std::string json_of(const std::vector<Record>& records) {
    std::string out;
    for (const Record& record : records) {
        append_json(out, record);
        out += '\n';
    }
    return out;
}

bool is_code_point_start(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Code points (or UTF-16 units) of the well-formed `text`, counted the naive way.
std::size_t count(std::string_view text, bool utf16) {
    std::size_t n = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) ++n;
        if (utf16 && byte >= 0xF0) ++n;
    }
    return n;
}

void check_span(std::string_view source, const SourceSpan& span, const std::string* text) {
    REQUIRE(span.byte.begin <= span.byte.end);
    REQUIRE(span.byte.end <= source.size());
    CHECK(is_code_point_start(source, span.byte.begin));
    CHECK(is_code_point_start(source, span.byte.end));
    if (text != nullptr) CHECK(slice(source, span.byte) == *text);
    CHECK(span.character.begin == count(source.substr(0, span.byte.begin), false));
    CHECK(span.character.end == count(source.substr(0, span.byte.end), false));
    CHECK(span.utf16.begin == count(source.substr(0, span.byte.begin), true));
    CHECK(span.utf16.end == count(source.substr(0, span.byte.end), true));
}

void check_spans(std::string_view source, const Record& record) {
    for (const RecordMention& mention : record.mentions) check_span(source, mention.span, &mention.text);
    for (const RecordFact& fact : record.facts) {
        check_span(source, fact.evidence.span, &fact.evidence.quote);
        for (const SourceSpan& span : fact.occurrences) check_span(source, span, nullptr);
    }
}

/// The article with some of its bytes deleted, doubled or changed.
std::string damaged(std::string bytes, std::mt19937& random) {
    for (int i = 0; i < 12 && !bytes.empty(); ++i) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 3) {
            case 0: bytes.erase(at, 1 + random() % 40); break;
            case 1: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40)); break;
            default: bytes[at] = static_cast<char>("\n\r|#*-`<&[]()0"[random() % 15]);
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("documents that are extracted together have the records they have alone") {
    std::vector<Document> documents;
    std::vector<Record> alone;
    for (const Article& article : articles()) {
        std::istringstream in(article.bytes);
        const auto take = [&](Document&& document) {
            alone.push_back(extractor().extract(document));
            documents.push_back(std::move(document));
            return true;
        };
        read_documents(in, article.options, take, [](Diagnostic&&) {});
    }
    CHECK(json_of(extractor().extract(documents)) == json_of(alone));
    CHECK(extractor().extract(std::span<const Document>()).empty());
}

TEST_CASE("a folder without rules and gazetteers gives diagnostics, not an extractor") {
    const auto loaded = Extractor::load(fs::path(HARDFACTS_ROOT) / "examples");
    REQUIRE(std::holds_alternative<Diagnostics>(loaded));
    CHECK_FALSE(std::get<Diagnostics>(loaded).empty());
}

TEST_CASE("every span of every example points at its text, in bytes, characters and UTF-16 units") {
    REQUIRE(articles().size() >= 8);
    for (const Article& article : articles()) {
        CAPTURE(article.options.path);
        const Extraction extraction = extractor().extract(article.bytes, article.options);
        CHECK(extraction.diagnostics.empty());
        REQUIRE_FALSE(extraction.records.empty());
        for (const Record& record : extraction.records) {
            CHECK_FALSE(record.mentions.empty());
            if (!record.doc.field) check_spans(article.bytes, record);
        }
    }
}

TEST_CASE("damaged bytes give records or diagnostics, and the spans still hold") {
    std::mt19937 random(20261121);
    for (const Article& article : articles()) {
        for (int round = 0; round < 8; ++round) {
            const std::string bytes = damaged(article.bytes, random);
            CAPTURE(article.options.path);
            CAPTURE(round);
            const Extraction extraction = extractor().extract(bytes, article.options);
            CHECK(extraction.records.size() + extraction.diagnostics.size() > 0);
            for (const Record& record : extraction.records) {
                if (!record.doc.field) check_spans(bytes, record);
            }
        }
    }
}

TEST_CASE("a buffer and a stream give the same records, and a sink can stop the stream") {
    for (const Article& article : articles()) {
        std::istringstream in(article.bytes);
        std::vector<Record> streamed;
        extractor().extract(
            in, article.options,
            [&](Record&& record) {
                streamed.push_back(std::move(record));
                return true;
            },
            [](Diagnostic&& fault) { FAIL_CHECK(to_string(fault)); });
        CHECK(json_of(streamed) == json_of(extractor().extract(article.bytes, article.options).records));
    }
    std::istringstream in("{\"id\":\"a\",\"text\":\"1 GW\"}\n{\"id\":\"b\",\"text\":\"2 GW\"}\n");
    InputOptions options;
    options.path = options.id = "two.jsonl";
    int seen = 0;
    extractor().extract(
        in, options, [&](Record&&) { return ++seen < 1; }, [](Diagnostic&& fault) { FAIL_CHECK(to_string(fault)); });
    CHECK(seen == 1);
}

TEST_CASE("threads share one extractor and find the same") {
    const auto all = [] {
        std::string out;
        for (const Article& article : articles()) {
            out += json_of(extractor().extract(article.bytes, article.options).records);
        }
        return out;
    };
    const std::string alone = all();
    std::vector<std::string> together(4);
    std::vector<std::thread> threads;
    for (std::string& out : together) threads.emplace_back([&out, &all] { out = all(); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& out : together) CHECK(out == alone);
}
