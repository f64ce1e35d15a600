#include "knowledge/plain_pattern.h"

#include <algorithm>
#include <cstddef>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr int deepest = 8;
/// RE2's own limits are 1000 repetitions, one inside of another multiplied, and, in a rule's megabyte, ten thousand
/// steps.
constexpr std::size_t most_repetitions = 1000, most_steps = 8000;
/// How many steps RE2 makes of a space (a name's pattern means a separator by it), an item of a class, any character, a
/// script; at the most. A character makes one for each byte, and times so many in any case.
constexpr std::size_t of_space = 6, of_item = 12, of_any = 24, of_script = 200, any_case = 4;

bool is_one_of(char c, std::string_view signs) { return c != '\0' && signs.find(c) != std::string_view::npos; }
bool is_digit(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }
bool is_sign(char c) { return c > ' ' && c < '\x7F' && !is_digit(c) && !is_ascii_alpha(static_cast<unsigned char>(c)); }

/// What is known of a part that was read.
struct Part {
    std::size_t steps = 0;
    std::size_t repetitions = 1;
    bool repeatable = true;  ///< it takes characters, and does not only look at a place
};

class Reader {
public:
    explicit Reader(std::string_view pattern) : rest_(pattern) {}

    bool whole() {
        Part all;
        return alternatives(0, all) && rest_.empty();
    }

private:
    char now() const { return rest_.empty() ? '\0' : rest_[0]; }
    char behind() const { return rest_.size() < 2 ? '\0' : rest_[1]; }
    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    bool alternatives(int depth, Part& all) {
        do {
            while (!rest_.empty() && now() != '|' && now() != ')') {
                Part one;
                if (!repeated(depth, one)) return false;
                all.steps += one.steps + 1;
                all.repetitions = std::max(all.repetitions, one.repetitions);
            }
        } while (take("|"));
        return all.steps <= most_steps;
    }

    bool repeated(int depth, Part& part) {
        if (now() == '(' ? !take_group(depth, part) : !take_character(part)) return false;
        if (!is_one_of(now(), "?*+{")) return true;
        std::size_t times = 2;
        if (!part.repeatable || (now() == '{' ? !take_count(times) : !take(rest_.substr(0, 1)))) return false;
        part.steps = (part.steps + 2) * times;
        part.repetitions *= times;
        take("?");  // the fewest first
        return part.repetitions <= most_repetitions && part.steps <= most_steps && !is_one_of(now(), "?*+{");
    }

    bool take_group(int depth, Part& part) {
        const bool folds = take("(?i:");
        if (!folds && !take("(?:")) take("(");
        if (depth == deepest || now() == '?' || !alternatives(depth + 1, part)) return false;
        part.steps = part.steps * (folds ? any_case : 1) + 2;
        return take(")");
    }

    bool take_character(Part& part) {
        if (now() == '[') return take_class(part);
        if (take_kind(part)) return true;
        const char first = now();
        const std::size_t size = rest_.size();
        char32_t c = 0;
        if (is_one_of(first, "*+?{}") || !take_code(c)) return false;
        part.repeatable = !is_one_of(first, "^$");
        part.steps = first == '.' ? of_any : first == ' ' ? of_space : size - rest_.size();
        return true;
    }

    /// `\d`, `\b`, `\p{Han}` and their like; where none stands here, nothing is taken.
    bool take_kind(Part& part) {
        if (take("\\p{Han}") || take("\\P{Han}")) {
            part.steps = of_script;
            return true;
        }
        const char c = behind();
        if (now() != '\\' || !is_one_of(c, "dwsDWSbB")) return false;
        part.steps = is_one_of(c, "DWS") ? of_any : of_item;
        part.repeatable = !is_one_of(c, "bB");
        rest_.remove_prefix(2);
        return true;
    }

    /// One character: itself, an escaped sign, `\n`, `\t`, `\x7f`, `\x{3042}`.
    bool take_code(char32_t& c) {
        if (const bool line = take("\\n"); line || take("\\t")) {
            c = line ? U'\n' : U'\t';
            return true;
        }
        if (now() == '\\' && behind() == 'x') return take_hexadecimal(c);
        if (now() == '\\' && behind() != ' ' && !is_sign(behind())) return false;
        take("\\");
        if (static_cast<unsigned char>(now()) < 0x20 || now() == '\x7F') return false;
        const CodePoint one = decode_at(rest_, 0);
        rest_.remove_prefix(one.size);
        c = one.value;
        return true;
    }

    bool take_hexadecimal(char32_t& c) {
        take("\\x");
        const bool braces = take("{");
        const std::size_t most = braces ? 5 : 2;
        std::size_t digits = 0;
        for (c = 0; digits < most && is_one_of(now(), "0123456789abcdef"); ++digits) {
            c = c * 16 + static_cast<char32_t>(is_digit(now()) ? now() - '0' : now() - 'a' + 10);
            rest_.remove_prefix(1);
        }
        return braces ? digits > 0 && take("}") : digits == most;
    }

    bool take_class(Part& part) {
        take("[");
        part.steps = take("^") ? of_any : 0;
        if (now() == ']') return false;
        for (bool first = true; now() != ']'; first = false) {
            if (!take_item(first)) return false;
            part.steps += of_item;
        }
        if (has_script_) part.steps += of_script;
        has_script_ = false;
        return take("]");
    }

    bool take_item(bool first) {
        if (now() == '-' && (behind() == ']' || (first && behind() != '-'))) return take("-");
        Part kind;
        if (take_kind(kind)) {
            has_script_ |= kind.steps == of_script;
            return kind.repeatable && (now() != '-' || behind() == ']');
        }
        char32_t from = 0, to = 0;
        if (is_one_of(now(), "[-") || !take_code(from)) return false;
        if (now() != '-' || behind() == ']') return true;
        take("-");
        return !is_one_of(now(), "[-") && take_code(to) && from <= to;
    }

    /// `{2}`, `{2,}`, `{2,40}`.
    bool take_count(std::size_t& times) {
        take("{");
        std::size_t least = 0, most = 0;
        if (!take_number(least)) return false;
        most = least + 1;
        if (!take(","))
            most = least;
        else if (is_digit(now()) && (!take_number(most) || most < least))
            return false;
        times = std::max<std::size_t>(most, 1);
        return take("}");
    }

    bool take_number(std::size_t& number) {
        number = 0;
        const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (digits == 0 || digits > 3) return false;
        for (const char c : rest_.substr(0, digits)) number = number * 10 + static_cast<std::size_t>(c - '0');
        rest_.remove_prefix(digits);
        return true;
    }

    std::string_view rest_;
    bool has_script_ = false;  ///< the class that is read names a script
};

}  // namespace

bool is_plain_pattern(std::string_view pattern) {
    return find_invalid_utf8(pattern) == std::string_view::npos && Reader(pattern).whole();
}

}  // namespace hardfacts
