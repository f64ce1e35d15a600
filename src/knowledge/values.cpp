#include "knowledge/values.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"
#include "knowledge/value_rules.h"

namespace hardfacts {

namespace {

std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(';', at), list.size());
        if (end > at) out.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

/// Four letters or more, all lower case, a vowel among them: an English word, written in any case. kbps is none, and
/// KBps is another unit.
bool is_word(std::string_view form) {
    return form.size() >= 4 && form.find_first_of("aeiouy") != std::string_view::npos &&
           std::all_of(form.begin(), form.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '.' || c == '/'; });
}

class UnitLoader {
public:
    UnitLoader(ValueTable& table, const CsvTable& csv, Diagnostics& faults)
        : table_(table), csv_(csv), faults_(faults) {}

    void load() {
        for (std::size_t row = 0; row < csv_.rows(); ++row) load_row(row);
    }

private:
    std::size_t column(std::string_view name) const { return csv_.column(name).value_or(0); }

    void load_row(std::size_t row) {
        Unit unit;
        unit.symbol = csv_.cell(row, column("symbol"));
        unit.dimension = csv_.cell(row, column("dimension"));
        unit.counts = unit.dimension.starts_with("count");
        unit.base_unit = csv_.cell(row, column("base_unit"));
        for (const std::string_view need : {"symbol", "dimension", "base_unit"}) {
            if (csv_.cell(row, column(need)).empty()) {
                faults_.push_back(csv_.fault(row, column(need), "gazetteer.missing", std::string(need) + " is empty"));
            }
        }
        if (const auto factor = Decimal::parse(csv_.cell(row, column("factor"))))
            unit.factor = *factor;
        else
            faults_.push_back(csv_.fault(row, column("factor"), "gazetteer.number", "factor must be a decimal number"));
        for (const std::string_view word : split(csv_.cell(row, column("near")))) {
            unit.near.push_back(fold(word));
        }
        number_ = static_cast<std::uint32_t>(table_.units.size());
        add_forms(row, column("en_forms"), unit, false);
        add_forms(row, column("ja_forms"), unit, true);
        table_.unit_rows.try_emplace(unit.symbol, number_);
        table_.units.push_back(std::move(unit));
    }

    void add_forms(std::size_t row, std::size_t column, const Unit& unit, bool japanese) {
        std::size_t inside = 0;
        for (const std::string_view written : split(csv_.cell(row, column))) {
            UnitForm form{number_, false, false, false, false, japanese};
            std::string text = fold(written);
            if (text.size() > 1 && text.front() == '-') {
                form.hyphened = true;
                text.erase(0, 1);
            }
            for (; text.size() > 1 && (text.back() == '?' || text.back() == '!'); text.pop_back()) {
                (text.back() == '?' ? form.doubtful : form.glued) = true;
            }
            form.word = is_latin_letter(text.back());
            if (form.doubtful && unit.near.empty()) {
                faults_.push_back(csv_.fault(row, column, "gazetteer.evidence",
                                             "the form " + text + " is marked ? but near is empty", inside));
            }
            if (!seen_.insert((form.hyphened ? "-" : "") + text).second) {
                faults_.push_back(csv_.fault(row, column, "gazetteer.duplicate_form",
                                             "the form " + text + " stands for another unit already", inside));
            }
            inside += written.size() + 1;
            const auto number = static_cast<std::uint32_t>(table_.unit_forms.size());
            table_.unit_forms.push_back(form);
            const bool noun = is_word(text) || form.hyphened;
            (noun ? table_.nouns : table_.unit_words).add(noun ? lowered(text) : text, number);
        }
    }

    ValueTable& table_;
    const CsvTable& csv_;
    Diagnostics& faults_;
    std::uint32_t number_ = 0;
    std::set<std::string> seen_;
};

class CurrencyLoader {
public:
    CurrencyLoader(ValueTable& table, const CsvTable& csv, Diagnostics& faults)
        : table_(table), csv_(csv), faults_(faults) {}

    void load() {
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            const std::string code(csv_.cell(row, *csv_.column("code")));
            if (code.size() != 3 ||
                !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
                faults_.push_back(csv_.fault(row, *csv_.column("code"), "gazetteer.code",
                                             "a currency code has three capital letters"));
            }
            add(code, csv_.cell(row, *csv_.column("before_forms")), true, 0);
            add(code, csv_.cell(row, *csv_.column("after_forms")), false, 0);
            add(code, csv_.cell(row, *csv_.column("minor_forms")), false, -2);
            add(code, code, true, 0);
            add(code, code, false, 0);
        }
    }

private:
    void add(const std::string& code, std::string_view forms, bool before, int power) {
        for (const std::string_view written : split(forms)) {
            std::string text = fold(written);
            const bool assumed = text.size() > 1 && text.back() == '?';
            if (assumed) text.pop_back();
            const auto number = static_cast<std::uint32_t>(table_.money_forms.size());
            table_.money_forms.push_back({code, power, assumed});
            (before ? table_.money_before : table_.money_after).add(lowered(text), number);
        }
    }

    ValueTable& table_;
    const CsvTable& csv_;
    Diagnostics& faults_;
};

}  // namespace

const Unit* ValueTable::unit(std::string_view symbol) const {
    const auto at = unit_rows.find(symbol);
    return at == unit_rows.end() ? nullptr : &units[at->second];
}

std::unique_ptr<const ValueTable> ValueTable::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto table = std::make_unique<ValueTable>();
    const auto units =
        load_rows(folders, "units.csv", {"symbol", "dimension", "base_unit", "factor", "en_forms", "ja_forms", "near"},
                  {"symbol", "dimension"}, faults);
    if (units.rows() > 0) UnitLoader(*table, units, faults).load();
    const auto currencies =
        load_rows(folders, "currencies.csv", {"code", "before_forms", "after_forms", "minor_forms"}, {"code"}, faults);
    if (currencies.rows() > 0) CurrencyLoader(*table, currencies, faults).load();
    load_value_rules(folders, *table, faults);
    return table;
}

}  // namespace hardfacts
