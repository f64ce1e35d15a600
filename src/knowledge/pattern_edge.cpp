#include "knowledge/pattern_edge.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

using Bytes = std::bitset<256>;
using Places = std::vector<std::size_t>;

Bytes just(char byte) { return Bytes().set(static_cast<unsigned char>(byte)); }

/// A part of a pattern: the places, one for each byte it writes, that a match of it can begin and end at.
struct Part {
    bool empty = true;  ///< may match nothing
    Places first, last;
};

void append(Places& to, const Places& more) { to.insert(to.end(), more.begin(), more.end()); }

/// Reads a pattern into places and what may follow what (Glushkov's automaton).
class Reader {
public:
    explicit Reader(std::string_view pattern) : pattern_(pattern) {}

    Part run() {
        Part out = alternatives();
        understood = understood && at_ == pattern_.size();
        return out;
    }

    std::vector<Bytes> bytes;      ///< of each place
    std::vector<Places> followed;  ///< the places behind each
    bool understood = true;

private:
    char now() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }
    bool take(std::string_view word) {
        if (!pattern_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }

    Part alternatives() {
        Part out = sequence();
        while (take("|")) {
            const Part other = sequence();
            out.empty = out.empty || other.empty;
            append(out.first, other.first);
            append(out.last, other.last);
        }
        return out;
    }

    Part sequence() {
        Part out;
        while (understood && at_ < pattern_.size() && now() != '|' && now() != ')') {
            Part next = atom();
            repeat(next);
            join(out, next);
        }
        return out;
    }

    void join(Part& out, const Part& next) {
        for (const std::size_t place : out.last) append(followed[place], next.first);
        if (out.empty) append(out.first, next.first);
        if (!next.empty) out.last.clear();
        append(out.last, next.last);
        out.empty = out.empty && next.empty;
    }

    void repeat(Part& part) {
        bool many = false;
        if (take("*") || take("?")) {
            many = pattern_[at_ - 1] == '*';
            part.empty = true;
        } else if (take("+")) {
            many = true;
        } else if (take("{")) {
            many = true;
            understood = understood && now() >= '0' && now() <= '9';
            part.empty = part.empty || now() == '0';
            at_ = std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1;
        } else {
            return;
        }
        take("?");
        if (!many) return;
        for (const std::size_t place : part.last) append(followed[place], part.first);
    }

    Part atom() {
        if (take("(")) return group();
        if (take("[")) return any_of();
        if (take("^") || take("$") || take("\\b")) return {};
        if (take("\\d")) return one(digits());
        if (now() == '\\' && at_ + 1 < pattern_.size()) {
            ++at_;
            const auto c = static_cast<unsigned char>(now());
            if (c < 0x80 && (is_ascii_alpha(c) || is_ascii_digit(c))) understood = false;
            return character();
        }
        return take(".") ? anything() : character();
    }

    /// A character, of as many bytes as it has.
    Part anything() {
        Part out = one(Bytes().set());
        followed[out.last.front()] = out.first;
        return out;
    }

    Part group() {
        const bool any_case = any_case_;
        if (take("?i:"))
            any_case_ = true;
        else if (!take("?:") && now() == '?')
            understood = false;
        Part out = alternatives();
        any_case_ = any_case;
        understood = understood && take(")");
        return out;
    }

    static Bytes digits() {
        Bytes out;
        for (std::size_t c = '0'; c <= '9'; ++c) out.set(c);
        return out;
    }

    /// [x×], [0-9]: ranges of ASCII only.
    Part any_of() {
        Part out;
        out.empty = false;
        if (now() == '^') understood = false;
        while (understood && at_ < pattern_.size() && now() != ']') {
            const char low = now();
            if (low == '\\' || low == '[') understood = false;
            Part one_of = character();
            if (now() == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
                const char high = pattern_[at_ + 1];
                at_ += 2;
                understood = understood && is_ascii(low) && is_ascii(high) && !any_case_;
                for (char c = low; understood && c < high;) one_of = one_more(one_of, ++c);
            }
            append(out.first, one_of.first);
            append(out.last, one_of.last);
        }
        understood = understood && take("]");
        return out;
    }

    Part one_more(Part& part, char byte) {
        bytes[part.first.front()].set(static_cast<unsigned char>(byte));
        return part;
    }

    Part one(const Bytes& set) {
        bytes.push_back(set);
        followed.emplace_back();
        return {false, {bytes.size() - 1}, {bytes.size() - 1}};
    }

    /// The character at the reader, byte by byte.
    Part character() {
        const std::size_t size = at_ < pattern_.size() ? decode_at(pattern_, at_).size : 1;
        Part out;
        for (std::size_t k = 0; k < size && at_ < pattern_.size(); ++k, ++at_) {
            Bytes set = just(now());
            const auto c = static_cast<unsigned char>(now());
            if (any_case_ && c < 0x80 && is_ascii_alpha(c)) set.set(c ^ 0x20U);
            Part next = one(set);
            if (any_case_ && (now() == 'k' || now() == 'K' || now() == 's' || now() == 'S')) widen(next);
            join(out, next);
        }
        return out;
    }

    /// U+017F is a small s too, U+212A a capital K.
    void widen(Part& letter) {
        for (const char byte : std::string_view("\xC5\xBF\xE2\x84\xAA")) one_more(letter, byte);
        followed[letter.last.front()] = letter.first;
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool any_case_ = false;
};

/// What may stand before each place.
std::vector<Places> turned(const std::vector<Places>& followed) {
    std::vector<Places> out(followed.size());
    for (std::size_t place = 0; place < followed.size(); ++place) {
        for (const std::size_t next : followed[place]) out[next].push_back(place);
    }
    return out;
}

}  // namespace

PatternEdge::PatternEdge() {
    for (Bytes& inner : inner_) inner.set();
}

PatternEdge::PatternEdge(std::string_view pattern, Side side) : PatternEdge() {
    Reader reader(pattern);
    const Part whole = reader.run();
    if (!reader.understood || whole.empty) return;
    for (Bytes& inner : inner_) inner.reset();
    const bool begin = side == Side::begin;
    const Places& outer = begin ? whole.first : whole.last;
    const Places& stops = begin ? whole.last : whole.first;
    const std::vector<Places> next = begin ? reader.followed : turned(reader.followed);
    for (const std::size_t place : outer) {
        Bytes inner;
        for (const std::size_t one : next[place]) inner |= reader.bytes[one];
        if (std::find(stops.begin(), stops.end(), place) != stops.end()) inner.set();
        for (std::size_t byte = 0; byte < 256; ++byte) {
            if (reader.bytes[place][byte]) inner_[byte] |= inner;
        }
    }
}

}  // namespace hardfacts
