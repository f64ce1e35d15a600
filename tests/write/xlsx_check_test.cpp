#include "write/xlsx_check.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// What is said of a zip file with this text in it.
std::string fault_of(std::string_view text) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.xlsx";
    archive* out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_open_filename(out, path.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "xl/sheet.xml");
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
    archive_write_free(out);
    return xlsx_fault(path);
}

}  // namespace

TEST_CASE("parts of a workbook that are whole, and parts that break off") {
    const std::string head = "<?xml version=\"1.0\"?>\n<sheet xmlns=\"x\">";
    const std::string rows(200000, 'r');
    CHECK(fault_of(head + "</sheet>") == "");
    CHECK(fault_of(head + rows + "</sheet>\n") == "");
    CHECK(fault_of("<?xml version=\"1.0\"?>\n<sheet/>") == "");
    for (const std::string& broken : {head, head + rows, head + rows + "</row>", head + rows + "</sheet",
                                      head + rows + "/>", std::string(), std::string("<?xml version=\"1.0\"?>\n")}) {
        CHECK(fault_of(broken).starts_with("it breaks off in xl/sheet.xml"));
    }
}

TEST_CASE("what is no workbook at all") {
    const TemporaryFolder folder;
    folder.write("a.xlsx", "no zip");
    CHECK(xlsx_fault(folder / "a.xlsx") == "it cannot be read again");
    CHECK(xlsx_fault(folder / "missing.xlsx") == "it cannot be read again");
}
