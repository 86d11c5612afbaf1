# SPDX-License-Identifier: EUPL-1.2
# Each folder of core is one library that sees and links only what it names here, so a forbidden
# include does not compile and a forbidden call does not link.

# medicobus_floor(NAME SOURCES ... [ON lower floors ...] [WITH outside libraries ...] [PRIVATE_WITH ...])
# ON: floors below, whose headers this floor may include. WITH: libraries seen in its public headers.
# PRIVATE_WITH: libraries used only inside its sources.
function(medicobus_floor name)
  cmake_parse_arguments(FLOOR "" "" "SOURCES;ON;WITH;PRIVATE_WITH" ${ARGN})

  # The only include root of this floor holds this floor alone, so `#include "planner/..."` is found
  # only by those that link the planner.
  set(root ${CMAKE_BINARY_DIR}/floors/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)

  add_library(${name} STATIC ${FLOOR_SOURCES})
  add_library(medicobus::${name} ALIAS ${name})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME medicobus_${name})
  target_include_directories(${name} PUBLIC ${root})
  target_link_libraries(${name} PUBLIC ${FLOOR_ON} ${FLOOR_WITH} PRIVATE ${FLOOR_PRIVATE_WITH} medicobus_warnings)

  # Linked whole, with nothing left undefined: a call to a floor that is not named above stops the build here.
  add_library(floor_${name} MODULE ${MEDICOBUS_FLOORS_DIR}/floor.cpp)
  target_link_libraries(floor_${name} PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,${name}>")
  if(NOT MEDICOBUS_SANITIZE AND NOT MEDICOBUS_FUZZ)
    target_link_options(floor_${name} PRIVATE LINKER:--no-undefined)
  endif()
  set_target_properties(floor_${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/floors)
endfunction()
