#include "cli/outputs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::cli;
using hardfacts::testing::full_record;

namespace {

/// Keeps what is written; refuses once it holds `room` bytes.
class Memory : public Sink {
public:
    explicit Memory(std::string& text, std::size_t room = 1 << 20) : text_(text), room_(room) {}
    std::string write(std::string_view bytes) override {
        if (text_.size() + bytes.size() > room_) return "full";
        text_ += bytes;
        return "";
    }
    std::string finish() override { return ""; }

private:
    std::string& text_;
    std::size_t room_;
};

Outputs::Pieces pieces_of(const Outputs& outputs, std::size_t records) {
    Outputs::Pieces pieces;
    for (std::size_t k = 0; k < records; ++k) outputs.append(pieces, full_record(), "source");
    return pieces;
}

}  // namespace

TEST_CASE("records stand the same however they were divided into pieces") {
    const std::vector<std::vector<std::size_t>> divisions = {{3}, {1, 1, 1}, {0, 2, 0, 1}, {1, 2, 0}};
    for (const auto& division : divisions) {
        std::string lines;
        std::string array;
        Outputs outputs;
        outputs.add(output_format("jsonl"), std::make_unique<Memory>(lines), {});
        outputs.add(output_format("json"), std::make_unique<Memory>(array), {});
        CHECK(outputs.open() == "");
        for (const std::size_t records : division) CHECK(outputs.write(pieces_of(outputs, records)) == "");
        CHECK(outputs.finish() == "");
        CHECK(std::count(lines.begin(), lines.end(), '\n') == 3);
        CHECK(nlohmann::json::parse(array).size() == 3);
        CHECK(nlohmann::json::parse(array)[2] == nlohmann::json::parse(lines.substr(0, lines.find('\n'))));
    }
}

TEST_CASE("no record makes an empty array, and no line") {
    std::string lines;
    std::string array;
    Outputs outputs;
    outputs.add(output_format("jsonl"), std::make_unique<Memory>(lines), {});
    outputs.add(output_format("json"), std::make_unique<Memory>(array), {});
    CHECK(outputs.open() == "");
    CHECK(outputs.finish() == "");
    CHECK(lines.empty());
    CHECK(nlohmann::json::parse(array) == nlohmann::json::array());
}

TEST_CASE("writers that take records whole get them in order, behind the texts") {
    struct Told : FileWriter {
        explicit Told(std::string& told) : log(told) {}
        std::string add(const Record& record, std::string_view source) override {
            log += record.doc.id + '/' + std::string(source) + ' ';
            return record.doc.id == "bad" ? "refused" : "";
        }
        std::string finish() override { return log += "finished", ""; }
        std::string& log;
    };
    std::string log;
    std::string lines;
    Outputs outputs;
    outputs.add(output_format("jsonl"), std::make_unique<Memory>(lines), {});
    outputs.add(std::make_unique<Told>(log), nullptr);
    CHECK(outputs.open() == "");
    CHECK(outputs.write(pieces_of(outputs, 2)) == "");
    CHECK(outputs.finish() == "");
    CHECK(log == "vultr.md/source vultr.md/source finished");
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);

    Outputs::Pieces pieces;
    Record bad = full_record();
    bad.doc.id = "bad";
    outputs.append(pieces, std::move(bad), "");
    CHECK(outputs.write(pieces) == "refused");
}

TEST_CASE("what a sink says is handed on") {
    std::string text;
    Outputs outputs;
    outputs.add(output_format("jsonl"), std::make_unique<Memory>(text, 10), {});
    CHECK(outputs.open() == "");
    CHECK(outputs.write(pieces_of(outputs, 1)) == "full");
    CHECK_FALSE(outputs.all_closed());
}

TEST_CASE("no separator stands beside a record of which a format has nothing to write") {
    const OutputFormat of_two = {"two",
                                 "two",
                                 "records that hold facts",
                                 "[",
                                 ",",
                                 "]",
                                 [](std::string& out, const Record& record, const View&) {
                                     if (!record.facts.empty()) out += record.doc.id;
                                 }};
    const auto written = [&](const std::vector<std::string>& batches) {
        std::string text;
        Outputs outputs;
        outputs.add(of_two, std::make_unique<Memory>(text), {});
        CHECK(outputs.open() == "");
        for (const std::string& batch : batches) {
            Outputs::Pieces pieces;
            for (const char letter : batch) {
                Record record = full_record();
                record.doc.id = letter;
                if (letter == '-') record.facts.clear();
                outputs.append(pieces, std::move(record), "");
            }
            CHECK(outputs.write(pieces) == "");
        }
        CHECK(outputs.finish() == "");
        return text;
    };
    CHECK(written({"a-b"}) == "[a,b]");
    CHECK(written({"-a", "-", "b-"}) == "[a,b]");
    CHECK(written({"--", "-a-"}) == "[a]");
    CHECK(written({"-"}) == "[]");
}
