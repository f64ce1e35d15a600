#include "model/span_check.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
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

/// A place in the source, counted three ways.
struct Counts {
    std::size_t bytes = 0;
    std::size_t characters = 0;
    std::size_t units = 0;
};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Bytes in another charset than UTF-8, read piece by piece.
class OriginalBytes {
public:
    OriginalBytes(std::string_view bytes, const std::string& encoding) : bytes_(bytes) {
        has_states_ = encoding.starts_with("ISO-2022");
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(encoding.c_str(), &status));
    }

    /// What stands at `span`; U+FFFD for what is no text there.
    std::string at(Span span) const {
        std::string piece(escape_before(span.begin));
        piece += slice(bytes_, span);
        std::u16string units(piece.size() + 1, u'\0');
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t size = ucnv_toUChars(converter_.get(), units.data(), static_cast<std::int32_t>(units.size()),
                                                piece.data(), static_cast<std::int32_t>(piece.size()), &status);
        std::string out;
        if (U_SUCCESS(status)) icu::UnicodeString(units.data(), size).toUTF8String(out);
        return out;
    }

    std::size_t size() const { return bytes_.size(); }

private:
    /// The escape sequence that says how to read the byte at `at` (ISO-2022-JP), or nothing.
    std::string_view escape_before(std::size_t at) const {
        const std::size_t begin = at == 0 || !has_states_ ? bytes_.npos : bytes_.rfind('\x1B', at - 1);
        if (begin == bytes_.npos) return {};
        const std::size_t size = bytes_.substr(begin + 1, 2) == "$(" ? 4 : 3;
        return bytes_.substr(begin, std::min(size, at - begin));
    }

    std::string_view bytes_;
    bool has_states_;
    std::unique_ptr<UConverter, CloseConverter> converter_;
};

class SpanCheck {
public:
    /// `original`: the bytes that the spans' bytes count in, where they are not those of the source.
    SpanCheck(const Record& record, std::string_view source, const OriginalBytes* original = nullptr)
        : record_(record), source_(source), original_(original) {}

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

    /// The offsets that are looked up in the source: bytes, or code points where its bytes are not the original's.
    const Span& key(const SourceSpan& span) const { return original_ == nullptr ? span.byte : span.character; }

    /// Walks the source once, code point by code point, and notes the counts at every offset that a span names.
    void count() {
        for (const Promise& promise : promises_) {
            counts_.emplace(key(*promise.span).begin, Counts{});
            counts_.emplace(key(*promise.span).end, Counts{});
        }
        std::vector<std::size_t> wanted;
        for (const auto& entry : counts_) wanted.push_back(entry.first);
        std::sort(wanted.begin(), wanted.end());
        Counts so_far;
        for (const std::size_t offset : wanted) {
            while (so_far.bytes < source_.size() && is_before(so_far, offset)) {
                const auto byte = static_cast<unsigned char>(source_[so_far.bytes]);
                if ((byte & 0xC0U) != 0x80U) ++so_far.characters, so_far.units += byte >= 0xF0U ? 2 : 1;
                ++so_far.bytes;
            }
            counts_[offset] = so_far;
        }
    }

    bool is_before(const Counts& counts, std::size_t offset) const {
        if (original_ == nullptr) return counts.bytes < offset;
        return counts.characters < offset || cuts_character(counts.bytes);
    }

    bool cuts_character(std::size_t offset) const {
        return offset < source_.size() && (static_cast<unsigned char>(source_[offset]) & 0xC0U) == 0x80U;
    }

    void check(const Promise& promise) {
        const SourceSpan& span = *promise.span;
        const auto fault = [&](const char* what) { faults_.push_back(promise.place + ": " + what); };
        if (span.byte.begin >= span.byte.end) return fault("its span is empty");
        if (span.byte.end > (original_ == nullptr ? source_.size() : original_->size())) {
            return fault("its span ends behind the source");
        }
        const Counts& begin = counts_.at(key(span).begin);
        const Counts& end = counts_.at(key(span).end);
        if (cuts_character(begin.bytes) || cuts_character(end.bytes)) return fault("its span cuts a character");
        if (span.character != Span{begin.characters, end.characters}) fault("its char offsets do not fit its bytes");
        if (span.utf16 != Span{begin.units, end.units}) fault("its utf16 offsets do not fit its bytes");
        const std::string_view words = slice(source_, {begin.bytes, end.bytes});
        const bool same = original_ == nullptr || original_->at(span.byte) == words;
        if (!same || (promise.text && *promise.text != words)) fault("the source holds other words there");
    }

    const Record& record_;
    std::string_view source_;
    const OriginalBytes* original_;
    std::unordered_map<std::string_view, const RecordMention*> mentions_;
    std::vector<Promise> promises_;
    std::unordered_map<std::size_t, Counts> counts_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> span_faults(const Record& record, std::string_view source) {
    return SpanCheck(record, source).faults();
}

std::vector<std::string> span_faults(const Record& record, const Document& document) {
    if (document.original.empty()) return span_faults(record, document.source);
    const OriginalBytes original(document.original, document.info.encoding);
    return SpanCheck(record, document.source, &original).faults();
}

}  // namespace hardfacts
