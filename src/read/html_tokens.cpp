#include "read/html_tokens.h"

#include <algorithm>

#include "model/utf8.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_letter(char c) { return is_ascii_alpha(static_cast<unsigned char>(c)); }

/// White space, / or >: what ends a tag's name.
bool ends_name(char c) { return is_white(c) || c == '/' || c == '>'; }

std::size_t name_end(std::string_view source, std::size_t at) {
    while (at < source.size() && !ends_name(source[at])) ++at;
    return at;
}

/// `position`, or the end of `source` for npos; `behind` bytes further else.
std::size_t behind_or_end(std::string_view source, std::size_t position, std::size_t behind) {
    return position == npos ? source.size() : position + behind;
}

}  // namespace

bool same_ignoring_case(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return a == b || (is_ascii_upper(static_cast<unsigned char>(a)) && a + ('a' - 'A') == b);
           });
}

bool HtmlTokens::begins_markup(std::size_t at) const {
    if (at + 1 >= source_.size()) return false;
    const char c = source_[at + 1];
    return is_letter(c) || c == '!' || c == '?' || (c == '/' && at + 2 < source_.size());
}

HtmlToken HtmlTokens::next() {
    HtmlToken token;
    while (at_ < source_.size()) {
        if (source_[at_] != '<' || !begins_markup(at_)) {
            std::size_t end = at_;
            do {
                end = std::min(source_.find('<', end + 1), source_.size());
            } while (end < source_.size() && !begins_markup(end));
            token.kind = HtmlToken::Kind::text;
            token.range = {at_, end};
            at_ = end;
            return token;
        }
        const char c = source_[at_ + 1];
        if (is_letter(c) || (c == '/' && is_letter(source_[at_ + 2]))) {
            if (read_tag(token)) return token;
        } else if (source_.substr(at_, 4) == "<!--") {
            skip_comment();
        } else {  // <!doctype>, <?xml?>, </>
            at_ = behind_or_end(source_, source_.find('>', at_ + 2), 1);
        }
    }
    return token;
}

bool HtmlTokens::read_tag(HtmlToken& token) {
    const bool start = source_[at_ + 1] != '/';
    const std::size_t name = at_ + (start ? 1 : 2);
    std::size_t at = name_end(source_, name);
    token.kind = start ? HtmlToken::Kind::start_tag : HtmlToken::Kind::end_tag;
    token.tag = html_tag(source_.substr(name, at - name));
    HtmlAttribute attribute;
    while (next_attribute(source_, at, attribute)) {
    }
    if (at >= source_.size()) {
        at_ = source_.size();
        token = HtmlToken{};
        return false;
    }
    token.closed = source_[at - 1] == '/' && attribute.value.end != at;
    token.range = {at_, at + 1};
    at_ = at + 1;
    return true;
}

void HtmlTokens::skip_comment() {
    const std::size_t content = at_ + 4;
    if (source_.substr(content, 1) == ">") {
        at_ = content + 1;
        return;
    }
    for (std::size_t at = content - 2; (at = source_.find("--", at)) != npos; ++at) {  // <!--->  ends where it begins
        std::size_t end = at + 2;
        if (at >= content && source_.substr(end, 1) == "!") ++end;
        if (source_.substr(end, 1) != ">") continue;
        at_ = end + 1;
        return;
    }
    at_ = source_.size();
}

/// Where `</name` followed by white space, / or > stands, or the end of the source.
std::size_t HtmlTokens::end_tag_of(std::string_view name, std::size_t from) const {
    for (std::size_t at = from; (at = source_.find("</", at)) != npos; at += 2) {
        const std::size_t end = at + 2 + name.size();
        if (end < source_.size() && ends_name(source_[end]) &&
            same_ignoring_case(source_.substr(at + 2, name.size()), name)) {
            return at;
        }
    }
    return source_.size();
}

/// A script that writes scripts inside `<!--` holds end tags that are not its own.
std::size_t HtmlTokens::end_of_script() {
    if (open_comment_) return end_tag_of("script", at_);
    bool in_comment = false;
    bool in_inner = false;
    const auto names_script = [&](std::size_t at) {
        return at + 6 < source_.size() && ends_name(source_[at + 6]) &&
               same_ignoring_case(source_.substr(at, 6), "script");
    };
    for (std::size_t at = at_; at < source_.size(); ++at) {
        at = in_comment ? source_.find_first_of("<-", at) : source_.find('<', at);
        if (at == npos) break;
        if (source_[at] == '-') {
            if (source_.substr(at, 3) == "-->") in_comment = in_inner = false;
        } else if (source_.substr(at, 4) == "<!--") {
            in_comment = true;
            at += 1;
        } else if (source_.substr(at, 2) == "</" && names_script(at + 2)) {
            if (!in_inner) return at;
            in_inner = false;
        } else if (in_comment && names_script(at + 1)) {
            in_inner = true;
        }
    }
    open_comment_ = true;
    return end_tag_of("script", at_);  // what was never closed: the first end tag is the one that was meant
}

Span HtmlTokens::raw_content(HtmlTag tag) {
    const std::size_t begin = at_;
    at_ = tag == html::tag("script") ? end_of_script() : end_tag_of(html_name(tag), at_);
    return {begin, at_};
}

bool next_attribute(std::string_view source, std::size_t& at, HtmlAttribute& attribute) {
    while (at < source.size() && (is_white(source[at]) || source[at] == '/')) ++at;
    if (at >= source.size() || source[at] == '>') return false;
    attribute.name.begin = at;
    at = std::min(source.find_first_of("\t\n\f\r />=", at + 1), source.size());
    attribute.name.end = at;
    attribute.value = {at, at};
    std::size_t equals = at;
    while (equals < source.size() && is_white(source[equals])) ++equals;
    if (equals >= source.size() || source[equals] != '=') return true;
    at = equals + 1;
    while (at < source.size() && is_white(source[at])) ++at;
    if (at >= source.size()) return true;
    if (const char quote = source[at]; quote == '"' || quote == '\'') {
        attribute.value.begin = at + 1;
        attribute.value.end = std::min(source.find(quote, at + 1), source.size());
        at = std::min(attribute.value.end + 1, source.size());
    } else {
        attribute.value.begin = at;
        at = std::min(source.find_first_of("\t\n\f\r >", at), source.size());
        attribute.value.end = at;
    }
    return true;
}

Span attribute_value(std::string_view source, Span tag, std::string_view name) {
    const std::string_view text = source.substr(0, tag.end);
    std::size_t at = name_end(text, tag.begin + 1);
    HtmlAttribute attribute;
    while (next_attribute(text, at, attribute)) {
        if (same_ignoring_case(slice(text, attribute.name), name)) return attribute.value;
    }
    return {};
}

}  // namespace hardfacts
