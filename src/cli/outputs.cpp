#include "cli/outputs.h"

#include <algorithm>
#include <utility>

namespace hardfacts::cli {

void Outputs::add(const OutputFormat& format, std::unique_ptr<Sink> sink, const View& view, bool byte_order_mark) {
    texts_.push_back({&format, std::move(sink), view, byte_order_mark});
}

void Outputs::add(std::unique_ptr<FileWriter> writer, std::unique_ptr<OutputPlace> place) {
    files_.push_back({std::move(writer), std::move(place)});
}

std::string Outputs::open() {
    for (Text& text : texts_) {
        std::string_view opening = text.format->opening;
        if (!text.byte_order_mark && opening.starts_with(byte_order_mark))
            opening.remove_prefix(byte_order_mark.size());
        if (std::string fault = text.sink->write(opening); !fault.empty()) return fault;
    }
    return "";
}

void Outputs::append(Pieces& pieces, Record&& record, std::string&& source) const {
    pieces.texts.resize(texts_.size());
    for (std::size_t k = 0; k < texts_.size(); ++k) {
        View view = texts_[k].view;
        view.source = source;
        Piece& piece = pieces.texts[k];
        const std::size_t before = piece.text.size();
        if (piece.holds_records) piece.text += texts_[k].format->separator;
        const std::size_t begin = piece.text.size();
        texts_[k].format->append(piece.text, record, view);
        if (piece.text.size() == begin) {
            piece.text.resize(before);  // the format has nothing to write of it
        } else {
            piece.holds_records = true;
        }
    }
    if (!files_.empty()) pieces.filed.push_back({std::move(record), std::move(source)});
}

std::string Outputs::write(const Pieces& pieces) {
    for (std::size_t k = 0; k < pieces.texts.size(); ++k) {
        Text& text = texts_[k];
        if (!pieces.texts[k].holds_records) continue;
        std::string fault;
        if (text.holds_records) fault = text.sink->write(text.format->separator);
        if (fault.empty()) fault = text.sink->write(pieces.texts[k].text);
        if (!fault.empty()) return fault;
        text.holds_records = true;
    }
    for (const Filed& filed : pieces.filed) {
        for (File& file : files_) {
            if (std::string fault = file.writer->add(filed.record, filed.source); !fault.empty()) return fault;
        }
    }
    return "";
}

std::string Outputs::finish() {
    for (Text& text : texts_) {
        std::string fault = text.sink->write(text.format->closing);
        if (fault.empty()) fault = text.sink->finish();
        if (!fault.empty()) return fault;
    }
    // What is added to a file that was there comes last: nothing of it remains where another output fails.
    for (const bool in_place : {false, true}) {
        for (File& file : files_) {
            if ((file.place == nullptr) != in_place) continue;
            std::string fault = file.writer->finish();
            if (fault.empty() && file.place) fault = file.place->finish();
            if (!fault.empty()) return fault;
        }
    }
    return "";
}

bool Outputs::all_closed() const {
    return files_.empty() && !texts_.empty() &&
           std::all_of(texts_.begin(), texts_.end(), [](const Text& text) { return text.sink->closed(); });
}

}  // namespace hardfacts::cli
