# SPDX-License-Identifier: EUPL-1.2
# Shows that a floor of core cannot see or call what does not stand below it: adds one source to a real floor
# and reads why its build stops. Needs SOURCE, WORK, GENERATOR, COMPILER; LAUNCHER may be empty.

set(here ${CMAKE_CURRENT_LIST_DIR})

# Builds FLOOR with an intruder. With BECAUSE, the build must fail and say so; without, it must succeed.
function(try_intruder floor intruder)
  cmake_parse_arguments(TRY "" "BECAUSE" "" ${ARGN})
  execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${here}/intruded_core -B ${WORK} -G ${GENERATOR}
      -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -D CMAKE_BUILD_TYPE=Debug
      -D SOURCE=${SOURCE} -D FLOOR=${floor} -D INTRUDER=${here}/intruders/${intruder}
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "core could not be configured:\n${said}")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK} --target floor_${floor}
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT TRY_BECAUSE)
    if(NOT status EQUAL 0)
      message(FATAL_ERROR "${floor} should build with ${intruder}:\n${said}")
    endif()
    message(STATUS "${floor} builds with ${intruder}")
    return()
  endif()
  if(status EQUAL 0)
    message(FATAL_ERROR "${floor} must not build with ${intruder}")
  endif()
  if(NOT said MATCHES "${TRY_BECAUSE}")
    message(FATAL_ERROR "${floor} refused ${intruder} for another reason than '${TRY_BECAUSE}':\n${said}")
  endif()
  message(STATUS "${floor} refuses ${intruder}: ${CMAKE_MATCH_0}")
endfunction()

# What the intruders name must exist, or their failure would prove nothing.
foreach(header planner/planner.h territory/need.h)
  if(NOT EXISTS ${SOURCE}/core/${header})
    message(FATAL_ERROR "core/${header} is gone: give the intruder another header")
  endif()
endforeach()
file(READ ${SOURCE}/core/territory/need.h need)
if(NOT need MATCHES "std::optional<int> depthClass\\(const Commune& commune, double threshold")
  message(FATAL_ERROR "depthClass is gone: give the intruder another function of territory")
endif()

set(not_found "(No such file or directory|file not found)")
try_intruder(calendar harmless.cpp)
try_intruder(calendar includes_planner.cpp BECAUSE "planner/planner\\.h'?:? ${not_found}")
try_intruder(calendar includes_territory.cpp BECAUSE "territory/need\\.h'?:? ${not_found}")
try_intruder(calendar calls_territory.cpp
  BECAUSE "(undefined reference to|undefined symbol:) [^\n]*medicobus::territory::depthClass")
try_intruder(base includes_qt.cpp BECAUSE "QString'?:? ${not_found}")
try_intruder(base includes_qt_module.cpp BECAUSE "QtCore/QString'?:? ${not_found}")
