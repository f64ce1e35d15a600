// Enters: the syntax tree of a rule's pattern. Leaves: the steps of a RuleMatcher. Tested in
// tests/knowledge/rule_matcher_test.cpp.
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

}  // namespace hardfacts
