#include "knowledge/rule_matcher.h"

#include <algorithm>

#include "knowledge/names_index.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

using Kind = RuleNode::Kind;

bool can_be_empty(const RuleNode& node) {
    switch (node.kind) {
        case Kind::letters: return node.text.empty();
        case Kind::one_of:
        case Kind::mention: return false;
        case Kind::place: return true;
        case Kind::sequence: return std::all_of(node.parts.begin(), node.parts.end(), can_be_empty);
        case Kind::either: return std::any_of(node.parts.begin(), node.parts.end(), can_be_empty);
        case Kind::repeat: break;
    }
    return node.least == 0 || can_be_empty(node.parts[0]);
}

const RuleNode& joint_of_lists() {
    static const RuleNode joint = [] {
        std::vector<PatternFault> faults;
        return read_rule_pattern(
            list_joint, SkeletonCode(), [](std::string_view, std::string&) { return nullptr; }, faults);
    }();
    return joint;
}

}  // namespace

/// Builds the steps from the last to the first, so that each knows what follows it.
class RuleMatcherBuilder {
public:
    RuleMatcherBuilder(RuleMatcher& out, const RuleNode& tree) : out_(out) {
        list_captures(tree);
        out_.groups_ = captures_.size();
        out_.first_ = build(tree, add({}));
    }

private:
    using Op = RuleMatcher::Op;
    using Step = RuleMatcher::Step;
    using Bytes = RuleMatcher::Bytes;

    std::uint32_t add(const Step& step) {
        out_.steps_.push_back(step);
        return static_cast<std::uint32_t>(out_.steps_.size() - 1);
    }
    Step& step(std::uint32_t number) { return out_.steps_[number]; }

    void list_captures(const RuleNode& node) {
        if (node.kind == Kind::mention && !node.name.empty()) captures_.push_back(&node);
        for (const RuleNode& part : node.parts) list_captures(part);
    }

    std::uint32_t number_of(const Bytes& bytes) {
        const auto known = std::find(out_.begins_.begin(), out_.begins_.end(), bytes);
        const auto number = static_cast<std::uint32_t>(std::distance(out_.begins_.begin(), known));
        if (known == out_.begins_.end()) out_.begins_.push_back(bytes);
        return number;
    }
    std::uint32_t either_bytes(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t of_a = step(a).bytes, of_b = step(b).bytes;
        if (of_a == RuleMatcher::any_bytes || of_b == RuleMatcher::any_bytes) return RuleMatcher::any_bytes;
        return of_a == of_b ? of_a : number_of(out_.begins_[of_a] | out_.begins_[of_b]);
    }

