#include "write/code_points.h"

#include <algorithm>

#include "model/utf8.h"

namespace hardfacts {

CodePoints::CodePoints(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_lead(text[at])) continue;
        if (size_ % stride == 0) marks_.push_back(at);
        ++size_;
    }
}

std::size_t CodePoints::byte_of(std::size_t character) const {
    if (character >= size_) return text_.size();
    std::size_t at = marks_[character / stride];
    for (std::size_t left = character % stride; left != 0; --left) {
        do ++at;
        while (!is_lead(text_[at]));
    }
    return at;
}

std::string_view CodePoints::slice(Span characters) const {
    const std::size_t begin = byte_of(characters.begin);
    return text_.substr(begin, std::max(byte_of(characters.end), begin) - begin);
}

}  // namespace hardfacts
