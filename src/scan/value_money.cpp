#include "scan/value_money.h"

#include <algorithm>

#include "scan/math_signs.h"
#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

void scale_by(Amount& amount, int power) {
    for (auto* part : {&amount.magnitude.number, &amount.magnitude.min, &amount.magnitude.max}) {
        if (*part) *part = (*part)->scaled(power);
    }
    amount.scale = power;
}

bool ends_word(std::string_view text, std::size_t end) {
    const char next = byte_at(text, end);
    return !is_letter(next) && !is_digit(next);
}

std::string_view MoneyReader::before(std::size_t at) const {
    const std::size_t from = at > context_.begin + 32 ? at - 32 : context_.begin;
    return text_.substr(from, at - from);
}

void MoneyReader::take_money_before() {
    const std::size_t gap = begin_ > context_.begin && text_[begin_ - 1] == ' ' ? 1 : 0;
    std::size_t size = 0;
    std::uint32_t form = 0;
    table_.money_before.find(before(begin_ - gap), true, [&](std::size_t n, std::uint32_t number) {
        const std::size_t place = begin_ - gap - n;
        const bool inside = is_letter(text_[place]) && place > context_.begin && is_letter(text_[place - 1]);
        if (size != 0 && inside) return;
        size = n;
        form = number;
    });
    if (size == 0) return;
    const std::size_t start = begin_ - gap - size;
    if (text_[start] == '$' && delimits_math(text_, context_.begin, start)) return;
    const bool letters = is_letter(text_[start]);
    if (letters && start > context_.begin && (is_letter(text_[start - 1]) || is_digit(text_[start - 1]))) return;
    if (letters && is_letter(text_[begin_ - gap - 1]) && !written_as_code(start, size)) return;
    set_money(form, {start, start + size});
    out_.span.begin = start;
    out_.before = true;
}

bool MoneyReader::written_as_code(std::size_t start, std::size_t size) const {
    const std::string_view written = text_.substr(start, size);
    return written == "Rs" || written == "Rp" || written == "SFr" ||
           std::all_of(written.begin(), written.end(), [](char c) { return c < 'a' || c > 'z'; });
}

void MoneyReader::set_money(std::uint32_t number, Span word) {
    const MoneyForm& form = table_.money_forms[number];
    out_.type = MentionType::money;
    out_.unit = form.code;
    out_.row = nullptr;
    out_.by = out_.before || word.begin < begin_ ? "value.money.before" : "value.money.after";
    if (form.assumed) out_.assumed = word;
    if (form.power != 0) scale_by(out_, form.power);
}

std::optional<std::pair<Span, std::uint32_t>> MoneyReader::money_at(std::size_t at) const {
    std::size_t gap = 0;
    if (byte_at(text_, at) == ' ' || byte_at(text_, at) == '-') gap = 1;
    if (out_.numeral.form == NumeralForm::vague && has(text_, at, " of ")) gap = 4;
    std::size_t size = 0;
    std::uint32_t form = 0;
    table_.money_after.find(text_.substr(at + gap, 32), true, [&](std::size_t n, std::uint32_t number) {
        const std::size_t end = at + gap + n;
        if (is_letter(text_[end - 1]) && !ends_word(text_, end)) return;
        size = n;
        form = number;
    });
    if (size == 0) return std::nullopt;
    const Span span{at + gap, at + gap + size};
    if (!reads_as_money(span)) return std::nullopt;
    return std::pair{span, form};
}

bool MoneyReader::reads_as_money(Span word) const {
    const std::string_view form = slice(text_, word);
    if (form == "元" || form == "円" || form == "ドル") {
        for (const std::string_view tail : {"元社", "元C", "元代", "元々", "円周", "円形", "円滑", "ドル箱"}) {
            if (has(text_, word.begin, tail)) return false;
        }
        if (has(text_, word.begin, "元に") && out_.scale < 4 && out_.numeral.scale < 4) return false;
    }
    if (form == "won" || form == "rand" || form == "kip" || form == "real") {
        return out_.scale > 0 || out_.numeral.grouped;
    }
    if (form == "ポンド" || form == "pounds" || form == "pound" || form == "pence") {
        const Unit* pound = table_.unit("lb");
        return pound == nullptr || out_.scale > 0 || form == "pence" ||
               (!stands_near(context_, word, pound->near) && byte_at(text_, word.begin - 1) != '-');
    }
    if (is_letter(form.front()) && form.size() == 3 && form != "won" && form != "yen" && form != "sen") {
        return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) || form == "rmb" ||
               form == "usd" || form == "eur" || form == "btc";
    }
    if (form == "$" && delimits_math(text_, context_.begin, word.begin)) return false;
    return form != "$" || word.begin == out_.span.end || byte_at(text_, word.begin - 1) == ' ';
}

