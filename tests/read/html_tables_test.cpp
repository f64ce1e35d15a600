#include "read/html_tables.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("tables of data and tables of layout, and how many header rows they have") {
    struct Row {
        std::string_view page;
        int header_rows;  ///< -1: layout
    };
    const Row rows[] = {
        {"<table><tr><th>a<th>b<tr><td>1<td>2</table>", 1},
        {"<table><thead><tr><td>a<td>b<tr><td>c<td>d</thead><tr><td>1<td>2</table>", 2},
        {"<table><tr><td>Chip<td>Memory<td>Power<tr><td>K-7<td>144 GB<td>700 W</table>", 1},
        {"<table><tr><td>Item<td>Value<tr><td>Power<td>700 W</table>", 1},
        {"<table><tr><td>Memory<td>144 GB<tr><td>Power<td>700 W</table>", 0},
        {"<table><tr><td>Maker<td>Kakuu<tr><td>City<td>Osaka</table>", 0},
        {"<table><tr><th>Memory<td>144 GB<tr><th>Power<td>700 W</table>", 0},
        {"<table><tr><td colspan=3>Title<tr><td>a<td>2024<td>2025<tr><td>b<td>1<td>2</table>", 2},
        {"<table><tr><td>&nbsp;<td colspan=2>Months<tr><td><td>2024年<td>2025年<tr><td>b<td>1<td>2</table>", 2},
        {"<table><tr><td>one column<tr><td>of text</table>", -1},
        {"<table><tr><td>one<td>row</table>", -1},
        {"<table role=presentation><tr><td>a<td>1<tr><td>b<td>2</table>", -1},
        {"<table><tr><td><h2>a</h2><td>1<tr><td>b<td>2</table>", -1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const auto tables = survey_tables(row.page, parse_html(row.page, 0));
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].data == (row.header_rows >= 0));
        if (row.header_rows >= 0) CHECK(tables[0].header_rows == static_cast<std::uint32_t>(row.header_rows));
    }
}

TEST_CASE("a table around a table is layout") {
    const std::string_view page =
        "<table><tr><td>a<td><table><tr><td>a<td>1<tr><td>b<td>2</table><tr><td>c<td>d</table>";
    const auto tables = survey_tables(page, parse_html(page, 0));
    REQUIRE(tables.size() == 2);
    CHECK_FALSE(tables[0].data);
    CHECK(tables[1].data);
}
