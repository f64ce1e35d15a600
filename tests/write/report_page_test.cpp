// The page of the HTML report, as its files in src/write/report/ are and as they are embedded: the report must work
// from disk without a network, and no word of a document may ever become markup.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/root.h"
#include "write/formats.h"

using namespace hardfacts;

namespace {

namespace fs = std::filesystem;

struct File {
    std::string name, text;
};

std::vector<File> page_files() {
    std::vector<File> files;
    for (const auto& entry : fs::directory_iterator(fs::path(HARDFACTS_ROOT) / "src/write/report")) {
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({entry.path().filename().string(),
                         std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>())});
    }
    return files;
}

/// Words that would make markup or code of text, or ask for something outside the file.
std::vector<std::string> script_faults(const File& file) {
    std::vector<std::string> faults;
    for (const char* word : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "setHTML",
                             "createContextualFragment", "eval(", "Function(", "fetch(", "XMLHttpRequest", "WebSocket",
                             "import(", "sendBeacon", "https:", "</script", "<!--", "\t"}) {
        if (file.text.find(word) != std::string::npos) faults.push_back(file.name + " holds " + word);
    }
    // The one address in it is the name of a vocabulary and is never asked for.
    for (std::size_t at = 0; (at = file.text.find("http:", at)) != std::string::npos; ++at) {
        if (!std::string_view(file.text).substr(at).starts_with("http://www.w3.org/2000/svg'")) {
            faults.push_back(file.name + " holds an address");
        }
    }
    if (!file.text.starts_with("// ")) faults.push_back(file.name + " does not open with what it is");
    if (!file.text.ends_with("\n")) faults.push_back(file.name + " does not end with a line break");
    return faults;
}

std::vector<std::string> style_faults(const File& file) {
    std::vector<std::string> faults;
    for (const char* word : {"url(", "@import", "http", "</style", "expression(", "\t"}) {
        if (file.text.find(word) != std::string::npos) faults.push_back(file.name + " holds " + word);
    }
    const auto count = [&](char c) { return std::count(file.text.begin(), file.text.end(), c); };
    if (count('{') != count('}')) faults.push_back(file.name + " has a brace too many");
    return faults;
}

std::vector<std::string> markup_faults(const File& file) {
    std::vector<std::string> faults;
    for (const char* word : {" src=", " style=", "http://", "https://", " onclick=", " onload=", "<iframe", "<img"}) {
        if (file.text.find(word) != std::string::npos) faults.push_back(file.name + " holds " + word);
    }
    return faults;
}

std::vector<std::string> faults_of(const File& file) {
    if (file.name.ends_with(".js")) return script_faults(file);
    if (file.name.ends_with(".css")) return style_faults(file);
    if (file.name.ends_with(".html")) return markup_faults(file);
    return {file.name + " is of a kind that is not checked"};
}

}  // namespace

TEST_CASE("what a page's part may not hold is found") {
    CHECK(faults_of({"a.js", "// Good.\nmake('p', {}, text);\nconst n = 'http://www.w3.org/2000/svg';\n"}).empty());
    CHECK(faults_of({"a.js", "// Bad.\np.innerHTML = text;\n"}).size() == 1);
    CHECK(faults_of({"a.js", "// Bad.\nconst a = 'http://example.com/';\n"}).size() == 1);
    CHECK(faults_of({"a.js", "make();\n"}).size() == 1);
    CHECK(faults_of({"a.css", "p { background: url(x.png); }"}).size() == 1);
    CHECK(faults_of({"a.css", "p { color: red; "}).size() == 1);
    CHECK(faults_of({"a.html", "<script src=\"x.js\"></script>"}).size() == 1);
    CHECK(faults_of({"a.txt", ""}).size() == 1);
}

TEST_CASE("the parts of the report's page are clean") {
    const std::vector<File> files = page_files();
    CHECK(files.size() > 5);
    for (const File& file : files) {
        for (const std::string& fault : faults_of(file)) FAIL_CHECK(fault);
        if (file.name.ends_with(".html")) continue;
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        WARN_MESSAGE(lines <= 400, file.name << " has " << lines << " lines: move a wall");
    }
}

TEST_CASE("every part is embedded, and the documents have their place") {
    const OutputFormat& format = output_format("html");
    const std::string page = std::string(format.opening) + std::string(format.closing);
    for (const File& file : page_files()) {
        if (file.name.ends_with(".html")) continue;
        CHECK_MESSAGE(page.find(file.text) != std::string::npos, file.name << " is not in the page");
    }
    CHECK(format.opening.starts_with("<!doctype html>\n<html lang=\"en\">\n"));
    CHECK(format.opening.ends_with("<div id=\"documents\" hidden>\n"));
    CHECK(format.opening.find("<script>\n(() => {\n'use strict';\n// ") != std::string_view::npos);
    CHECK(format.closing == "</div>\n</body>\n</html>\n");
    CHECK(page.find("@s") == std::string::npos);
}

TEST_CASE("the page allows its own style and script, and nothing else") {
    const std::string_view page = output_format("html").opening;
    const std::size_t at = page.find("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
    REQUIRE(at != std::string_view::npos);
    const std::string_view policy = page.substr(at, page.find("\">", at) - at);
    CHECK(policy.find("script-src 'sha256-") != std::string_view::npos);
    CHECK(policy.find("unsafe") == std::string_view::npos);
    CHECK(policy.find("http") == policy.find("https"));
}
