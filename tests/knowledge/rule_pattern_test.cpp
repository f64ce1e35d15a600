// What patterns become, and what is told of those that are wrong.
#include "knowledge/rule_pattern.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

using namespace hardfacts;

namespace {

const SkeletonCode code({"data", "count_parts", "count_sites"});

const RuleNode* no_shared(std::string_view name, std::string& problem) {
    problem = "no " + std::string(name);
    return nullptr;
}

RulePattern prepared(std::string_view pattern) {
    std::vector<PatternFault> faults;
    const RuleNode tree = read_rule_pattern(pattern, code, no_shared, faults);
    for (const PatternFault& fault : faults) FAIL_CHECK(fault.message);
    return prepare_rule_pattern(tree);
}

std::string faults_of(std::string_view pattern) {
    std::vector<PatternFault> faults;
    read_rule_pattern(pattern, code, no_shared, faults);
    std::string out;
    for (const PatternFault& fault : faults) {
        out += (out.empty() ? "" : "; ") + std::to_string(fault.offset) + ' ' + fault.message;
    }
    return out;
}

std::string told(const std::vector<std::vector<std::string>>& lists) {
    std::string out;
    for (const auto& texts : lists) {
        out += out.empty() ? "" : " & ";
        for (const std::string& text : texts) out += (&text == &texts[0] ? "" : "|") + text;
    }
    return out;
}

const std::string company = "\uE000", chip = "\uE001", product = "\uE003";

}  // namespace

TEST_CASE("a pattern matches skeletons") {
    const struct {
        std::string pattern, skeleton;
        bool matches;
    } rows[] = {
        {"{company:a}が{chip:b}を", company + "が" + chip + "を", true},
        {"{company:a}が{chip:b}を", company + "が" + product + "を", false},
        {"{company:a}が{chip|product:b}を", company + "が" + product + "を", true},
        {"{company_list:a}が", company + "、" + company + "と" + company + "が", true},
        {"{company_list:a} said", company + ", " + company + ", and " + company + " said", true},
        {"{company:a} (buys|sells)", company + " SELLS", true},
        {"{company:a}[^{entity}]{0,4}{company:b}", company + "と組む" + company, true},
        {"{company:a}[^{entity}]{0,4}{company:b}", company + chip + company, false},
        {"{company:a}(?:と|と共に)(組)?む", company + "とむ", true},
        {"{company:a}\\+{company:b}", company + "+" + company, true},
        {"{quantity.count:n}の", "\uE021の", true},
        {"{quantity.count:n}の", "\uE022の", true},
        {"{quantity.count:n}の", "\uE020の", false},
        {"{quantity:n}の", "\uE020の", true},
        {"{company:a}[a-c]x", company + "Bx", true},
    };
    for (const auto& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.skeleton);
        const re2::RE2 regex(prepared(row.pattern).re2);
        REQUIRE(regex.ok());
        CHECK(re2::RE2::FullMatch(row.skeleton, regex) == row.matches);
    }
}

TEST_CASE("what every match holds is known before it is tried") {
    CHECK(told(prepared("{company:a}と{company:b}が(提携|協業)").literals) == "が提携|が協業");
    CHECK(told(prepared("{company:a} (has )?(acquired|bought) {company:b}").literals) ==
          " has acquired | has bought | acquired | bought ");
    CHECK(told(prepared("{company:a}(を[^。]{0,3}買収|に出資)").literals) == "買収|に出資");
    CHECK(told(prepared("{company:a} [^.]{0,9}{chip:b}s?").literals).empty());
    CHECK(prepared("{company:a}と{company:b}が").mentions == std::vector<TypeSet>{1, 1});
    CHECK(prepared("{company:a}({chip:b}|{product:c})?").mentions == std::vector<TypeSet>{1});
    CHECK(prepared("({company:a}|{chip:b})x").mentions == std::vector<TypeSet>{3});
}

TEST_CASE("what may stand behind the first mention is known") {
    CHECK(prepared("{company:a}の{chip:b}").second == std::vector<char32_t>{U'の'});
    CHECK(prepared("{company:a}社?[はが]").second == std::vector<char32_t>{U'が', U'は', U'社'});
    CHECK(prepared("{company:a} x").second == std::vector<char32_t>{U' '});
    CHECK(prepared("({company:a}の|{chip:a}が)x").second == std::vector<char32_t>{U'が', U'の'});
    CHECK(prepared("{company:a}").second.empty());
    CHECK(prepared("{company_list:a}の").second.empty());
    CHECK(prepared("{company:a}.の").second.empty());
    CHECK(prepared("{company:a}の").starts == 1);
    CHECK(prepared("提携した{company:a}").starts == 0);
}

TEST_CASE("patterns that would have to be tried everywhere are refused") {
    for (const char* pattern : {".{0,9}{company:a}が", "[^。]{0,9}提携", "(a|{company:a})の", "(新)?{company:a}",
                                "a.{company:b}", "\\b", "xy{company:a}"}) {
        CAPTURE(pattern);
        CHECK(prepared(pattern).why_not_runnable.has_value());
    }
    for (const char* pattern : {"{company:a}が", "^{company:a}が", "提携(した)?{company:b}",
                                "(acquire|buy) {company:a}", "({company:a}|{chip:a})を"}) {
        CAPTURE(pattern);
        CHECK_FALSE(prepared(pattern).why_not_runnable.has_value());
    }
}

TEST_CASE("faults of patterns are told with their places") {
    const struct {
        std::string pattern, faults;
    } rows[] = {
        {"{company:a", "0 a { without its }"},
        {"{firm:a}が", "0 no type of mention and no shared pattern is called {firm:a}"},
        {"{firm}が", "0 no firm"},
        {"{company:A}", "0 a capture's name is written in small letters, digits and _"},
        {"が({company:a}", "3 a ( without its )"},
        {"が)", "3 a ) without its ("},
        {"[あ", "0 a [ without its ]"},
        {"{company:a}.*", "12 a gap must be bounded: write {0,20}"},
        {"a{3,1}", "1 the first count is larger than the second"},
        {"a{0,900}", "1 at most 200 repetitions"},
        {"{company:a}{0,3}x", "0 a mention with a name cannot be repeated: use a _list"},
        {"+a", "0 nothing to repeat"},
        {"\\q", "0 unknown escape \\q"},
        {"(?i)a", "1 groups are written ( ) and have no flags; 1 nothing to repeat"},
        {"{x}{y}", "0 no x; 3 no y"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.pattern);
        CHECK(faults_of(row.pattern) == row.faults);
    }
}
