#include "read/feed_items.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "read/entities.h"
#include "read/feed_names.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

/// An XML attribute list as expat gives it: name, value, name, value, null.
std::string_view attribute_of(const char** attributes, std::string_view name) {
    for (; attributes[0] != nullptr; attributes += 2) {
        if (name == attributes[0]) return attributes[1];
    }
    return {};
}

/// Atom: content that is a picture, a sound or data.
bool is_no_text(std::string_view type) {
    return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml");
}

FeedMarkup markup_by_type(std::string_view type) {
    if (type == "html" || type == "xhtml" || type == "text/html" || type == "application/xhtml+xml") {
        return FeedMarkup::html;
    }
    return type == "text" || type == "text/plain" ? FeedMarkup::none : FeedMarkup::unknown;
}

/// Gives expat an empty DTD, so that references to what no DTD declares are handed over instead of being faults.
int read_empty_dtd(XML_Parser parser, const char* context, const char*, const char* system, const char*) {
    if (system != nullptr) return XML_STATUS_OK;  // a DTD elsewhere: not opened
    const Parser dtd(XML_ExternalEntityParserCreate(parser, context, nullptr));
    return dtd ? XML_Parse(dtd.get(), "", 0, 1) : XML_STATUS_ERROR;
}

}  // namespace

class FeedParser::Handler {
public:
    explicit Handler(std::size_t most_bytes) : most_bytes_(most_bytes), parser_(XML_ParserCreate("UTF-8")) {
        if (!parser_) throw std::bad_alloc();
        XML_Parser parser = parser_.get();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(
            parser, [](void* self, const char* name, const char** with) { call(self, &Handler::start, name, with); },
            [](void* self, const char* name) { call(self, &Handler::end, name); });
        XML_SetCharacterDataHandler(parser, [](void* self, const char* text, int size) {
            call(self, &Handler::characters, std::string_view(text, static_cast<std::size_t>(size)));
        });
        XML_SetSkippedEntityHandler(parser, [](void* self, const char* name, int parameter) {
            if (parameter == 0) call(self, &Handler::reference, name);
        });
        XML_SetEntityDeclHandler(parser, [](void* self, const char*, int, const char* value, int size, const char*,
                                            const char*, const char*, const char*) {
            if (value == nullptr) return;
            call(self, &Handler::declaration, std::string_view(value, static_cast<std::size_t>(size)));
        });
        XML_SetDefaultHandlerExpand(parser, [](void* self, const char* text, int size) {
            call(self, &Handler::as_written, std::string_view(text, static_cast<std::size_t>(size)));
        });
        XML_UseForeignDTD(parser, XML_TRUE);
        XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE);
        XML_SetExternalEntityRefHandler(parser, read_empty_dtd);
    }

    bool feed(std::string_view bytes, bool last) {
        while (!fault_) {
            constexpr std::size_t most = std::size_t{1} << 30U;  // expat counts in int
            const std::string_view piece = bytes.substr(0, most);
            bytes.remove_prefix(piece.size());
            const bool ends = last && bytes.empty();
            const XML_Status status =
                XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), ends ? 1 : 0);
            if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
            if (status != XML_STATUS_OK && !fault_) stop_at(XML_GetErrorCode(parser_.get()));
            if (bytes.empty()) break;
        }
        return !fault_;
    }

    std::vector<FeedItem> take_items() { return std::exchange(items_, {}); }
    const std::optional<FeedFault>& fault() const { return fault_; }

