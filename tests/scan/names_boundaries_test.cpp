#include "scan/names_boundaries.h"

#include <doctest/doctest.h>

#include <string>

namespace hardfacts {

namespace {

/// A text with its name between [ and ].
struct Marked {
    std::string text;
    Span name;

    explicit Marked(std::string_view marked) {
        const std::size_t open = marked.find('['), close = marked.find(']');
        text.append(marked.substr(0, open))
            .append(marked.substr(open + 1, close - open - 1))
            .append(marked.substr(close + 1));
        name = {open, close - 1};
    }
};

}  // namespace

TEST_CASE("names stand between words, and are not cut out of longer ones") {
    using enum MentionType;
    struct Row {
        const char* text;
        MentionType type;
        bool whole;
    };
    const Row rows[] = {
        {"the [NVIDIA] chip", company, true},
        {"x[NVIDIA]", company, false},
        {"[NVIDIA]5", company, false},
        {"[NVIDIA]_x", company, false},
        {"米[NVIDIA]の", company, true},
        {"[NVIDIA]'s", company, true},
        {"[NVIDIA].", company, true},
        {"[Intel]-based", company, true},
        {"non-[NVIDIA]", company, true},
        {"Sumitomo-[NVIDIA]", company, true},
        {"X-[Intel]", company, false},
        {"US-[China] trade", place, true},
        {"SYS-[H100]", chip, false},
        {"pre-[Blackwell]", chip, true},
        {"[GPT-4]-1106", product, false},
        {"[CUDA]-based", product, true},
        {"O'[Reilly]", company, false},
        {"AT&[T1]", company, false},
        {"[Disney]+", company, false},
        {"[Disney]+Hulu", company, true},
        {"[Gemini 2].5", product, false},
        {"[Gemini 2].", product, true},
        {"1.[3M] units", company, false},
        {"$[3M] units", company, false},
        {"Est[ée] Lauder", company, false},
        {"[アーム]は", company, true},
        {"[アーム]チェア", company, false},
        {"ロボット[アーム]", company, false},
        {"[ソニー]・グループ", company, true},
        {"[京都]の工場", place, true},
        {"東[京都]", place, false},
        {"新[大阪]", place, false},
        {"[東京]大学", place, false},
        {"[日本]語", place, false},
        {"[日本]企業", place, true},
        {"[日本]人口", place, true},
        {"東[日本]", place, false},
        {"[富士]通", place, false},
        {"[日立]市", company, false},
        {"[日立]製", company, true},
        {"[日経]平均", company, false},
        {"国立[清華大学]", company, false},
        {"米[国防総省]", company, true},
        {"[石破茂]首相", person, true},
        {"[石破]政権", person, true},
        {"[孫正義]会長", person, true},
        {"[高市早苗]経産相", person, true},
        {"[高市]場", person, false},
        {"[石破]首相官邸", company, false},
        {"植田[日銀]", company, false},
        {"[米]政府", place, true},
        {"全[米]", place, false},
        {"[りそな]は", company, true},
        {"[삼성]전자", company, true},
        {"[NVIDIA]", company, true},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const Marked marked(row.text);
        CHECK(is_whole_word(marked.text, {0, marked.text.size()}, marked.name, row.type) == row.whole);
    }
}

TEST_CASE("names inside addresses are none") {
    struct Row {
        const char* text;
        bool address;
    };
    const Row rows[] = {
        {"see https://[NVIDIA].com", true},
        {"https://x.org/a/[NVIDIA]/b", true},
        {"(https://x.org/?q=[NVIDIA])", true},
        {"www.x.org/[NVIDIA]", true},
        {"[meta].com", true},
        {"[Meta].", false},
        {"[Meta]. The", false},
        {"by [OpenAI].It", false},
        {"@[NVIDIA]", true},
        {"#[NVIDIA]", true},
        {"[NVIDIA]@x.org", true},
        {"info@[NVIDIA].com", true},
        {"[Intel]-report.pdf", true},
        {"[AMD]-based", false},
        {"[AMD]/Intel", false},
        {"AMD/[Intel]", false},
        {"github.com/[NVIDIA]", true},
        {"/usr/[CUDA]", true},
        {"(参照:https://x.org)[NVIDIA]", false},
        {"[NVIDIA]:https://x.org", false},
        {"ai.[meta]", true},
        {"said.[Meta] then", false},
        {"[NVIDIA]", false},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const Marked marked(row.text);
        CHECK(stands_in_address(marked.text, {0, marked.text.size()}, marked.name) == row.address);
    }
}

TEST_CASE("initials and the names they belong to") {
    struct Row {
        const char* text;
        bool follows, ends;
    };
    const Row rows[] = {
        {"D. E. [Shaw] Ventures", true, false},    {"P.S.V. [Nowak]", true, false},
        {"the Board. [Nowak] said", false, false}, {"Prof. [Maria J]. Nowak", false, true},
        {"[Maria Nowak]. Then", false, false},     {"by [J]. Nowak", false, false},
        {"[Maria J] said", false, false},          {"[Nowak]", false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const Marked marked(row.text);
        CHECK(follows_initial(marked.text, {0, marked.text.size()}, marked.name.begin) == row.follows);
        CHECK(ends_in_initial(marked.text, marked.name) == row.ends);
    }
}

}  // namespace hardfacts
