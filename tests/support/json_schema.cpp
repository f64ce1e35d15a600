#include "support/json_schema.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <map>

namespace hardfacts::testing {

namespace {

using nlohmann::json;

class Checker {
public:
    explicit Checker(const json& root) : root_(root) {}
    std::vector<std::string> take() { return std::move(faults_); }

    void check(const json& schema, const json& value, const std::string& at) {
        if (schema.contains("$ref")) {
            const auto pointer = schema["$ref"].get<std::string>().substr(1);
            check(root_.at(json::json_pointer(pointer)), value, at);
            return;
        }
        for (const auto& [word, rule] : schema.items()) check_word(word, rule, schema, value, at);
    }

private:
    void fault(const std::string& at, const std::string& message) {
        faults_.push_back((at.empty() ? "/" : at) + ": " + message);
    }

    static bool has_type(const json& value, const std::string& type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "null") return value.is_null();
        if (type == "integer") return value.is_number_integer();
        return type == "number" && value.is_number();
    }

    void check_word(const std::string& word, const json& rule, const json& schema, const json& value,
                    const std::string& at) {
        static const std::map<std::string, void (Checker::*)(const json&, const json&, const std::string&)> words = {
            {"type", &Checker::type},
            {"const", &Checker::constant},
            {"enum", &Checker::one_of},
            {"pattern", &Checker::pattern},
            {"minimum", &Checker::minimum},
            {"maximum", &Checker::maximum},
            {"minItems", &Checker::min_items},
            {"maxItems", &Checker::max_items},
            {"items", &Checker::items},
            {"required", &Checker::required},
            {"properties", &Checker::properties},
            {"propertyNames", &Checker::property_names},
            {"anyOf", &Checker::any_of},
        };
        if (const auto found = words.find(word); found != words.end()) return (this->*found->second)(rule, value, at);
        if (word == "additionalProperties") return additional(rule, schema, value, at);
        for (const char* silent : {"$schema", "title", "description", "definitions", "$id", "$comment"}) {
            if (word == silent) return;
        }
        fault(at, "the schema's word '" + word + "' is not understood by this checker");
    }

    void type(const json& rule, const json& value, const std::string& at) {
        const auto fits = [&](const json& name) { return has_type(value, name.get<std::string>()); };
        const bool ok = rule.is_array() ? std::any_of(rule.begin(), rule.end(), fits) : fits(rule);
        if (!ok) fault(at, "is a " + std::string(value.type_name()) + ", not " + rule.dump());
    }

    void constant(const json& rule, const json& value, const std::string& at) {
        if (value != rule) fault(at, value.dump() + " is not " + rule.dump());
    }

    void one_of(const json& rule, const json& value, const std::string& at) {
        if (std::find(rule.begin(), rule.end(), value) == rule.end()) fault(at, value.dump() + " is none of the enum");
    }

    void pattern(const json& rule, const json& value, const std::string& at) {
        if (!value.is_string()) return;
        const re2::RE2 expression(rule.get<std::string>());
        if (!re2::RE2::PartialMatch(value.get<std::string>(), expression)) {
            fault(at, value.dump() + " does not match " + rule.dump());
        }
    }

    void minimum(const json& rule, const json& value, const std::string& at) {
        if (value.is_number() && value < rule) fault(at, value.dump() + " is below " + rule.dump());
    }

    void maximum(const json& rule, const json& value, const std::string& at) {
        if (value.is_number() && value > rule) fault(at, value.dump() + " is above " + rule.dump());
    }

    void min_items(const json& rule, const json& value, const std::string& at) {
        if (value.is_array() && value.size() < rule.get<std::size_t>()) fault(at, "has too few items");
    }

    void max_items(const json& rule, const json& value, const std::string& at) {
        if (value.is_array() && value.size() > rule.get<std::size_t>()) fault(at, "has too many items");
    }

    void items(const json& rule, const json& value, const std::string& at) {
        if (!value.is_array()) return;
        for (std::size_t i = 0; i < value.size(); ++i) check(rule, value[i], at + "/" + std::to_string(i));
    }

    void required(const json& rule, const json& value, const std::string& at) {
        if (!value.is_object()) return;
        for (const json& key : rule) {
            if (!value.contains(key.get<std::string>())) fault(at, "lacks " + key.dump());
        }
    }

    void properties(const json& rule, const json& value, const std::string& at) {
        if (!value.is_object()) return;
        for (const auto& [key, below] : rule.items()) {
            if (value.contains(key)) check(below, value[key], at + "/" + key);
        }
    }

    void property_names(const json& rule, const json& value, const std::string& at) {
        if (!value.is_object()) return;
        for (const auto& member : value.items()) check(rule, json(member.key()), at + "/" + member.key());
    }

    void any_of(const json& rule, const json& value, const std::string& at) {
        for (const json& choice : rule) {
            Checker attempt(root_);
            attempt.check(choice, value, at);
            if (attempt.faults_.empty()) return;
        }
        fault(at, "fits none of the choices");
    }

    void additional(const json& rule, const json& schema, const json& value, const std::string& at) {
        if (!value.is_object()) return;
        for (const auto& [key, below] : value.items()) {
            if (schema.contains("properties") && schema["properties"].contains(key)) continue;
            if (rule.is_object()) check(rule, below, at + "/" + key);
            if (rule == json(false)) fault(at, "holds the unknown key \"" + key + "\"");
        }
    }

    const json& root_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> schema_faults(const nlohmann::json& schema, const nlohmann::json& value) {
    Checker checker(schema);
    checker.check(schema, value, "");
    return checker.take();
}

}  // namespace hardfacts::testing
