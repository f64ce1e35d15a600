#include "read/json_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "read/lines.h"

namespace hardfacts {

namespace {

/// nlohmann's events, with the path of the value that comes next.
class FieldCollector : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit FieldCollector(std::vector<JsonField>& fields) : fields_(fields) {}

    bool null() override { return value("null", {}); }
    bool boolean(bool) override { return value("boolean", {}); }
    bool number_integer(number_integer_t number) override { return value("number", std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return value("number", std::to_string(number)); }
    bool number_float(number_float_t, const string_t& written) override { return value("number", written); }
    bool string(string_t& text) override { return value("string", text); }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open("object", false); }
    bool start_array(std::size_t) override { return open("list", true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        path_.resize(levels_.back().path);
        if (!path_.empty()) path_ += '.';
        path_ += name;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& what) override {
        const std::string_view text =
            what.what();  // "[json.exception.parse_error.101] parse error at …: syntax error …"
        const std::size_t reason = text.find(": ");
        fault = JsonFault{position == 0 ? 0 : position - 1,
                          std::string(reason == std::string_view::npos ? text : text.substr(reason + 2))};
        return false;
    }

    std::optional<JsonFault> fault;

private:
    struct Level {
        std::size_t path;  ///< size of the path of the object or list itself
        bool list;
        std::size_t next;  ///< position of the next value of a list
    };

    void begin_value() {
        if (levels_.empty() || !levels_.back().list) return;
        path_.resize(levels_.back().path);
        if (!path_.empty()) path_ += '.';
        path_ += std::to_string(levels_.back().next++);
    }

    bool value(std::string_view type, const std::string& text) {
        begin_value();
        if (levels_.empty()) {
            fault = JsonFault{0, "a " + std::string(type) + " stands where an object is expected"};
            return false;
        }
        for (JsonField& field : fields_) {
            if (field.path != path_) continue;
            field.type = type;
            field.text.reset();
            if (type == "string" || type == "number") field.text = text;
        }
        return true;
    }

    bool open(std::string_view type, bool list) {
        begin_value();
        if (levels_.empty() && list) {
            fault = JsonFault{0, "a list stands where an object is expected"};
            return false;
        }
        for (JsonField& field : fields_) {
            if (!path_.empty() && field.path == path_) field.type = type;
        }
        levels_.push_back({path_.size(), list, 0});
        return true;
    }

    bool close() {
        path_.resize(levels_.back().path);
        levels_.pop_back();
        return true;
    }

    std::vector<JsonField>& fields_;
    std::vector<Level> levels_;
    std::string path_;
};

}  // namespace

std::optional<JsonFault> read_fields(std::string_view record, std::vector<JsonField>& fields) {
    FieldCollector collector(fields);
    nlohmann::json::sax_parse(record.data(), record.data() + record.size(), &collector);
    if (collector.fault) return std::move(collector.fault);
    // nlohmann takes a NUL outside of strings for the end, and what stands behind it for nothing.
    const std::size_t nul = record.find('\0');
    if (nul != std::string_view::npos) return JsonFault{nul, "a NUL stands behind the object"};
    return std::nullopt;
}

}  // namespace hardfacts
