#include "model/span_check.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace hardfacts {

namespace {

/// A span of the record, and the words it has to hold where they are known.
struct Promise {
    std::string place;
    const SourceSpan* span;
    std::optional<std::string_view> text;
};

struct Counts {
    std::size_t characters = 0;
    std::size_t units = 0;
};

class SpanCheck {
public:
    SpanCheck(const Record& record, std::string_view source) : record_(record), source_(source) {}

    std::vector<std::string> faults() {
        collect();
        count();
        for (const Promise& promise : promises_) check(promise);
        return std::move(faults_);
    }

private:
    void promise(std::string place, const SourceSpan& span, std::optional<std::string_view> text = std::nullopt) {
        promises_.push_back({std::move(place), &span, text});
    }

    void mention_exists(const std::string& place, const std::string& id) {
        if (!id.empty() && !mentions_.contains(id)) faults_.push_back(place + ": names the unknown mention " + id);
    }

    void collect() {
        for (const RecordMention& mention : record_.mentions) {
            mentions_.emplace(mention.id, &mention);
            promise("mentions/" + mention.id, mention.span, mention.text);
        }
        for (const RecordFact& fact : record_.facts) collect_fact(fact);
        for (const RecordRelation& relation : record_.relations) {
            collect_statement("relations/" + relation.id, relation);
            for (const EntityRef& ref : relation.args) mention_exists("relations/" + relation.id, ref.mention);
        }
        for (const RecordWarning& warning : record_.warnings) {
            if (warning.span) promise("warnings/" + warning.code, *warning.span);
        }
    }

    void collect_fact(const RecordFact& fact) {
        const std::string place = "facts/" + fact.id;
        collect_statement(place, fact);
        if (fact.subject) mention_exists(place + "/subject", fact.subject->mention);
        for (const auto& [role, refs] : fact.roles) {
            for (const EntityRef& ref : refs) mention_exists(place + "/roles/" + role, ref.mention);
        }
        const auto value = mentions_.find(fact.value_mention);
        if (value == mentions_.end()) {
            faults_.push_back(place + "/value: names the unknown mention " + fact.value_mention);
        } else if (value->second->text != fact.value_text) {
            faults_.push_back(place + "/value: its text is not that of " + fact.value_mention);
        }
    }

    /// What facts and relations share.
    template <class Statement>
    void collect_statement(const std::string& place, const Statement& statement) {
        promise(place + "/evidence", statement.evidence.span, statement.evidence.quote);
        for (const SourceSpan& occurrence : statement.occurrences) promise(place + "/occurrences", occurrence);
        if (statement.cue) promise(place + "/cue", *statement.cue);
        if (statement.attribution && statement.attribution->span) {
            promise(place + "/attribution", *statement.attribution->span, statement.attribution->text);
        }
    }

    /// Walks the source once, code point by code point, and notes the counts at every offset that a span names.
    void count() {
        for (const Promise& promise : promises_) {
            counts_.emplace(promise.span->byte.begin, Counts{});
            counts_.emplace(promise.span->byte.end, Counts{});
        }
        std::vector<std::size_t> wanted;
        for (const auto& entry : counts_) wanted.push_back(entry.first);
        std::sort(wanted.begin(), wanted.end());
        Counts so_far;
        std::size_t at = 0;
        for (const std::size_t offset : wanted) {
            for (; at < std::min(offset, source_.size()); ++at) {
                const auto byte = static_cast<unsigned char>(source_[at]);
                if ((byte & 0xC0U) != 0x80U) ++so_far.characters, so_far.units += byte >= 0xF0U ? 2 : 1;
            }
            counts_[offset] = so_far;
        }
    }

    bool cuts_character(std::size_t offset) const {
        return offset < source_.size() && (static_cast<unsigned char>(source_[offset]) & 0xC0U) == 0x80U;
    }

    void check(const Promise& promise) {
        const SourceSpan& span = *promise.span;
        const auto fault = [&](const char* what) { faults_.push_back(promise.place + ": " + what); };
        if (span.byte.begin >= span.byte.end) return fault("its span is empty");
        if (span.byte.end > source_.size()) return fault("its span ends behind the source");
        if (cuts_character(span.byte.begin) || cuts_character(span.byte.end)) return fault("its span cuts a character");
        const Counts& begin = counts_.at(span.byte.begin);
        const Counts& end = counts_.at(span.byte.end);
        if (span.character != Span{begin.characters, end.characters}) fault("its char offsets do not fit its bytes");
        if (span.utf16 != Span{begin.units, end.units}) fault("its utf16 offsets do not fit its bytes");
        if (promise.text && *promise.text != slice(source_, span.byte)) fault("the source holds other words there");
    }

    const Record& record_;
    std::string_view source_;
    std::unordered_map<std::string_view, const RecordMention*> mentions_;
    std::vector<Promise> promises_;
    std::unordered_map<std::size_t, Counts> counts_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> span_faults(const Record& record, std::string_view source) {
    return SpanCheck(record, source).faults();
}

}  // namespace hardfacts
