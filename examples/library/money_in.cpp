// Prints every sum of money in a document, what it is in base units, and where it stands.
#include <hardfacts.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: money_in FILE\n";
        return 2;
    }
    const auto loaded = hardfacts::Extractor::load(DATA_DIR);
    if (const auto* faults = std::get_if<hardfacts::Diagnostics>(&loaded)) {
        for (const auto& fault : *faults) std::cerr << hardfacts::to_string(fault) << '\n';
        return 2;
    }
    const auto& extractor = std::get<hardfacts::Extractor>(loaded);

    std::ifstream in(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    hardfacts::InputOptions options;
    options.path = options.id = argv[1];
    const hardfacts::Extraction extraction = extractor.extract(bytes, options);

    for (const auto& fault : extraction.diagnostics) std::cerr << hardfacts::to_string(fault) << '\n';
    for (const auto& record : extraction.records) {
        for (const auto& mention : record.mentions) {
            if (mention.type != hardfacts::MentionType::money) continue;
            const auto& base = mention.value->base;
            std::cout << mention.span.byte.begin << '\t' << mention.text << '\t'
                      << (base.number ? base.number->to_string() : base.min->to_string() + ".." + base.max->to_string())
                      << ' ' << mention.value->base_unit << '\n';
        }
    }
    return extraction.diagnostics.empty() ? 0 : 3;
}
