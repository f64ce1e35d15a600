#include "scan/names_candidates.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "model/bytes16.h"
#include "model/utf8.h"
#include "scan/names_boundaries.h"

namespace hardfacts {

namespace {

/// without_capitals: letter for letter, but a word that is listed with a capital in front has none.
enum class Written { differently, without_capitals, with_more_capitals, other_case, as_listed };

/// A tag is no longer.
constexpr std::size_t longest_tag = 64;

bool is_upper_byte(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Between these two letters a reader sees the seam even where the space is left out: RTX5090, SoftBankグループ,
/// NTTData.
bool is_seam(char left, char right) {
    const bool left_ascii = static_cast<unsigned char>(left) < 0x80,
               right_ascii = static_cast<unsigned char>(right) < 0x80;
    if (left_ascii != right_ascii || !left_ascii) return true;
    if (is_digit_byte(left) != is_digit_byte(right)) return true;
    return !is_upper_byte(left) && is_upper_byte(right);
}

/// Compares text[at, end) with a surface, each separator with any other, a lost one only at a seam. Words that begin
/// with a capital in the surface begin with one in the text (Softbank, not `scale AI`).
Written compare(std::string_view surface, std::string_view text, std::size_t at, std::size_t end) {
    bool same_case = true, capitals_kept = true, more_capitals = false;
    std::size_t k = 0, j = at;
    while (k < surface.size() && j < end) {
        const std::size_t in_surface = k == 0 ? 0 : name_separator(surface, k);
        const std::size_t in_text = k == 0 ? 0 : name_separator(text, j);
        if (in_surface != 0 || in_text != 0) {
            if (in_surface == 0 || (in_text == 0 && !is_seam(text[j - 1], text[j]))) return Written::differently;
            k += in_surface;
            j += in_text;
            continue;
        }
        if (lower_byte(surface[k]) != lower_byte(text[j])) return Written::differently;
        const bool begins = k == 0 || !is_word_byte(surface[k - 1]);
        capitals_kept &= !begins || !is_upper_byte(surface[k]) || is_upper_byte(text[j]);
        more_capitals |= is_upper_byte(text[j]) && !is_upper_byte(surface[k]);
        same_case &= surface[k++] == text[j++];
    }
    if (k < surface.size() || j < end) return Written::differently;
    if (!capitals_kept) return Written::without_capitals;
    if (same_case) return Written::as_listed;
    return more_capitals ? Written::with_more_capitals : Written::other_case;
}

/// Lower-case words are not names: another case counts only in longer names, with a capital in it and, where the name
/// is listed with a capital in front, one there.
bool case_allowed(const NameSurface& surface, std::string_view written) {
    if (surface.exact) return false;
    if (surface.letters > 4) return std::any_of(written.begin(), written.end(), is_upper_byte);
    const std::string_view listed = surface.text;
    return std::none_of(listed.begin(), listed.end(), is_upper_byte) && is_upper_byte(written[0]) &&
           listed.substr(1) == written.substr(1);
}

/// is_word_byte, of sixteen at once.
auto are_word_bytes(Bytes16 bytes) {
    const Bytes16 letters = (bytes | 0x20) - 'a', digits = bytes - '0';
    return (letters < 26) | (digits < 10) | (bytes == '_');
}

class Finder {
public:
    Finder(const Text& text, const NameTable& names, std::deque<std::string>& arena)
        : text_(text.folded),
          code_(text.code),
          seams_(text.seams),
          names_(names),
          index_(names.index()),
          arena_(arena) {}

    void reserve(std::size_t candidates) { found_.reserve(candidates); }

    /// Looks where words begin, and at every character that is not ASCII.
    void search(const TextBlock& text_block) {
        const Span block = text_block.span;
        block_ = block;
        passed_ = block.begin;
        if (text_block.kind == BlockKind::front_matter) look_at_tag();
        std::uint32_t before = 0;
        for (std::size_t at = block.begin; at < block.end; at += sizeof(Bytes16)) {
            const Bytes16 bytes = load16(text_, at);
            const std::uint32_t words = set_bits(are_word_bytes(bytes)), leads = set_bits(bytes >= 0xC0);
            std::uint32_t starts = (words & ~(words << 1U | before)) | leads;
            before = words >> (sizeof(Bytes16) - 1) & 1U;
            if (block.end - at < sizeof(Bytes16)) starts &= (1U << (block.end - at)) - 1;
            for (; starts != 0; starts &= starts - 1) {
                const auto k = static_cast<std::uint32_t>(std::countr_zero(starts));
                const auto letters = static_cast<std::uint32_t>(std::countr_one(words >> k));
                look(at + k, at + k + letters, k + letters == sizeof(Bytes16));
            }
        }
    }

    /// Found from left to right, so all but in order.
    std::vector<NameCandidate> take() {
        for (std::size_t k = 1; k < found_.size(); ++k) {
            for (std::size_t j = k; j > 0 && stands_before(found_[j], found_[j - 1]); --j) {
                std::swap(found_[j], found_[j - 1]);
            }
        }
        return std::move(found_);
    }

private:
    /// Where the word ends that goes on up to `at`.
    std::size_t behind_word(std::size_t at) const {
        while (at < block_.end) {
            const std::size_t size = first_set(~are_word_bytes(load16(text_, at)));
            at += size;
            if (size < sizeof(Bytes16)) break;
        }
        return std::min(at, block_.end);
    }

    /// `behind`: where the ASCII word ends that begins at `at`, or, if it `may_go_on`, where the bytes looked at end.
    void look(std::size_t at, std::size_t behind, bool may_go_on) {
        if (at < passed_) return;
        const auto found = [&](std::size_t end, const NameIndex::Entry& entry, bool word_end) {
            take(at, end, entry, word_end);
        };
        if (static_cast<unsigned char>(text_[at]) < 0x80) {
            const std::size_t word = may_go_on ? behind_word(behind) : std::min(behind, block_.end);
            index_.find_word(text_, at, word, block_.end, found);
        } else {
            index_.find_other(text_, at, block_.end, found);
            if (begins_katakana(at)) passed_ = behind_katakana(at + 3);
        }
    }

    /// A value of the front matter may be a name in small letters, as tags are: `tags: [oregon-state-university]`. The
    /// index is asked for it with a capital in front.
    void look_at_tag() {
        if (block_.size() < 3 || block_.size() > longest_tag || text_[block_.begin] < 'a' || text_[block_.begin] > 'z')
            return;
        std::string tag(slice(text_, block_));
        if (std::any_of(tag.begin(), tag.end(), is_upper_byte)) return;
        tag[0] = static_cast<char>(tag[0] - 'a' + 'A');
        std::size_t word = 0;
        while (word < tag.size() && is_word_byte(tag[word])) ++word;
        tag_ = true;
        index_.find(tag, 0, word, tag.size(), [&](std::size_t end, const NameIndex::Entry& entry, bool word_end) {
            for (std::uint32_t k = word_end && end == tag.size() ? entry.surface : NameIndex::none;
                 k != NameIndex::none; k = names_.surface(k).next) {
                take_surface(names_.surface(k), block_);
            }
        });
        tag_ = false;
    }

    /// Katakana are E3 82 A1 to E3 83 BF, save ・ E3 83 BB. A name does not begin inside a run of them.
    bool begins_katakana(std::size_t at) const {
        if (text_[at] != '\xE3') return false;
        const auto second = static_cast<unsigned char>(text_[at + 1]),
                   third = static_cast<unsigned char>(text_[at + 2]);
        return (second == 0x82 && third >= 0xA1) || (second == 0x83 && third != 0xBB);
    }

    std::size_t behind_katakana(std::size_t at) const {
        while (at < block_.end && begins_katakana(at)) at += 3;
        return at;
    }

    void take(std::size_t at, std::size_t end, const NameIndex::Entry& entry, bool word_end) {
        for (std::uint32_t k = word_end ? entry.surface : NameIndex::none; k != NameIndex::none;
             k = names_.surface(k).next) {
            take_surface(names_.surface(k), {at, end});
        }
        for (std::uint32_t k = entry.pattern; k != NameIndex::none; k = names_.model(k).next) {
            take_model(names_.model(k), at);
        }
    }

    void take_surface(const NameSurface& surface, Span span) {
        const Written written = compare(surface.text, text_, span.begin, span.end);
        if (written == Written::differently) return;
        if (written == Written::without_capitals && (!tag_ || surface.ambiguous || surface.exact)) return;
        if (written > Written::without_capitals && written != Written::as_listed &&
            !case_allowed(surface, slice(text_, span)))
            return;
        if (written == Written::with_more_capitals && surface.ambiguous) return;  // SHARP and ReAct are others
        NameCandidate candidate;
        candidate.span = span;
        if (surface.entity == no_entity) {
            candidate.block = block_;
            found_.push_back(candidate);  // a text that is no name: it only covers names inside it
            return;
        }
        const NameEntity& entity = names_.entity(surface.entity);
        candidate.type = entity.type;
        candidate.entity = surface.entity;
        candidate.maker = entity.maker;
        candidate.kind = entity.kind;
        candidate.id = entity.id;
        candidate.name = entity.name;
        candidate.by = entity.by;
        candidate.ambiguous = surface.ambiguous;
        candidate.capital = surface.capital;
        candidate.as_listed = written == Written::as_listed;
        take_bounded(candidate);
    }

    void take_model(const NameModel& model, std::size_t at) {
        const auto match = model.pattern.match(text_, at, block_.end);
        if (!match || match->size == 0) return;
        const NameEntity& row = names_.entity(model.entity);
        NameCandidate candidate;
        candidate.span = {at, at + match->size};
        candidate.type = row.type;
        candidate.maker = row.maker;
        candidate.kind = row.kind;
        candidate.by = row.by;
        if (!may_stand(candidate)) return;
        const std::string id = filled_id(row.id, *match);
        if (const std::uint32_t listed = names_.find(id); listed != no_entity) {
            const NameEntity& entity = names_.entity(listed);
            candidate.entity = listed;
            candidate.maker = entity.maker;
            candidate.kind = entity.kind;
            candidate.id = entity.id;
            candidate.name = entity.name;
        } else {
            candidate.id = arena_.emplace_back(id);
            candidate.name = arena_.emplace_back(filled_name(row.name, *match));
        }
        found_.push_back(candidate);
    }

    void take_bounded(NameCandidate& candidate) {
        if (may_stand(candidate)) found_.push_back(candidate);
    }

    /// Takes a plural s in, then asks for word boundaries, addresses and code.
    bool may_stand(NameCandidate& candidate) {
        Span& span = candidate.span;
        const bool plural = span.end < block_.end && text_[span.end] == 's' && is_word_byte(text_[span.end - 1]) &&
                            (span.end + 1 == block_.end || !is_word_byte(text_[span.end + 1]));
        if (plural && takes_plural(candidate.type)) ++span.end;
        candidate.block = block_;
        if (!is_whole_word(text_, block_, span, candidate.type) || stands_in_address(text_, block_, span)) return false;
        if (names_.evidence().disproves(candidate.type, text_, span)) return false;
        if (crosses_seam(seams_, span)) return false;
        return std::none_of(code_.begin(), code_.end(), [&](Span code) { return code.overlaps(span); });
    }

    static bool takes_plural(MentionType type) {
        return type == MentionType::chip || type == MentionType::system || type == MentionType::product;
    }

    std::string_view text_;
    const std::vector<Span>& code_;
    const std::vector<std::size_t>& seams_;
    const NameTable& names_;
    const NameIndex& index_;
    std::deque<std::string>& arena_;
    Span block_;
    bool tag_ = false;        ///< the block is a value of the front matter
    std::size_t passed_ = 0;  ///< no name begins before it: it stands in a run of katakana
    std::vector<NameCandidate> found_;
};

}  // namespace

std::vector<NameCandidate> find_candidates(const Text& text, const NameTable& names, std::deque<std::string>& arena) {
    Finder finder(text, names, arena);
    finder.reserve(text.folded.size() / 96);  // one candidate in 120 bytes of news
    for (const TextBlock& block : text.blocks) finder.search(block);
    return finder.take();
}

}  // namespace hardfacts
