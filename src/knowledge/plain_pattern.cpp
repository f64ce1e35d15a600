#include "knowledge/plain_pattern.h"

#include <cstddef>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest = 200;
constexpr int deepest = 8;

bool is_one_of(char c, std::string_view signs) { return signs.find(c) != std::string_view::npos; }
bool is_letter_or_digit(char c) {
    return is_ascii_alpha(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c));
}
bool is_digit(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }

class Reader {
public:
    explicit Reader(std::string_view pattern) : rest_(pattern) {}

    bool whole() { return alternatives(0) && rest_.empty(); }

private:
    char now() const { return rest_.empty() ? '\0' : rest_[0]; }
    char behind() const { return rest_.size() < 2 ? '\0' : rest_[1]; }
    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    bool alternatives(int depth) {
        do {
            while (!rest_.empty() && now() != '|' && now() != ')') {
                if (!part(depth)) return false;
            }
        } while (take("|"));
        return true;
    }

    bool part(int depth) {
        const bool group = now() == '(';
        if (group ? !take_group(depth) : !take_character()) return false;
        if (is_one_of(now(), "?*+"))
            rest_.remove_prefix(1);
        else if (now() == '{' && (group || !take_count()))
            return false;
        return !is_one_of(now(), "?*+{");
    }

    bool take_group(int depth) {
        take("(?:") || take("(");
        return depth < deepest && now() != '?' && alternatives(depth + 1) && take(")");
    }

    bool take_character() {
        if (now() == '[') return take_class();
        const bool escaped = now() == '\\';
        const bool plain = is_letter_or_digit(now()) || is_one_of(now(), " -/_.:,&");
        if (!(escaped ? behind() == 'd' || is_one_of(behind(), ".+-/()[]{}*?|") : plain)) return false;
        rest_.remove_prefix(escaped ? 2 : 1);
        return true;
    }

    bool take_class() {
        take("[");
        if (now() == ']') return false;
        while (now() != ']') {
            const bool range = behind() == '-' && rest_.size() > 2 && rest_[2] != ']';
            if (range && (!is_letter_or_digit(now()) || !is_letter_or_digit(rest_[2]) || now() > rest_[2]))
                return false;
            if (!range && !is_letter_or_digit(now()) && !is_one_of(now(), " /.") && !(now() == '-' && behind() == ']'))
                return false;
            rest_.remove_prefix(range ? 3 : 1);
        }
        return take("]");
    }

    /// `{2}`, `{2,}`, `{2,4}`: single digits, so that no product of counts is too large.
    bool take_count() {
        take("{");
        const char least = now();
        if (!is_digit(least)) return false;
        rest_.remove_prefix(1);
        if (take(",") && is_digit(now())) {
            if (now() < least) return false;
            rest_.remove_prefix(1);
        }
        return take("}");
    }

    std::string_view rest_;
};

}  // namespace

bool is_plain_pattern(std::string_view pattern) { return pattern.size() <= longest && Reader(pattern).whole(); }

}  // namespace hardfacts
