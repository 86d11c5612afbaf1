# SPDX-License-Identifier: EUPL-1.2
# Turns template files into one C++ source: run as a script it writes the file, included it declares the rule.

if(CMAKE_SCRIPT_MODE_FILE)
  set(body "// SPDX-License-Identifier: EUPL-1.2\n#include \"publish/web/template.h\"\n\n")
  string(APPEND body "namespace medicobus::publish {\n\nstd::string_view templateText(std::string_view name) {\n")
  foreach(file ${INPUTS})
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    # The licence line is for readers of the source; a page must begin with its doctype.
    string(REGEX REPLACE "^{{![^\n]*\n" "" text "${text}")
    string(APPEND body "    if (name == \"${name}\") {\n        return R\"template(${text})template\";\n    }\n")
  endforeach()
  string(APPEND body "    return {};\n}\n\n} // namespace medicobus::publish\n")
  file(WRITE ${OUTPUT} "${body}")
  return()
endif()

set(MEDICOBUS_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

# medicobus_embed_templates(OUTPUT FILES...): defines templateText() in OUTPUT, remade when a file changes.
function(medicobus_embed_templates output)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE inputs)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${output} "-DINPUTS=${inputs}" -P ${MEDICOBUS_EMBED_SCRIPT}
    DEPENDS ${inputs} ${MEDICOBUS_EMBED_SCRIPT}
    VERBATIM)
endfunction()