bool MoneyReader::take_money_after(std::size_t at) {
    auto found = money_at(at);
    if (!found && take_million_code(at)) return true;
    if (!found) {
        const auto letters = lex_scale_letters(text_, at, false);
        if (!letters || out_.numeral.form != NumeralForm::digits) return false;
        found = money_at(letters->end);
        if (!found) return false;
        scale_by(out_, letters->power);
    }
    const std::string_view form = slice(text_, found->first);
    if (form == "$" && is_digit(byte_at(text_, found->first.end))) return false;
    if (form == "$" && byte_at(text_, found->first.end) == ' ' && is_digit(byte_at(text_, found->first.end + 1)) &&
        table_.money_forms[found->second].assumed && found->first.begin > at &&
        !has(text_, found->first.end, " 30 c")) {
        return false;
    }
    set_money(found->second, found->first);
    out_.span.end = found->first.end;
    take_scale_behind();
    take_minor();
    return true;
}

bool MoneyReader::take_million_code(std::size_t at) {
    const std::size_t code = at + (byte_at(text_, at) == ' ' ? 1 : 0);
    if (byte_at(text_, code) != 'M') return false;
    std::optional<std::uint32_t> form;
    table_.money_after.find(text_.substr(code + 1, 3), true, [&](std::size_t n, std::uint32_t number) {
        if (n == 3 && table_.money_forms[number].power == 0) form = number;
    });
    if (!form || !ends_word(text_, code + 4) || !written_as_code(code + 1, 3)) return false;
    scale_by(out_, 6);
    set_money(*form, {code, code + 4});
    out_.span.end = code + 4;
    return true;
}

void MoneyReader::take_scale_behind() {
    if (out_.scale != 0 || byte_at(text_, out_.span.end) != ' ') return;
    Numeral probe;
    probe.span.end = out_.span.end;
    probe.magnitude.number = Decimal(1);
    numeral::take_scale_words(text_, probe);
    if (probe.scale < 6) return;
    scale_by(out_, probe.scale);
    out_.span.end = probe.span.end;
}

void MoneyReader::take_minor() {
    if (out_.scale != 0 || !out_.magnitude.number || !out_.magnitude.number->is_integer()) return;
    std::size_t at = out_.span.end;
    if (has(text_, at, " and "))
        at += 5;
    else if (byte_at(text_, at) == ' ')
        ++at;
    const auto minor = lex_numeral(text_, at);
    if (!minor || !minor->magnitude.number || minor->pointed || minor->grouped ||
        *minor->magnitude.number >= Decimal(100)) {
        return;
    }
    const auto word = money_at(minor->span.end);
    if (!word && minor->form == NumeralForm::digits && minor->integers == 2 && minor->scale == 0 &&
        ends_sentence(minor->span.end)) {
        out_.magnitude.number = *out_.magnitude.number + minor->magnitude.number->scaled(-2);
        out_.span.end = minor->span.end;
    }
    if (word && table_.money_forms[word->second].power == -2) {
        out_.magnitude.number = *out_.magnitude.number + minor->magnitude.number->scaled(-2);
        out_.span.end = word->first.end;
    }
}

void MoneyReader::take_money_behind_money() {
    const auto found = money_at(out_.span.end);
    if (!found || found->first.begin != out_.span.end) {
        if (found && is_letter(text_[found->first.begin]) && table_.money_forms[found->second].code == out_.unit) {
            out_.span.end = found->first.end;
            out_.assumed.reset();
        }
        return;
    }
    const MoneyForm& form = table_.money_forms[found->second];
    if (form.power != 0 || slice(text_, found->first) == "$") return;
    if (form.code != out_.unit && !out_.assumed) return;
    out_.unit = form.code;
    if (!form.assumed) out_.assumed.reset();
    out_.span.end = found->first.end;
}

bool MoneyReader::take_letters(bool money) {
    if (out_.numeral.form != NumeralForm::digits || out_.numeral.scale != 0) return false;
    const auto letters = lex_scale_letters(text_, out_.span.end, money);
    if (!letters) return false;
    scale_by(out_, letters->power);
    out_.span.end = letters->end;
    return true;
}

bool MoneyReader::ends_sentence(std::size_t at) const {
    const char next = byte_at(text_, at);
    return is_letter(text_[out_.span.end - 1]) && (next == '\0' || (next == '.' && !is_digit(byte_at(text_, at + 1))));
}

}  // namespace hardfacts
