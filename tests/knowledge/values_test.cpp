#include "knowledge/values.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace hardfacts;
namespace fs = std::filesystem;

namespace {

/// A folder of rules and tables that is gone when the test is.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("hardfacts-values-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_ / "rules" / "values");
        fs::create_directories(path_ / "gazetteers");
        write("gazetteers/units.csv",
              "symbol,dimension,base_unit,factor,en_forms,ja_forms,near\nW,power,W,1,W;watts,ワット,\n");
        write("gazetteers/currencies.csv", "code,before_forms,after_forms,minor_forms\nUSD,$?,ドル?,cents\n");
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) { std::ofstream(path_ / name) << text; }

    /// The faults, one line each, without those that miss a shape.
    std::string faults() const {
        Diagnostics found;
        ValueTable::load(path_, found);
        std::string out;
        for (const Diagnostic& fault : found) {
            if (fault.message.starts_with("no [[shape]]")) continue;
            out += to_string(fault) + "\n";
        }
        return out;
    }

private:
    fs::path path_;
};

constexpr const char* examples = "match = [{ text = \"a\", value = \"b\", reads = \"c\" }]\nreject = [\"d\"]\n";

}  // namespace

TEST_CASE("the project's own tables and rules load without a fault") {
    Diagnostics faults;
    const auto table = ValueTable::load(fs::path(HARDFACTS_ROOT), faults);
    for (const Diagnostic& fault : faults) FAIL_CHECK(to_string(fault));
    REQUIRE(table != nullptr);
    REQUIRE(table->unit("GB") != nullptr);
    CHECK(table->unit("GB")->factor == Decimal(1000000000));
    CHECK(table->unit("no such unit") == nullptr);
}

TEST_CASE("every unit converts to a base unit that is a unit of its own kind") {
    Diagnostics faults;
    const auto table = ValueTable::load(fs::path(HARDFACTS_ROOT), faults);
    for (const Unit& unit : table->units) {
        CAPTURE(unit.symbol);
        CHECK(!unit.base_unit.empty());
        CHECK(!unit.factor.is_zero());
        CHECK(!unit.factor.is_negative());
    }
}

TEST_CASE("faults of the tables are told at their cells") {
    Folder folder;
    folder.write("gazetteers/units.csv",
                 "symbol,dimension,base_unit,factor,en_forms,ja_forms,near\n"
                 "W,power,W,one,W,ワット,\n"
                 ",power,W,1,kW;W,,\n"
                 "A,current,A,1,A?,アンペア,\n");
    folder.write("gazetteers/currencies.csv", "code,before_forms,after_forms,minor_forms\nUS,$,ドル,\n");
    CHECK(folder.faults() ==
          "gazetteers/units.csv:2:11: error: factor must be a decimal number [gazetteer.number]\n"
          "gazetteers/units.csv:3:1: error: symbol is empty [gazetteer.missing]\n"
          "gazetteers/units.csv:3:15: error: the form W stands for another unit already [gazetteer.duplicate_form]\n"
          "gazetteers/units.csv:4:15: error: the form A is marked ? but near is empty [gazetteer.evidence]\n"
          "gazetteers/currencies.csv:2:1: error: a currency code has three capital letters [gazetteer.code]\n");
}

TEST_CASE("faults of the rules are told at their keys, all files at once") {
    Folder folder;
    folder.write("rules/values/a.toml",
                 std::string("[[words]]\nid = \"value.a\"\nrole = \"relation\"\nside = \"left\"\n") +
                     "relation = \"more\"\nwords = []\n" + examples +
                     "[[words]]\nid = \"other.b\"\nrole = \"veto\"\nside = \"after\"\nwords = [3]\n" +
                     "match = [\"a\"]\n");
    folder.write("rules/values/b.toml",
                 std::string("[[pattern]]\nid = \"value.a\"\ngives = \"quantity\"\nunit = \"W\"\n") +
                     "pattern = '.*x{number}'\n" + examples + "[rule]\n");
    folder.write("rules/values/c.toml", "[[words]\n");
    const std::string got = folder.faults();
    const std::vector<std::string> want = {
        "rules/values/a.toml:5:12: error: unknown relation more [rule.value]",
        "rules/values/a.toml:1:1: error: the rule needs side = \"before\" or side = \"after\" [rule.missing]",
        "rules/values/a.toml:1:1: error: the rule needs words, a list of strings [rule.missing]",
        "rules/values/a.toml:10:6: error: a value rule's id begins with value. [rule.id]",
        "rules/values/a.toml:13:10: error: a word must be a string that is not empty [rule.type]",
        "rules/values/a.toml:9:1: error: the rule needs at least one reject example [rule.no_example]",
        "rules/values/b.toml:2:6: error: the id value.a is used twice [rule.duplicate_id]",
        "rules/values/b.toml:5:11: error: the pattern begins with a wildcard: begin it with the words that must stand "
        "there "
        "[rule.pattern]",
        "rules/values/b.toml:8:1: error: unknown table rule, use [[words]], [[pattern]] or [[shape]] [rule.key]",
    };
    for (const std::string& line : want) {
        CAPTURE(got);
        CAPTURE(line);
        CHECK(got.find(line + "\n") != std::string::npos);
    }
    CHECK(got.find("rules/values/c.toml:1:") != std::string::npos);
}

TEST_CASE("a rule with unknown keys, or a veto whose example is no string, does not load") {
    Folder folder;
    folder.write("rules/values/a.toml",
                 std::string("[[shape]]\nid = \"value.shapeless\"\nwords = [\"x\"]\n") + examples +
                     "[[words]]\nid = \"value.v\"\nrole = \"veto\"\nside = \"after\"\nwords = [\"x\"]\n" + examples);
    const std::string got = folder.faults();
    CHECK(got.find("rules/values/a.toml:3:9: error: unknown key words [rule.key]") != std::string::npos);
    CHECK(got.find("rules/values/a.toml:2:6: error: no shape is called value.shapeless [rule.value]") !=
          std::string::npos);
    CHECK(got.find("rules/values/a.toml:11:10: error: this example must be a string [rule.type]") != std::string::npos);
}

TEST_CASE("a missing folder or table is a fault") {
    Diagnostics faults;
    ValueTable::load("/nonexistent", faults);
    CHECK(faults.size() >= 3);
}
