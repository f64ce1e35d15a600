#include "scan/values.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/utf8.h"
#include "scan/dates.h"
#include "scan/numeral_parts.h"
#include "scan/value_amount.h"
#include "scan/value_join.h"
#include "scan/value_words.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::is_digit;
using numeral::is_letter;

namespace {

/// Where the scan stands in the lists that lie over the text: it goes forward only, from block to block.
struct Cursor {
    std::size_t entity = 0;
    std::size_t code = 0;
};

class BlockScanner {
public:
    BlockScanner(const Text& text, Span block, const ValueTable& table, Cursor& cursor, Findings& findings,
                 std::vector<Mention>& values)
        : text_(text),
          cursor_(cursor),
          context_{std::string_view(text.folded).substr(0, block.end), block.begin, &table, findings.mentions},
          join_(context_, values, findings.warnings) {}

    void run() {
        const std::string_view all = context_.text;
        const ValueStarts& starts = context_.table->starts;
        std::size_t at = context_.begin;
        bool inside = false;
        while ((at = starts.find(all, at, inside)) < all.size()) {
            do {
                at = step(at);
            } while (at < all.size() && is_digit(all[at]));
            inside = ValueStarts::in_word(all[at - 1]);
        }
    }

private:
    /// Looks at one place where something may begin; returns where to go on.
    std::size_t step(std::size_t at) {
        if (const std::size_t end = read(at); end != 0) return std::max(end, at + 1);
        const std::string_view all = context_.text;
        if (is_digit(all[at])) {
            while (is_digit(byte_at(all, at))) ++at;
            return at;
        }
        do {
            ++at;
        } while (at < all.size() && ValueStarts::in_word(all[at]) && ValueStarts::in_word(all[at - 1]));
        return at;
    }

    /// The value, date or nothing that begins at `at`; the place behind it, or 0 where nothing was read.
    std::size_t read(std::size_t at) {
        if (const std::size_t end = inside_entity(at); end != 0) return end;
        if (const std::size_t code = inside_code(at); code != 0) return code;
        if (const std::size_t end = read_date(at); end != 0) return end;
        if (const std::size_t end = read_fixed(at); end != 0) return end;
        return join_.read_value(at);
    }

    /// The end of the entity over `at`, or 0.
    std::size_t inside_entity(std::size_t at) {
        const std::span<const Mention> entities = context_.entities;
        while (cursor_.entity < entities.size() && entities[cursor_.entity].span.end <= at) ++cursor_.entity;
        if (cursor_.entity == entities.size() || at < entities[cursor_.entity].span.begin) return 0;
        return entities[cursor_.entity].span.end;
    }

    std::size_t inside_code(std::size_t at) {
        while (cursor_.code < text_.code.size() && text_.code[cursor_.code].end <= at) ++cursor_.code;
        if (cursor_.code == text_.code.size() || at < text_.code[cursor_.code].begin) return 0;
        return text_.code[cursor_.code].end;
    }

    bool glued_left(std::size_t at) const {
        if (at == context_.begin) return false;
        const char left = context_.text[at - 1];
        return is_letter(left) || is_digit(left) || left == '.' || left == '-' || left == '_' || left == '/';
    }

    std::size_t read_date(std::size_t at) {
        if (!may_begin_date(context_.text, at)) return 0;
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
    Cursor& cursor_;
    ValueContext context_;
    ValueJoin join_;
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
    Cursor cursor;
    std::vector<Mention> found;
    found.reserve(text.folded.size() / 160 + 8);  // one value in 220 bytes of news; growing moved them all, twice
    for (const TextBlock& block : text.blocks) {
        if (block.kind == BlockKind::front_matter || block.kind == BlockKind::code) continue;
        BlockScanner(text, block.span, values, cursor, findings, found).run();
    }
    if (!std::is_sorted(found.begin(), found.end(), stands_before)) {
        std::stable_sort(found.begin(), found.end(), stands_before);
    }
    merge_behind(findings.mentions, found);
}

}  // namespace hardfacts
