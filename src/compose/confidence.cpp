#include "compose/confidence.h"

namespace hardfacts {

std::string rule_name(const AttributeChoice& attribute, const SubjectChoice& subject) {
    std::string name = "binder.";
    if (attribute.inherited) name += "before";
    else if (attribute.cue == nullptr) name += "counted";
    else name += attribute.cue_span.empty() ? "measure" : "cue";
    name += '.';
    name += subject.mention == no_mention ? std::string_view("open") : to_string(subject.scope);
    return name;
}

std::string_view confidence_of(const AttributeChoice& attribute, const SubjectChoice& subject) {
    const bool plain = !attribute.inherited && (attribute.cue == nullptr || !attribute.cue_span.empty());
    constexpr int wide = 250;
    constexpr int fair = 120;
    if (subject.lead >= wide) return plain ? "0.9" : "0.75";
    if (subject.lead >= fair) return plain ? "0.75" : "0.6";
    return plain ? "0.6" : "0.45";
}

}  // namespace hardfacts
