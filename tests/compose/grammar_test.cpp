#include "compose/grammar.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace hardfacts;

namespace {

/// The mark of the name between '<' and '>'.
std::string mark_in(std::string text) {
    const std::size_t begin = text.find('<');
    text.erase(begin, 1);
    const std::size_t end = text.find('>');
    text.erase(end, 1);
    return to_string(mark_of(text, {0, text.size()}, {begin, end}));
}

}  // namespace

TEST_CASE("the words beside a name tell its part") {
    struct Row {
        const char* sentence;
        const char* mark;
    };
    for (const Row row : {
             Row{"<ノルド>は増収となった。", "topic"},
             Row{"<ノルド>も増収となった。", "topic"},
             Row{"<ノルド>搭載の端末は重い。", "companion"},
             Row{"<Nord>-powered badges sell.", "companion"},
             Row{"The <Nord> gaming laptop sells.", "companion"},
             Row{"<ノルド>の2025年第4四半期決算は好調だった。", "topic"},
             Row{"<ノルド>のラックは重い。", "possessor"},
             Row{"<ノルド>の売上が伸び、市場は沸いた。", "possessor"},
             Row{"<ノルド>が発表した。", "subject"},
             Row{"<ボレアリス9>チップが載る。", "subject"},
             Row{"「<ボレアリス9>」（新型）を出す。", "object"},
             Row{"<ノルド>の売上高", "possessor"},
             Row{"<ノルド>に出資した。", "receiver"},
             Row{"<ノルド>と契約した。", "companion"},
             Row{"<ノルド>から調達した。", "source_of"},
             Row{"<ボレアリス8>比で3倍", "baseline"},
             Row{"<ボレアリス8>と比べて速い", "baseline"},
             Row{"<ノルド>によると増えた。", "speaker"},
             Row{"<Nord> reported a profit.", "subject"},
             Row{"The <Borealis 9> chip has more.", "subject"},
             Row{"<Nord>, which makes chips, grew.", "subject"},
             Row{"<Nord>'s revenue grew.", "possessor"},
             Row{"<Nord>’s revenue grew.", "possessor"},
             Row{"<Nord>'s consensus was lower.", "speaker"},
             Row{"below <Nord>'s $7.02 billion average estimate", "speaker"},
             Row{"former <Nord> engineers raised money", "companion"},
             Row{"a fund of ex-<Nord> staff", "companion"},
             Row{"<ノルド>共同創業者が私財を投じた。", "companion"},
             Row{"faster than the <Borealis 8>", "baseline"},
             Row{"a deal with <Nord> for chips", "companion"},
             Row{"sold to <Nord> last year", "receiver"},
             Row{"money from <Nord> and others", "source_of"},
             Row{"according to <Nord> on Monday", "speaker"},
             Row{"with fast InfiniBand <Nord> controllers inside", "none"},
         }) {
        CHECK_MESSAGE(mark_in(row.sentence) == row.mark, row.sentence);
    }
}

TEST_CASE("a name may stand for a noun behind it") {
    for (const char* rest : {" laptops sell well", " capacitive displays", "関連株", "モジュールは"}) {
        CHECK_MESSAGE(noun_follows(rest), rest);
    }
    for (const char* rest : {"", " said so", " and others", " Ultra", "は好調", ", which", " is"}) {
        CHECK_FALSE_MESSAGE(noun_follows(rest), rest);
    }
}

TEST_CASE("brackets hold what stands between them") {
    const std::string_view text = "A (B) C（D）E";
    const Span all{0, text.size()};
    CHECK_FALSE(in_brackets(text, all, text.find('A')));
    CHECK(in_brackets(text, all, text.find('B')));
    CHECK_FALSE(in_brackets(text, all, text.find('C')));
    CHECK(in_brackets(text, all, text.find('D')));
    CHECK_FALSE(in_brackets(text, all, text.find('E')));
}
