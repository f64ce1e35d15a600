#include "read/formats.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("extensions of file names") {
    struct Row {
        const char* path;
        const char* extension;
    };
    for (const Row& row : {Row{"a/b.c/News.MD", "md"},
                           {"a.b/notes", ""},
                           {".profile", ""},
                           {"v2.1", ""},
                           {"x.tar.gz", "gz"},
                           {"a.", ""},
                           {"a.very_long_one", ""},
                           {"", ""},
                           {"ニュース.txt", "txt"},
                           {"<stdin>", ""}}) {
        CHECK_MESSAGE(extension_of(row.path) == row.extension, row.path);
    }
}

TEST_CASE("a format is found by its name, a file's name or its content") {
    CHECK(format_by_extension("x.ndjson") == format_by_name("jsonl"));
    CHECK(format_by_extension("x.TXT") == format_by_name("text"));
    CHECK(format_by_extension("x.docx") == nullptr);
    CHECK(format_by_name("docx") == nullptr);
    for (const Format& row : formats()) {
        CHECK(format_by_name(row.name) == &row);
        CHECK(format_by_extension("x." + std::string(row.extensions[0])) == &row);
        CHECK(!row.reads.empty());
    }
    struct Row {
        const char* bytes;
        const char* format;
    };
    for (const Row& row : {Row{"{\"text\":1}\n{}", "jsonl"},
                           {"\xEF\xBB\xBF\n{\"text\":1}", "jsonl"},
                           {"{not json}\n", "text"},
                           {"{\"text\":", "json"},
                           {"{\n  \"text\": 1}", "json"},
                           {"[{\"text\":1}]", "json"},
                           {"[1] a footnote", "text"},
                           {"<?xml version='1.0'?>\n<!-- <html> -->\n<rss version='2.0'>", "feed"},
                           {"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"},
                           {"<?xml version='1.0'?><?xml-stylesheet href='a'?><rdf:RDF>", "feed"},
                           {"\xEF\xBB\xBF <!DOCTYPE html>", "html"},
                           {"<HTML>", "html"},
                           {"<?xml version='1.0'?><!-- a -->\n<!DOCTYPE HTML PUBLIC", "html"},
                           {"plain", "text"},
                           {"# Heading\n", "text"},
                           {"", "text"}}) {
        CHECK_MESSAGE(format_by_content(row.bytes) == format_by_name(row.format), row.bytes);
    }
    for (const char* other :
         {"<!DOCTYPE svg>", "<?xml version='1.0'?>", "<?xml version='1.0'?><a>", "%PDF-1.7", "PK\x03\x04"}) {
        CHECK_MESSAGE(format_by_content(other) == nullptr, other);
    }
    CHECK(format_by_content("{\"text\":\"" + std::string(64 * 1024, 'x')) == format_by_name("jsonl"));
}
