#include "model/offset_map.h"

#include <algorithm>

namespace hardfacts {

void OffsetMap::add_verbatim(std::size_t original, std::size_t size) {
    if (size == 0) return;
    if (!pieces_.empty()) {
        Piece& last = pieces_.back();
        if (last.verbatim && last.original + last.original_size == original) {
            last.derived_size += size;
            last.original_size += size;
            derived_size_ += size;
            return;
        }
    }
    pieces_.push_back({derived_size_, original, size, size, true});
    derived_size_ += size;
}

void OffsetMap::add_replaced(Span original, std::size_t derived_size) {
    if (derived_size == 0) return;
    pieces_.push_back({derived_size_, original.begin, derived_size, original.size(), false});
    derived_size_ += derived_size;
}

const OffsetMap::Piece& OffsetMap::piece_at(std::size_t derived) const {
    auto after = std::upper_bound(pieces_.begin(), pieces_.end(), derived,
                                  [](std::size_t offset, const Piece& piece) { return offset < piece.derived; });
    return *std::prev(after);
}

Span OffsetMap::empty_to_original(std::size_t at) const {
    if (at == derived_size_) {
        const Piece& last = pieces_.back();
        return {last.original + last.original_size, last.original + last.original_size};
    }
    const Piece& piece = piece_at(at);
    const std::size_t original = piece.verbatim ? piece.original + (at - piece.derived) : piece.original;
    return {original, original};
}

Span OffsetMap::to_original(Span span) const {
    if (pieces_.empty()) return {};
    std::size_t piece = static_cast<std::size_t>(&piece_at(std::min(span.begin, derived_size_ - 1)) - pieces_.data());
    return to_original(span, piece);
}

Span OffsetMap::to_original(Span span, std::size_t& piece) const {
    if (pieces_.empty()) return {};
    if (span.empty()) return empty_to_original(span.begin);
    piece = piece_near(span.begin, piece);
    const Piece& first = pieces_[piece];
    const Piece& last = pieces_[piece_near(span.end - 1, piece)];
    const std::size_t begin = first.verbatim ? first.original + (span.begin - first.derived) : first.original;
    const std::size_t end =
        last.verbatim ? last.original + (span.end - last.derived) : last.original + last.original_size;
    return {begin, std::max(begin, end)};
}

/// The index of the piece that holds `derived`; quick where it is `hint` or one of the next few.
std::size_t OffsetMap::piece_near(std::size_t derived, std::size_t hint) const {
    constexpr std::size_t near = 8;
    if (hint < pieces_.size() && pieces_[hint].derived <= derived) {
        const std::size_t stop = std::min(pieces_.size(), hint + near);
        for (std::size_t k = hint; k < stop; ++k) {
            if (derived - pieces_[k].derived < pieces_[k].derived_size) return k;
        }
    }
    return static_cast<std::size_t>(&piece_at(derived) - pieces_.data());
}

void OffsetMap::drop_tail(std::size_t size) {
    Piece& last = pieces_.back();
    last.derived_size -= size;
    if (last.verbatim) last.original_size -= size;
    derived_size_ -= size;
    if (last.derived_size == 0) pieces_.pop_back();
}

std::size_t OffsetMap::Follower::position(std::size_t original) const {
    if (piece_ == map_.pieces_.size()) return map_.derived_size_;
    const Piece& piece = map_.pieces_[piece_];
    if (original <= piece.original) return piece.derived;
    return piece.verbatim ? piece.derived + (original - piece.original) : piece.derived;
}

Span OffsetMap::Follower::to_derived(Span original) {
    const auto skip_to = [this](std::size_t offset) {
        const auto& pieces = map_.pieces_;
        while (piece_ < pieces.size() && pieces[piece_].original + pieces[piece_].original_size <= offset) ++piece_;
    };
    skip_to(original.begin);
    const std::size_t begin = position(original.begin);
    if (original.empty()) return {begin, begin};
    skip_to(original.end - 1);
    if (piece_ < map_.pieces_.size()) {
        const Piece& last = map_.pieces_[piece_];
        if (original.end > last.original && !last.verbatim) return {begin, last.derived + last.derived_size};
    }
    return {begin, position(original.end)};
}

OffsetMap OffsetMap::compose(const OffsetMap& outer, const OffsetMap& inner) {
    OffsetMap result;
    for (const Piece& piece : outer.pieces_) {
        if (!piece.verbatim) {
            const Span middle{piece.original, piece.original + piece.original_size};
            result.add_replaced(inner.to_original(middle), piece.derived_size);
            continue;
        }
        std::size_t at = piece.original;
        const std::size_t stop = piece.original + piece.original_size;
        while (at < stop) {
            const Piece& under = inner.piece_at(at);
            const std::size_t size = std::min(stop, under.derived + under.derived_size) - at;
            if (under.verbatim) {
                result.add_verbatim(under.original + (at - under.derived), size);
            } else {
                result.add_replaced({under.original, under.original + under.original_size}, size);
            }
            at += size;
        }
    }
    return result;
}

OffsetMap OffsetMap::identity(std::size_t size) {
    OffsetMap map;
    map.add_verbatim(0, size);
    return map;
}

bool OffsetMap::is_identity() const {
    return pieces_.empty() || (pieces_.size() == 1 && pieces_[0].verbatim && pieces_[0].original == 0);
}

}  // namespace hardfacts