private:
    /// No exception may pass through expat's C: it waits until expat has returned.
    template <typename Method, typename... Arguments>
    static void call(void* self, Method method, Arguments... arguments) {
        auto& handler = *static_cast<Handler*>(self);
        if (handler.thrown_ || handler.fault_) return;
        try {
            (handler.*method)(arguments...);
        } catch (...) {
            handler.thrown_ = std::current_exception();
            XML_StopParser(handler.parser_.get(), XML_FALSE);
        }
    }

    void stop(std::string code, std::string message) {
        fault_ = FeedFault{XML_GetCurrentLineNumber(parser_.get()), XML_GetCurrentColumnNumber(parser_.get()) + 1,
                           std::move(code), std::move(message)};
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void stop_at(XML_Error error) {
        if (error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
            stop("read.entities", "the feed's entities expand beyond all measure; it is refused from here on");
        } else {
            stop("read.xml",
                 std::string("the feed is broken here (") + XML_ErrorString(error) + "); what follows is not read");
        }
    }

    void declaration(std::string_view value) {
        if (value.find_first_of("&%") == value.npos) return;
        stop("read.entities", "the feed declares an entity that expands into others; it is refused");
    }

    void start(const char* name, const char** attributes) {
        ++depth_;
        if (depth_ == 1 && !is_feed_root(name)) {
            return stop("read.feed", "the root element is <" + std::string(name) +
                                         ">, which no feed has; name the format with --format");
        }
        if (capture_ && depth_ > item_depth_ + 1) {
            raw_ = true;
            return append_as_written();
        }
        for (const char** at = attributes; at[0] != nullptr; at += 2) names_.declare(at[0], at[1]);
        const FeedElement element = names_.find(name);
        if (item_depth_ == 0 && element.role == FeedRole::item) return begin_item(attributes);
        if (item_depth_ != 0 && depth_ == item_depth_ + 1) begin_field(name, element, attributes);
    }

    void begin_item(const char** attributes) {
        item_ = {};
        item_.id = attribute_of(attributes, "rdf:about");
        item_.line = XML_GetCurrentLineNumber(parser_.get());
        item_.column = XML_GetCurrentColumnNumber(parser_.get()) + 1;
        item_depth_ = depth_;
        ranks_ = {};
        ranks_.id = item_.id.empty() ? 0 : 3;
        item_bytes_ = 0;
    }

    void begin_field(const char* name, FeedElement element, const char** attributes) {
        capture_.reset();
        raw_ = false;
        if (element.role == FeedRole::none || element.role == FeedRole::item) return;
        capture_ = element;
        const std::string_view type = attribute_of(attributes, "type");
        text_ = {name, "", markup_by_type(type)};
        if (element.role == FeedRole::body && is_no_text(type)) capture_.reset();
        const std::string_view relation = attribute_of(attributes, "rel");
        const bool other_link = element.role == FeedRole::link && !relation.empty() && relation != "alternate";
        if (other_link) capture_.reset();
        if (element.role == FeedRole::link) text_.text = attribute_of(attributes, "href");
        if (element.role == FeedRole::tag) text_.text = attribute_of(attributes, "term");
    }

    void end(const char*) {
        if (capture_ && depth_ > item_depth_ + 1) {
            append_as_written();
        } else if (capture_ && depth_ == item_depth_ + 1) {
            end_field();
        } else if (item_depth_ != 0 && depth_ == item_depth_) {
            items_.push_back(std::move(item_));
            item_depth_ = 0;
        }
        --depth_;
    }

    void end_field() {
        const FeedElement element = *std::exchange(capture_, std::nullopt);
        const bool blank = trimmed(text_.text).empty();
        if (raw_ && text_.markup == FeedMarkup::unknown) text_.markup = FeedMarkup::html;
        const auto wins = [&](int& rank) {
            return !blank && element.rank > std::exchange(rank, std::max(rank, element.rank));
        };
        switch (element.role) {
            case FeedRole::id:
            case FeedRole::link:
                if (wins(ranks_.id)) item_.id = trimmed(text_.text);
                break;
            case FeedRole::title:
                if (wins(ranks_.title)) item_.title = std::move(text_);
                break;
            case FeedRole::body:
                if (wins(ranks_.body)) item_.body = std::move(text_);
                break;
            case FeedRole::date:
                if (wins(ranks_.date)) item_.published = trimmed(text_.text);
                break;
            case FeedRole::tag:
                if (!blank) item_.tags.emplace_back(trimmed(text_.text));
                break;
            default: break;
        }
    }

    void characters(std::string_view text) {
        if (!capture_) return;
        if (raw_) return append_as_written();
        append(text);
    }

    void reference(const char* name) {
        if (!capture_) return;
        if (raw_) return append_as_written();
        const std::string written = '&' + std::string(name) + ';';
        const std::string_view reading = entities_.decode(written);
        append(reading.empty() ? std::string_view(written) : reading);
    }

    /// Appends the markup of the event that is being handled, through as_written().
    void append_as_written() {
        wants_written_ = true;
        XML_DefaultCurrent(parser_.get());
        wants_written_ = false;
    }

    void as_written(std::string_view text) {
        if (wants_written_) append(text);
    }

    void append(std::string_view text) {
        item_bytes_ += text.size();
        if (item_bytes_ > most_bytes_) {
            item_.too_large = true;
            item_.body = item_.title = text_ = {};
            return;
        }
        text_.text.append(text);
    }

    struct Ranks {
        int id = 0, title = 0, body = 0, date = 0;
    };

    std::size_t most_bytes_;
    Parser parser_;
    FeedNames names_;
    EntityDecoder entities_;
    std::vector<FeedItem> items_;
    FeedItem item_;  ///< the one that is open
    Ranks ranks_;    ///< of what item_ has so far
    std::size_t item_bytes_ = 0;
    std::size_t depth_ = 0;
    std::size_t item_depth_ = 0;          ///< 0: none is open
    std::optional<FeedElement> capture_;  ///< the field that is open
    FeedText text_;                       ///< of that field
    bool raw_ = false;                    ///< elements stand in it: from here on it is taken as it is written
    bool wants_written_ = false;
    std::optional<FeedFault> fault_;
    std::exception_ptr thrown_;
};

FeedParser::FeedParser(std::size_t most_bytes) : handler_(std::make_unique<Handler>(most_bytes)) {}
FeedParser::~FeedParser() = default;
bool FeedParser::feed(std::string_view bytes, bool last) { return handler_->feed(bytes, last); }
std::vector<FeedItem> FeedParser::take_items() { return handler_->take_items(); }
const std::optional<FeedFault>& FeedParser::fault() const { return handler_->fault(); }

}  // namespace hardfacts
