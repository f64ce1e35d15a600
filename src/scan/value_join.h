// Enters: amounts as the scanner comes upon them. Leaves: value mentions: ranges and lists joined, the words around
// them read, what is no value left out. Tested in tests/scan/values_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "model/mention.h"
#include "scan/value_amount.h"
#include "scan/value_words.h"

namespace hardfacts {

class ValueJoin {
public:
    ValueJoin(const ValueContext& context, std::vector<Mention>& values, std::vector<Warning>& warnings)
        : context_(context), values_(values), warnings_(warnings) {}

    /// Reads the value whose numeral begins at `at` and adds it; the place behind it, or 0 where no numeral begins.
    std::size_t read_value(std::size_t at);

    /// Adds a value as it stands; the words around it may still set its relation or forbid it.
    void add(Amount amount);

    /// Adds a date; a bare number before it gets no unit any more.
    void add_date(Span span, std::string start, std::string end);

private:
    bool forbidden(const Amount& amount) const;
    void take_number_sign(Amount& amount) const;
    bool apply_patterns(Amount& amount, bool& veto) const;
    void read_slash(Amount& amount);
    void add_listed(const Amount& amount);
    void take_bare(Amount& amount) const;
    void take_part(Amount& amount) const;
    std::shared_ptr<Value> finish(const Amount& amount, const Surroundings& around, Mention& out) const;
    void take_bound(const Mention& mention, Value& value) const;
    void warn_assumed(const Amount& amount);

    const ValueContext& context_;
    std::vector<Mention>& values_;
    std::vector<Warning>& warnings_;
    std::optional<Amount> pending_;  ///< a bare number that an ` or ` may join to the value behind it
};

}  // namespace hardfacts
