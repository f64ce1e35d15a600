#include "workbench/gazetteer_lint.h"

#include <doctest/doctest.h>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

using Lines = std::vector<std::string>;

Lines findings(const std::map<std::string, std::string>& gazetteers) {
    return own_findings(lint_gazetteers(Layered(gazetteers).bench()));
}

}  // namespace

TEST_CASE("good rows give no finding") {
    CHECK(findings({{"companies.csv", "id,name,aliases,flags\nq,Quillbrook,Zedd?;Target?,\nr,Harbor,,common_word\n"},
                    {"units.csv",
                     "symbol,dimension,base_unit,factor,en_forms,ja_forms,near\nblorp,other,blorp,1,blorps,,\n"}})
              .empty());
}

TEST_CASE("each mistake is found") {
    CHECK(findings({{"companies.csv", "id,name\nq,Target\n"}}) == Lines{"g/companies.csv:2 lint.common_word"});
    CHECK(findings({{"companies.csv",
                     "id,name,aliases,flags\nq,Zed One,Zedd?,ambiguous_name\nr,Zed Two,Zedd?,ambiguous_name\n"}}) ==
          Lines{"g/companies.csv:3 lint.undecided"});
    CHECK(findings({{"companies.csv", "id,name,aliases,flags\nq,Zed One,Zedd?,\nr,Zed Two,Zedd?,ambiguous_name\n"}})
              .empty());
    CHECK(findings({{"companies.csv", "id,name\nq,Quill 500 Index\n"},
                    {"evidence.csv", "type,side,text\nnone,is,Quill 500 Index\n"}}) ==
          Lines{"g/companies.csv:2 lint.shadowed"});
    CHECK(findings({{"evidence.csv", "type,side,text\ncompany,before,zedd \ncompany,not_before,zedd \n"}}) ==
          Lines{"g/evidence.csv:3 lint.evidence"});
    CHECK(findings({{"units.csv",
                     "symbol,dimension,base_unit,factor,en_forms,ja_forms,near\nblorp,other,blorp,1,dollars,,\n"}}) ==
          Lines{"g/units.csv:2 lint.unit"});
}
