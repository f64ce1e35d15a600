#include "scan/values.h"

#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "scan/dates.h"
#include "scan/numeral_parts.h"
#include "scan/value_amount.h"
#include "scan/value_join.h"
#include "scan/value_starts.h"
#include "scan/value_words.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::is_digit;
using numeral::is_letter;

namespace {

class BlockScanner {
public:
    BlockScanner(const Text& text, Span block, const ValueTable& table, const ValueStarts& starts, Findings& findings,
                 std::vector<Mention>& values)
        : text_(text),
          starts_(starts),
          context_{std::string_view(text.folded).substr(0, block.end), block.begin, &table, findings.mentions},
          join_(context_, values, findings.warnings) {}

    void run() {
        const std::string_view all = context_.text;
        std::size_t at = context_.begin;
        while (at < all.size()) {
            const auto lead = static_cast<unsigned char>(all[at]);
            if (lead >= 0xE3 && lead <= 0xE9 && at + 2 < all.size() && !starts_.cjk_sign(all.data() + at)) {
                at += 3;
            } else if (!starts_.may(all[at])) {
                ++at;
            } else {
                at = std::max(step(at), at + 1);
            }
        }
    }

private:
    /// Looks at one place where something may begin; returns where to go on.
    std::size_t step(std::size_t at) {
        const std::string_view all = context_.text;
        const char c = all[at];
        if (is_letter(c)) {
            if (at > context_.begin && ValueStarts::in_word(all[at - 1])) return word_end(at);
            const std::size_t end = starts_.word(all, at) ? read(at) : 0;
            return end != 0 ? end : word_end(at);
        }
        if (!is_digit(c)) {
            if (!is_lead(c)) return at + 1;
            const std::size_t size = c == '\xC2' ? 2 : 3;
            if (!starts_.sign(all, at)) return at + size;
            const std::size_t end = read(at);
            return end != 0 ? end : at + size;
        }
        std::size_t end = read(at);
        if (end == 0) {
            end = at;
            while (end < all.size() && is_digit(all[end])) ++end;
        }
        return end;
    }

    std::size_t word_end(std::size_t at) const {
        const std::string_view all = context_.text;
        while (at < all.size() && ValueStarts::in_word(all[at])) ++at;
        return at;
    }

    /// The value, date or nothing that begins at `at`; the place behind it, or 0 where nothing was read.
    std::size_t read(std::size_t at) {
        if (const Mention* entity = entity_over(context_, at)) return entity->span.end;
        if (const std::size_t code = inside_code(at); code != 0) return code;
        if (const std::size_t end = read_date(at); end != 0) return end;
        if (const std::size_t end = read_fixed(at); end != 0) return end;
        return join_.read_value(at);
    }

    std::size_t inside_code(std::size_t at) {
        while (next_code_ < text_.code.size() && text_.code[next_code_].end <= at) ++next_code_;
        if (next_code_ == text_.code.size() || at < text_.code[next_code_].begin) return 0;
        return text_.code[next_code_].end;
    }

    bool glued_left(std::size_t at) const {
        if (at == context_.begin) return false;
        const char left = context_.text[at - 1];
        return is_letter(left) || is_digit(left) || left == '.' || left == '-' || left == '_' || left == '/';
    }

    std::size_t read_date(std::size_t at) {
        auto date = lex_date(context_.text, at);
        if (!date || glued_left(at)) return 0;
        const std::size_t end = date->span.end;
        if (is_digit(byte_at(context_.text, end)) || byte_at(context_.text, end) == ':') return 0;
        join_.add_date(date->span, std::move(date->start), std::move(date->end));
        return end;
    }

    /// A word that is a value itself: 半分, doubled, double-digit.
    std::size_t read_fixed(std::size_t at) {
        const std::string_view all = context_.text;
        std::size_t size = 0;
        const FixedWord* word = nullptr;
        context_.table->fixed.find(all.substr(at, 32), true, [&](std::size_t n, std::uint32_t number) {
            if (is_letter(all[at + n - 1]) && (is_letter(byte_at(all, at + n)) || byte_at(all, at + n) == '-')) return;
            size = n;
            word = &context_.table->fixed_words[number];
        });
        if (word == nullptr) return 0;
        const WordRule* rule = &context_.table->rules[word->rule];
        if (rule->text.empty()) return at + size;
        Amount amount;
        amount.span = amount.numeral.span = {at + word->before, at + size - word->behind};
        amount.numeral.form = NumeralForm::words;
        amount.magnitude = rule->magnitude;
        amount.type = rule->type;
        amount.unit = rule->text;
        amount.row = context_.table->unit(rule->text);
        amount.by = rule->id;
        join_.add(std::move(amount));
        return at + size;
    }

    const Text& text_;
    const ValueStarts& starts_;
    ValueContext context_;
    ValueJoin join_;
    std::size_t next_code_ = 0;
};

bool stands_before(const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

/// Merges `found` into `mentions`, both in order, from behind, so that each is moved once at most.
void merge_behind(std::vector<Mention>& mentions, std::vector<Mention>& found) {
    auto name = mentions.end() - mentions.begin();
    mentions.resize(mentions.size() + found.size());
    auto place = mentions.end();
    for (auto value = found.end(); value != found.begin();) {
        const bool behind = name == 0 || !stands_before(*(value - 1), mentions[static_cast<std::size_t>(name - 1)]);
        *--place = behind ? std::move(*--value) : std::move(mentions[static_cast<std::size_t>(--name)]);
    }
}

}  // namespace

void scan_values(const Text& text, const ValueTable& values, Findings& findings) {
    const ValueStarts starts(values);
    std::vector<Mention> found;
    found.reserve(text.folded.size() / 160 + 8);  // one value in 220 bytes of news; growing moved them all, twice
    for (const TextBlock& block : text.blocks) {
        if (block.kind == BlockKind::front_matter || block.kind == BlockKind::code) continue;
        BlockScanner(text, block.span, values, starts, findings, found).run();
    }
    if (!std::is_sorted(found.begin(), found.end(), stands_before)) {
        std::stable_sort(found.begin(), found.end(), stands_before);
    }
    merge_behind(findings.mentions, found);
}

}  // namespace hardfacts
