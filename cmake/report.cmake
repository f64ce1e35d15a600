# The page of the HTML report, src/write/report/, becomes two strings of the generated header write/report_page.h.
set(report_folder ${CMAKE_SOURCE_DIR}/src/write/report)
set(report_header ${CMAKE_BINARY_DIR}/generated/write/report_page.h)
file(GLOB report_files CONFIGURE_DEPENDS ${report_folder}/*)
add_custom_command(OUTPUT ${report_header}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${report_folder} -DHEADER=${report_header}
        -P ${CMAKE_SOURCE_DIR}/cmake/embed_report.cmake
    DEPENDS ${report_files} ${CMAKE_SOURCE_DIR}/cmake/embed_report.cmake
    COMMENT "Embedding the HTML report's page" VERBATIM)
# One file includes it; a path for all of them would build all of them anew.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/write/formats.cpp PROPERTIES
    INCLUDE_DIRECTORIES ${CMAKE_BINARY_DIR}/generated OBJECT_DEPENDS ${report_header})
