#include "workbench/rule_tests.h"

#include <fnmatch.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "compose/rule_examples.h"
#include "knowledge/knowledge.h"
#include "scan/name_examples.h"
#include "scan/value_examples.h"
#include "workbench/rule_list.h"

namespace hardfacts {

bool fits(const std::string& id, const std::vector<std::string>& globs) {
    return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
               return fnmatch(glob.c_str(), id.c_str(), 0) == 0;
           });
}

RuleTests test_rules(const Workbench& bench, const std::vector<std::string>& globs) {
    const Knowledge& knowledge = bench.knowledge();
    RuleTests out;
    for (const ListedRule& rule : list_rules(bench)) {
        if (!fits(rule.id, globs)) continue;
        ++out.rules;
        out.examples += rule.matches + rule.rejects;
    }
    for (Diagnostics faults : {check_value_examples(*knowledge.values), check_name_examples(*knowledge.name_rules),
                               check_rule_examples(*knowledge.claim_rules)}) {
        std::copy_if(std::make_move_iterator(faults.begin()), std::make_move_iterator(faults.end()),
                     std::back_inserter(out.faults), [&](const Diagnostic& fault) {
                         return fits(fault.message.substr(0, fault.message.find(':')), globs);
                     });
    }
    return out;
}

}  // namespace hardfacts
