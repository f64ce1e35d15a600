#include "knowledge/rule_matcher.h"

#include <algorithm>

#include "knowledge/names_index.h"
#include "model/utf8.h"

namespace hardfacts {

/// One search.
class RuleMatcher::Run {
public:
    Run(const RuleMatcher& program, std::string_view text, std::size_t at, std::size_t limit, Scratch& scratch)
        : program_(program), text_(text), base_(at), limit_(limit), scratch_(scratch) {
        scratch.seen.clear();
    }

    bool may_begin(std::size_t at) const { return may(program_.first_, at); }

    const Match* from(std::size_t at) {
        scratch_.open.clear();
        std::fill_n(groups_.begin(), 2 * program_.groups_, no_group);
        std::size_t place = at;
        for (std::uint32_t number = program_.first_; program_.steps_[number].op != Op::done;) {
            if (!step(number, place) && !go_back(number, place)) return nullptr;
        }
        Match& match = scratch_.match;
        match.whole = {at, place};
        for (std::size_t k = 0; k < program_.groups_; ++k) {
            const std::uint32_t begin = groups_[2 * k], end = groups_[2 * k + 1];
            match.groups[k] = begin == no_group || end == no_group ? Span{no_place, no_place} : Span{begin, end};
        }
        return &match;
    }

private:
    static constexpr std::uint32_t restores = 1U << 31U;  ///< a choice that gives a group its old place back
    static constexpr std::uint32_t no_group = static_cast<std::uint32_t>(-1);

    bool may(std::uint32_t number, std::size_t place) const {
        const std::uint32_t bytes = program_.steps_[number].bytes;
        return bytes == any_bytes ||
               (place < limit_ && program_.begins_[bytes][static_cast<unsigned char>(text_[place])]);
    }

    /// Takes the step `number` at `place`, and moves both on; false where it fails.
    bool step(std::uint32_t& number, std::size_t& place) {
        const Step& one = program_.steps_[number];
        switch (one.op) {
            case Op::text:
            case Op::exact_text:
                if (!stands_at(one, place)) return false;
                place += one.b;
                break;
            case Op::one_of: {
                const std::size_t size = place < limit_ ? size_in(program_.sets_[one.a], place) : 0;
                if (size == 0) return false;
                place += size;
                break;
            }
            case Op::choice: return choose(one, number, place);
            case Op::open_group: put(2 * one.a, place); break;
            case Op::close_group: put(2 * one.a + 1, place); break;
            case Op::text_begin:
                if (place != 0) return false;
                break;
            case Op::text_end:
                if (place != text_.size()) return false;
                break;
            case Op::word_edge:
                if (is_word_before(place) == is_word_at(place)) return false;
                break;
            case Op::done: break;
        }
        number = one.next;
        return true;
    }

    bool choose(const Step& one, std::uint32_t& number, std::size_t place) {
        if (one.mark != no_mark && !is_new(one.mark, place)) return false;
        const bool first = may(one.a, place), second = may(one.b, place);
        if (!first && !second) return false;
        if (first && second) scratch_.open.push_back({one.b, static_cast<std::uint32_t>(place)});
        number = first ? one.a : one.b;
        return true;
    }

    bool go_back(std::uint32_t& number, std::size_t& place) {
        while (!scratch_.open.empty()) {
            const Scratch::Choice last = scratch_.open.back();
            scratch_.open.pop_back();
            if ((last.step & restores) != 0) {
                groups_[last.step & ~restores] = last.value;
                continue;
            }
            number = last.step;
            place = last.value;
            return true;
        }
        return false;
    }

    void put(std::uint32_t slot, std::size_t place) {
        scratch_.open.push_back({restores | slot, groups_[slot]});
        groups_[slot] = static_cast<std::uint32_t>(place);
    }

    /// Room is made as far as the search gets.
    bool is_new(std::uint32_t mark, std::size_t place) {
        constexpr std::size_t more = 16;
        const std::size_t bit = (place - base_) * program_.marks_ + mark;
        if (bit / 64 >= scratch_.seen.size()) scratch_.seen.resize(bit / 64 + more);
        std::uint64_t& bits = scratch_.seen[bit / 64];
        const std::uint64_t own = std::uint64_t{1} << bit % 64;
        if ((bits & own) != 0) return false;
        bits |= own;
        return true;
    }

    bool stands_at(const Step& one, std::size_t place) const {
        if (limit_ - place < one.b) return false;
        const char* wanted = program_.texts_.data() + one.a;
        const char* here = text_.data() + place;
        if (one.op == Op::exact_text) return std::equal(wanted, wanted + one.b, here);
        for (std::uint32_t k = 0; k < one.b; ++k) {
            if (lower_byte(here[k]) != wanted[k]) return false;
        }
        return true;
    }

    /// Bytes of the character at `place` if it is of `set`; else 0.
    std::size_t size_in(const Set& set, std::size_t place) const {
        const auto byte = static_cast<unsigned char>(text_[place]);
        if (byte < set.ascii.size()) return set.ascii[byte] ? 1 : 0;
        if (!set.leads[byte]) return !set.negated ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const CodePoint c = decode_at(text_, place);
        const bool listed = std::any_of(set.others.begin(), set.others.end(), [&](const auto& range) {
            return c.value >= range.first && c.value <= range.second;
        });
        return listed != set.negated ? c.size : 0;
    }

    bool is_word_at(std::size_t place) const { return place < text_.size() && is_word_byte(text_[place]); }
    bool is_word_before(std::size_t place) const { return place > 0 && is_word_byte(text_[place - 1]); }

    const RuleMatcher& program_;
    std::string_view text_;
    std::size_t base_, limit_;
    Scratch& scratch_;
    std::array<std::uint32_t, 2 * most_groups> groups_;  ///< begins and ends
};

const RuleMatcher::Match* RuleMatcher::match_at(std::string_view text, std::size_t at, std::size_t limit,
                                                Scratch& scratch) const {
    Run run(*this, text, at, limit, scratch);
    return run.may_begin(at) ? run.from(at) : nullptr;
}

const RuleMatcher::Match* RuleMatcher::find(std::string_view text, std::size_t at, std::size_t limit,
                                            Scratch& scratch) const {
    Run run(*this, text, at, limit, scratch);
    for (; at <= limit; ++at) {
        if ((at < text.size() && !is_lead(text[at])) || !run.may_begin(at)) continue;
        if (const Match* match = run.from(at)) return match;
    }
    return nullptr;
}

}  // namespace hardfacts
