#include "resolve/resolve.h"

namespace hardfacts {

Record resolve(const Document& document, const Text&, const Findings&, const std::vector<Claim>&) {
    Record record;
    record.doc = document.info;
    return record;
}

}  // namespace hardfacts
