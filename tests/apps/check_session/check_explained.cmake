# SPDX-License-Identifier: MIT
# What check_session says beyond findings where it is asked for, and that it says none of it where it is not: how far a
# record is from the protocol, which findings belong together, the fitness of closed sessions alone.
set(data ${source}/examples/data)

function(check name expected_code has lacks)
  execute_process(COMMAND ${program} ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL expected_code)
    message(SEND_ERROR "${name}: exit code ${code}, expected ${expected_code}\n${out}\n${err}")
  endif()
  foreach(text IN LISTS has)
    string(FIND "${out}" "${text}" at)
    if(at EQUAL -1)
      message(SEND_ERROR "${name}: the report lacks '${text}'\n${out}")
    endif()
  endforeach()
  foreach(text IN LISTS lacks)
    string(FIND "${out}" "${text}" at)
    if(NOT at EQUAL -1)
      message(SEND_ERROR "${name}: the report has '${text}'\n${out}")
    endif()
  endforeach()
endfunction()

set(heading "How far the record is from the protocol")
foreach(format text json html)
  check("unasked, ${format}" 1 "" "${heading};repair;itness;causes;belong together" --format ${format} ${data}/student_departs.jsonl)
endforeach()
check("a repair" 1 "${heading};a reminder of respect by lead is not on record (before event" "take out;add a" --repair ${data}/student_departs.jsonl)
check("a repair on a page" 1 "<h4>${heading}</h4>" "" --repair --format html ${data}/student_departs.jsonl)
check("a repair as JSON" 1 "\"repair\":{\"cost\":;\"insert\":{\"by\":\"lead\",\"act\":\"remind\",\"rule\":\"respect\"}" "" --repair --format json ${data}/student_departs.jsonl)
check("nothing is missing" 0 "${heading}: nothing is missing from the record, and nothing in it is unexplained" "" --repair ${data}/student_terminated.jsonl)
# A termination is never taken out: where the clock of the record runs back before it, no change mends the record.
set(scratch ${CMAKE_CURRENT_BINARY_DIR}/check_explained)
set(people "\"people\":[{\"id\":\"p1\",\"offices\":[\"participant\"]},{\"id\":\"p2\",\"offices\":[\"participant\"]},{\"id\":\"lead\",\"offices\":[\"leader\"]}]")
file(WRITE ${scratch}/protected.jsonl "{\"balint\":1,\"protocol\":\"student_group\",\"session\":\"p\",${people}}
{\"by\":\"p1\",\"act\":\"present_case\"}
{\"at\":\"2026-03-02T16:00:09Z\",\"by\":\"p2\",\"act\":\"flag\",\"rule\":\"respect\"}
{\"at\":\"2026-03-02T16:00:08Z\",\"by\":\"lead\",\"act\":\"terminate\"}
")
check("a protected act" 1 "\"repair\":null,\"why\":\"protected\"}" "cost;edits" --repair --format json ${scratch}/protected.jsonl)
foreach(format text html)
  check("a protected act, ${format}" 1 "no change of the record mends this, and none should" "has no place;missing" --repair --format ${format} ${scratch}/protected.jsonl)
endforeach()
# A group that cannot be formed has no repair either, and for another reason.
string(REPLACE "\"leader\"" "\"supervisor\"" unled "${people}")
file(WRITE ${scratch}/unled.jsonl "{\"balint\":1,\"protocol\":\"student_group\",\"session\":\"u\",${unled}}
{\"by\":\"p1\",\"act\":\"present_case\"}
")
check("a group that cannot be formed" 1 "\"repair\":null}" "why" --repair --format json ${scratch}/unled.jsonl)
check("causes" 1 "Findings that belong together;see event" "" --causes ${data}/student_different.jsonl)
check("causes as JSON" 1 "\"causes\":[{\"kind\":\"" "" --causes --format json ${data}/student_different.jsonl)
check("causes of nothing" 0 "\"causes\":[]" "" --causes --format json ${data}/student_terminated.jsonl)
check("fitness" 0 "fitness of the record: 1.000" "" --fitness ${data}/student_conforming.jsonl)
check("fitness as JSON" 0 "\"fitness\":1}" "" --fitness --format json ${data}/student_conforming.jsonl)
check("fitness of a session that was ended" 0 "\"fitness\":null}" "" --fitness --format json ${data}/student_terminated.jsonl)
check("fitness of a session that is running" 0 "still running" "itness" --fitness ${data}/staff_in_progress.jsonl)
check("fitness is never summed up" 1 "fitness of the record" "median;average;mean " --fitness ${data}/student_conforming.jsonl ${data}/student_departs.jsonl)
