# cmake -DFOLDER=src/write/report -DHEADER=report_page.h -P embed_report.cmake
# page.html names its parts in lines like `@style.css@`; those of scripts become one script, in a scope of its own. The
# documents go between what stands before `@documents@` and what stands behind it. The page allows exactly this style
# and this script, by their hashes.
cmake_minimum_required(VERSION 3.25)

# The base64 of a SHA-256 that is given in hexadecimal digits, as a Content-Security-Policy takes it.
function(base64 hex out)
    set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
    set(text "")
    foreach(at RANGE 0 63 3) # three hexadecimal digits are two of base64; behind the 64th are two zeros
        string(SUBSTRING "${hex}00" ${at} 3 digits)
        math(EXPR high "0x${digits} >> 6")
        math(EXPR low "0x${digits} & 63")
        string(SUBSTRING ${alphabet} ${high} 1 first)
        string(SUBSTRING ${alphabet} ${low} 1 second)
        string(APPEND text ${first}${second})
    endforeach()
    string(REGEX REPLACE "A$" "=" text ${text})
    set(${out} ${text} PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.html page)
file(READ ${FOLDER}/style.css style)
set(script "(() => {\n'use strict';\n")
string(REGEX MATCHALL "@[a-z_]+[.]js@" names "${page}")
foreach(name ${names})
    string(REPLACE "@" "" file ${name})
    file(READ ${FOLDER}/${file} text)
    string(APPEND script "${text}")
    string(REPLACE "${name}\n" "" page "${page}")
endforeach()
string(APPEND script "})();\n")
set(style "\n${style}")
set(script "\n${script}")
string(SHA256 style_hash "${style}")
string(SHA256 script_hash "${script}")
base64(${style_hash} style_hash)
base64(${script_hash} script_hash)
string(REPLACE "@style_hash@" "${style_hash}" page "${page}")
string(REPLACE "@script_hash@" "${script_hash}" page "${page}")
string(REPLACE "@style.css@" "${style}" page "${page}")
string(REPLACE "@script@" "${script}" page "${page}")

string(FIND "${page}" "@documents@\n" at)
if(at LESS 0 OR page MATCHES "\\)page\"")
    message(FATAL_ERROR "${FOLDER}: page.html has no line @documents@, or a part of it holds )page\"")
endif()
string(SUBSTRING "${page}" 0 ${at} opening)
math(EXPR behind "${at} + 12")
string(SUBSTRING "${page}" ${behind} -1 closing)
file(WRITE ${HEADER} "// Made by cmake/embed_report.cmake from src/write/report/.
#pragma once
#include <string_view>
namespace hardfacts {
inline constexpr std::string_view report_opening = R\"page(${opening})page\";
inline constexpr std::string_view report_closing = R\"page(${closing})page\";
}
")
