# Finds the libraries hardfacts is built on; shared with the installed package.
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json REQUIRED)
find_package(LibArchive REQUIRED)
pkg_check_modules(NETTLE REQUIRED QUIET IMPORTED_TARGET nettle)
pkg_check_modules(RE2 REQUIRED QUIET IMPORTED_TARGET re2)
pkg_check_modules(TOMLPP REQUIRED QUIET IMPORTED_TARGET tomlplusplus)
pkg_check_modules(MD4C REQUIRED QUIET IMPORTED_TARGET md4c)
pkg_check_modules(YAML REQUIRED QUIET IMPORTED_TARGET yaml-0.1)
pkg_check_modules(GUMBO REQUIRED QUIET IMPORTED_TARGET gumbo)
pkg_check_modules(EXPAT REQUIRED QUIET IMPORTED_TARGET expat)
pkg_check_modules(SQLITE REQUIRED QUIET IMPORTED_TARGET sqlite3)
pkg_check_modules(XLSXWRITER REQUIRED QUIET IMPORTED_TARGET xlsxwriter)
# The loader looks through the libraries in this order for each of libcrypto's four thousand names, which come with
# libxlsxwriter: that one first saves a tenth of a program's start.
set(HARDFACTS_DEPENDENCIES
    PkgConfig::XLSXWRITER ICU::uc ICU::i18n nlohmann_json::nlohmann_json LibArchive::LibArchive PkgConfig::NETTLE
    PkgConfig::RE2 PkgConfig::TOMLPP PkgConfig::MD4C PkgConfig::YAML PkgConfig::GUMBO PkgConfig::EXPAT
    PkgConfig::SQLITE)
