#include "cli/outputs.h"

#include <algorithm>
#include <utility>

namespace hardfacts::cli {

void Outputs::add(const OutputFormat& format, std::unique_ptr<Sink> sink, const View& view) {
    targets_.push_back({&format, std::move(sink), view});
}

std::string Outputs::open() {
    for (Target& target : targets_) {
        if (std::string fault = target.sink->write(target.format->opening); !fault.empty()) return fault;
    }
    return "";
}

void Outputs::append(Pieces& pieces, const Record& record, std::string_view source) const {
    pieces.resize(targets_.size());
    for (std::size_t k = 0; k < targets_.size(); ++k) {
        View view = targets_[k].view;
        view.source = source;
        if (pieces[k].holds_records) pieces[k].text += targets_[k].format->separator;
        targets_[k].format->append(pieces[k].text, record, view);
        pieces[k].holds_records = true;
    }
}

std::string Outputs::write(const Pieces& pieces) {
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        Target& target = targets_[k];
        if (!pieces[k].holds_records) continue;
        std::string fault;
        if (target.holds_records) fault = target.sink->write(target.format->separator);
        if (fault.empty()) fault = target.sink->write(pieces[k].text);
        if (!fault.empty()) return fault;
        target.holds_records = true;
    }
    return "";
}

std::string Outputs::finish() {
    for (Target& target : targets_) {
        std::string fault = target.sink->write(target.format->closing);
        if (fault.empty()) fault = target.sink->finish();
        if (!fault.empty()) return fault;
    }
    return "";
}

bool Outputs::all_closed() const {
    return !targets_.empty() &&
           std::all_of(targets_.begin(), targets_.end(), [](const Target& target) { return target.sink->closed(); });
}

}  // namespace hardfacts::cli
