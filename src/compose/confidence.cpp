#include "compose/confidence.h"

namespace hardfacts {

std::string rule_name(const AttributeChoice& attribute, const SubjectChoice& subject) {
    std::string name = "binder.";
    if (attribute.inherited)
        name += "before";
    else if (attribute.cue == nullptr)
        name += attribute.attribute == "units" ? "counted" : "form";
    else
        name += attribute.cue_span.empty() ? "measure" : "cue";
    name += '.';
    name += subject.mention == no_mention ? std::string_view("open") : to_string(subject.scope);
    return name;
}

// The shares of 230 facts, drawn twice from news of both languages, that a reader who knew only the text accepted: in
// full, and of facts with an open subject those with nothing else wrong. Rounded to what so few can tell.
std::string_view confidence_of(const AttributeChoice& attribute, const SubjectChoice& subject) {
    const bool by_word = attribute.cue == nullptr || !attribute.cue_span.empty();
    const bool plain = !attribute.inherited && (by_word || !attribute.attribute.starts_with("other_"));
    if (subject.mention == no_mention) return plain ? "0.5" : "0.3";
    if (attribute.cue == nullptr && !attribute.inherited && attribute.attribute == "units")
        return "0.8";  // counted hardware
    constexpr int wide = 250;
    switch (subject.scope) {
        case Sign::column_heading:
        case Sign::row_heading: return plain ? "0.7" : "0.5";
        case Sign::in_sentence:
            if (!plain) return "0.35";
            return subject.lead >= wide ? "0.55" : "0.4";
        case Sign::document_topic: return plain ? "0.45" : "0.3";
        default: return plain ? "0.3" : "0.2";
    }
}

}  // namespace hardfacts
