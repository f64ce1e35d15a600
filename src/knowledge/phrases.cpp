#include "knowledge/phrases.h"

#include <algorithm>
#include <numeric>

#include "model/utf8.h"

namespace hardfacts {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_word(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 && (is_ascii_alpha(byte) || is_ascii_digit(byte));
}

bool stands_alone(std::string_view text, Span span) {
    const bool joined_left = span.begin > 0 && is_word(text, span.begin - 1) && is_word(text, span.begin);
    const bool joined_right = span.end < text.size() && is_word(text, span.end) && is_word(text, span.end - 1);
    return !joined_left && !joined_right;
}

bool equal_lower(std::string_view text, std::string_view phrase) {
    return std::equal(phrase.begin(), phrase.end(), text.begin(), [](char p, char t) { return p == lower(t); });
}

}  // namespace

std::size_t PhraseTable::add(std::string_view phrase) {
    std::string key(phrase);
    std::transform(key.begin(), key.end(), key.begin(), lower);
    const auto known = std::find(phrases_.begin(), phrases_.end(), key);
    if (known != phrases_.end()) return static_cast<std::size_t>(known - phrases_.begin());
    phrases_.push_back(std::move(key));
    return phrases_.size() - 1;
}

void PhraseTable::compile() {
    order_.resize(phrases_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
        const auto first = [this](std::uint32_t k) { return static_cast<unsigned char>(phrases_[k][0]); };
        if (first(a) != first(b)) return first(a) < first(b);
        return phrases_[a].size() != phrases_[b].size() ? phrases_[a].size() > phrases_[b].size()
                                                        : phrases_[a] < phrases_[b];
    });
    first_byte_.fill(0);
    for (const std::string& phrase : phrases_) ++first_byte_[static_cast<unsigned char>(phrase[0]) + 1U];
    std::partial_sum(first_byte_.begin(), first_byte_.end(), first_byte_.begin());
}

void PhraseTable::find(std::string_view text, Span range, std::vector<Hit>& hits) const {
    for (std::size_t at = range.begin; at < range.end; ++at) {
        if (!is_lead(text[at])) continue;
        const auto first = static_cast<unsigned char>(lower(text[at]));
        for (std::uint32_t k = first_byte_[first]; k < first_byte_[first + 1U]; ++k) {
            const std::string& phrase = phrases_[order_[k]];
            const Span span{at, at + phrase.size()};
            if (span.end > text.size() || !equal_lower(text.substr(at), phrase) || !stands_alone(text, span)) continue;
            hits.push_back({span, order_[k]});
            break;
        }
    }
}

}  // namespace hardfacts