    std::uint32_t build(const RuleNode& node, std::uint32_t next) {
        switch (node.kind) {
            case Kind::letters: return build_text(node.text, next);
            case Kind::one_of: return build_set(node, next);
            case Kind::place: return build_place(node, next);
            case Kind::mention: return build_mention(node, next);
            case Kind::sequence:
                for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) next = build(*part, next);
                return next;
            case Kind::either: return build_either(node, next);
            case Kind::repeat: break;
        }
        return build_repeat(node, next);
    }

    std::uint32_t build_text(const std::string& text, std::uint32_t next) {
        if (text.empty()) return next;
        Step one;
        one.op = exact_ ? Op::exact_text : Op::text;
        one.a = static_cast<std::uint32_t>(out_.texts_.size());
        one.b = static_cast<std::uint32_t>(text.size());
        one.next = next;
        for (const char c : text) out_.texts_ += exact_ ? c : lower_byte(c);
        const char first = out_.texts_[one.a];
        Bytes begins;
        begins.set(static_cast<unsigned char>(first));
        if (!exact_ && first >= 'a' && first <= 'z') begins.set(static_cast<unsigned char>(first - ('a' - 'A')));
        one.bytes = number_of(begins);
        return add(one);
    }

    std::uint32_t build_set(const RuleNode& node, std::uint32_t next) {
        RuleMatcher::Set set;
        set.negated = node.negated;
        for (const auto& [first, last] : node.ranges) {
            for (char32_t c = first; c <= last && c < set.ascii.size(); ++c) set.ascii.set(c);
        }
        if (node.negated) set.ascii.flip();
        for (const auto& [first, last] : node.ranges) {
            if (last < set.ascii.size()) continue;
            set.others.emplace_back(first, last);
            std::string from, to;
            append_utf8(from, std::max(first, static_cast<char32_t>(set.ascii.size())));
            append_utf8(to, last);
            for (unsigned byte = static_cast<unsigned char>(from[0]); byte <= static_cast<unsigned char>(to[0]); ++byte)
                set.leads.set(byte);
        }
        Bytes begins = set.leads;
        for (std::size_t byte = 0; byte < set.ascii.size(); ++byte) begins[byte] = set.ascii[byte];
        for (std::size_t byte = set.ascii.size(); node.negated && byte < begins.size(); ++byte) begins.set(byte);
        Step one;
        one.op = Op::one_of;
        one.a = static_cast<std::uint32_t>(out_.sets_.size());
        one.next = next;
        one.bytes = number_of(begins);
        out_.sets_.push_back(std::move(set));
        return add(one);
    }

    std::uint32_t build_place(const RuleNode& node, std::uint32_t next) {
        Step one;
        one.op = node.set == "^" ? Op::text_begin : node.set == "$" ? Op::text_end : Op::word_edge;
        one.next = next;
        return add(one);
    }

    std::uint32_t build_mention(const RuleNode& node, std::uint32_t next) {
        const auto capture = std::find(captures_.begin(), captures_.end(), &node);
        const bool captures = capture != captures_.end();
        const auto group = static_cast<std::uint32_t>(std::distance(captures_.begin(), capture));
        if (captures) next = build_group(Op::close_group, group, next);
        if (node.is_list) {
            const std::uint32_t loop = add_choice();
            exact_ = true;
            const std::uint32_t more = build(joint_of_lists(), build_set(node, loop));
            exact_ = false;
            connect(loop, more, next, false);
            next = loop;
        }
        next = build_set(node, next);
        return captures ? build_group(Op::open_group, group, next) : next;
    }

    std::uint32_t build_group(Op op, std::uint32_t group, std::uint32_t next) {
        Step one;
        one.op = op;
        one.a = group;
        one.next = next;
        one.bytes = step(next).bytes;
        return add(one);
    }

    /// A choice that is remembered; connect() says between what.
    std::uint32_t add_choice() {
        Step one;
        one.op = Op::choice;
        one.mark = out_.marks_++;
        return add(one);
    }
    void connect(std::uint32_t choice, std::uint32_t more, std::uint32_t next, bool lazy) {
        const std::uint32_t bytes = either_bytes(more, next);
        step(choice).a = lazy ? next : more;
        step(choice).b = lazy ? more : next;
        step(choice).bytes = bytes;
    }
    std::uint32_t build_choice(std::uint32_t more, std::uint32_t next, bool lazy) {
        const std::uint32_t choice = add_choice();
        connect(choice, more, next, lazy);
        return choice;
    }

    /// Only the first of the choices is remembered: the others are come to from it alone.
    std::uint32_t build_either(const RuleNode& node, std::uint32_t next) {
        std::vector<std::uint32_t> begins;
        for (const RuleNode& part : node.parts) begins.push_back(build(part, next));
        std::uint32_t rest = begins.back();
        for (std::size_t k = begins.size() - 1; k > 0; --k) {
            rest = build_choice(begins[k - 1], rest, false);
            if (k == 1) continue;
            step(rest).mark = RuleMatcher::no_mark;
            --out_.marks_;
        }
        return rest;
    }

    std::uint32_t build_repeat(const RuleNode& node, std::uint32_t next) {
        const RuleNode& part = node.parts[0];
        const bool gap = is_long_gap(node), lazy = node.lazy || gap;
        const int least = gap ? std::min(node.least, 1) : node.least;
        int single = least;
        if (gap || node.most < 0) {
            next = build_loop(part, next, lazy, least > 0);
            single = std::max(least - 1, 0);
        } else {
            const std::uint32_t behind = next;
            for (int k = least; k < node.most; ++k) next = build_choice(build(part, next), behind, lazy);
        }
        for (int k = 0; k < single; ++k) next = build(part, next);
        return next;
    }

    /// `x*`, or `x+`. Where x may be empty, RE2's order of what it tries is that of `(x+)?`.
    std::uint32_t build_loop(const RuleNode& part, std::uint32_t next, bool lazy, bool once) {
        const std::uint32_t loop = add_choice();
        const std::uint32_t body = build(part, loop);
        connect(loop, body, next, lazy);
        if (once) return body;
        return can_be_empty(part) ? build_choice(body, next, lazy) : loop;
    }

    RuleMatcher& out_;
    std::vector<const RuleNode*> captures_;
    bool exact_ = false;
};

RuleMatcher::RuleMatcher(const RuleNode& tree) { RuleMatcherBuilder(*this, tree); }

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
