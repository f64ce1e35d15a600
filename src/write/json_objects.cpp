#include "write/json_objects.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace hardfacts {

namespace {

constexpr std::string_view separators = " \t\r\n,[]";
constexpr std::string_view record_begin = "{\"schema\"";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

/// Reads one more line behind text_. False at the end.
bool JsonObjects::fill() {
    std::string line;
    if (!std::getline(in_, line)) return false;
    text_.erase(0, at_);
    at_ = 0;
    text_ += line;
    if (!in_.eof()) text_ += '\n';
    return true;
}

std::size_t JsonObjects::object_length() {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t k = 0;; ++k) {
        if (at_ + k == text_.size() && !fill()) return k;
        const char c = text_[at_ + k];
        if (in_string) {
            if (c == '\n') return k;  // no JSON string holds one: the object breaks off here
            if (c == '\\') ++k;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return k + 1;
        } else if (c == '\n') {
            if (at_ + k + 1 == text_.size() && !fill()) return k;
            if (std::string_view(text_).substr(at_ + k + 1).starts_with(record_begin)) return k;
        }
        if (at_ + k >= text_.size()) return text_.size() - at_;
    }
}

std::optional<JsonObjects::Object> JsonObjects::next() {
    for (;;) {
        if (at_ == text_.size() && !fill()) return std::nullopt;
        if (std::string_view(text_).substr(at_).starts_with(byte_order_mark)) at_ += byte_order_mark.size();
        if (at_ == text_.size()) continue;
        if (separators.find(text_[at_]) == std::string_view::npos) break;
        if (text_[at_] == '\n') ++line_;
        ++at_;
    }
    std::size_t length = 0;
    if (text_[at_] == '{')
        length = object_length();
    else
        length = std::min(text_.find('\n', at_), text_.size()) - at_;
    Object out{text_.substr(at_, length), line_};
    at_ += length;
    line_ += static_cast<std::size_t>(std::count(out.text.begin(), out.text.end(), '\n'));
    return out;
}

}  // namespace hardfacts
