#include "read/json.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "model/utf8.h"
#include "read/decoding.h"
#include "read/lines.h"
#include "read/records.h"

namespace hardfacts {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Cuts a stream of JSON into its records without understanding them: by brackets outside of strings. Of a record
/// longer than `most` bytes nothing is kept.
class RecordCutter {
public:
    explicit RecordCutter(std::size_t most) : most_(most) {}

    /// Takes the next bytes; calls on_record(text, line, column, too_long) for each record that ends in them.
    template <typename OnRecord>
    bool feed(std::string_view chunk, OnRecord&& on_record) {
        std::size_t kept = 0;  // what lies before is in record_ already, or belongs to none
        for (std::size_t at = 0; at < chunk.size(); ++at) {
            const char c = chunk[at];
            step_place(c);
            if (in_string_) {
                step_in_string(c);
                continue;
            }
            if (depth_ == 0 && !open_) {
                if (is_white(c) || c == ',' || c == '[' || c == ']') continue;
                open_ = true;
                kept = at;
                begin_line_ = line_;
                begin_column_ = column_;
            }
            if (c == '"') in_string_ = true;
            if (c == '{' || c == '[') ++depth_;
            if ((c == '}' || c == ']') && depth_ > 0) --depth_;
            const bool scalar_ends = depth_ == 0 && (c == ',' || c == ']');  // a list of what is no object
            if (depth_ > 0 || (c != '}' && !scalar_ends)) continue;
            const std::size_t end = scalar_ends ? at : at + 1;
            keep(chunk.substr(kept, end - kept));
            if (!finish(on_record)) return false;
        }
        if (open_) keep(chunk.substr(kept));
        return true;
    }

    /// What was begun and not ended.
    template <typename OnRecord>
    void end(OnRecord&& on_record) {
        if (open_) finish(on_record);
    }

private:
    void keep(std::string_view piece) {
        too_long_ = too_long_ || piece.size() > most_ - record_.size();
        if (too_long_) {
            record_ = {};
        } else {
            record_.append(piece);
        }
    }

    void step_place(char c) {
        if (c == '\n') {
            ++line_;
            column_ = 0;
        } else if (is_lead(c)) {
            ++column_;
        }
    }

    void step_in_string(char c) {
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == '"') {
            in_string_ = false;
        }
    }

    template <typename OnRecord>
    bool finish(OnRecord&& on_record) {
        open_ = in_string_ = escaped_ = false;
        depth_ = 0;
        const std::string record = std::exchange(record_, {});
        return on_record(record, begin_line_, begin_column_, std::exchange(too_long_, false));
    }

    std::size_t most_;
    std::string record_;
    bool too_long_ = false;
    std::size_t line_ = 1;
    std::size_t column_ = 0;        ///< of the character just read
    std::size_t begin_line_ = 1;    ///< of the record that is open
    std::size_t begin_column_ = 1;  ///< of the record that is open
    std::size_t depth_ = 0;
    bool open_ = false;
    bool in_string_ = false;
    bool escaped_ = false;
};

void read_records(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    RecordReader reader(options, faults);
    RecordCutter cutter(in.most());
    std::size_t records = 0;
    const auto on_record = [&](std::string_view record, std::size_t line, std::size_t column, bool too_long) {
        ++records;
        if (too_long) {
            reader.refuse(line, column, in.most());
            return true;
        }
        auto document = reader.read(record, line, column);
        return !document || sink(std::move(*document));
    };
    if (in.peek().substr(0, byte_order_mark.size()) == byte_order_mark) in.skip(byte_order_mark.size());
    std::string_view chunk;
    while (in.next_chunk(chunk)) {
        if (!cutter.feed(chunk, on_record)) return;
    }
    cutter.end(on_record);
    if (records == 0 && !in.failed()) {
        faults({Severity::error, options.path, 0, 0, "read.empty", "nothing to read: no record stands in it"});
    }
}

}  // namespace

void read_json(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    read_as_utf8(in, options, "", faults, [&](ByteSource& utf8) { read_records(utf8, options, sink, faults); });
}

}  // namespace hardfacts
