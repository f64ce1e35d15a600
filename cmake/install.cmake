# `cmake --install build/release --prefix DIR`: the program, the library with its public headers and package file, and
# the rules and gazetteers the program reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS hardfacts RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS hardfacts_library EXPORT hardfactsTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES src/hardfacts.h DESTINATION include/hardfacts)
install(DIRECTORY src/model src/write DESTINATION include/hardfacts FILES_MATCHING PATTERN "*.h")
install(DIRECTORY rules gazetteers DESTINATION ${CMAKE_INSTALL_DATADIR}/hardfacts)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/hardfacts)
install(EXPORT hardfactsTargets NAMESPACE hardfacts:: DESTINATION ${package_dir})
configure_package_config_file(cmake/hardfactsConfig.cmake.in ${CMAKE_BINARY_DIR}/hardfactsConfig.cmake
    INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/hardfactsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/dependencies.cmake ${CMAKE_BINARY_DIR}/hardfactsConfig.cmake
    ${CMAKE_BINARY_DIR}/hardfactsConfigVersion.cmake DESTINATION ${package_dir})
