# SPDX-License-Identifier: MIT
# What the monitor says of a stream that ends: findings in the order of the lines, deliveries, lines that cannot be read, a
# last line that was cut off, and its exit codes.
set(scratch ${CMAKE_CURRENT_BINARY_DIR}/check_stream)
file(MAKE_DIRECTORY ${scratch})

# check(NAME CODE INPUT_FILE TEXT... [WORDS ...]): the texts are said in that order.
function(check name expected_code input)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "SAYS;WORDS")
  execute_process(COMMAND ${program} ${arg_WORDS} INPUT_FILE ${input} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL expected_code)
    message(SEND_ERROR "${name}: exit code ${code}, expected ${expected_code}\n${out}\n${err}")
  endif()
  set(rest "${out}")
  foreach(text IN LISTS arg_SAYS)
    string(FIND "${rest}" "${text}" at)
    if(at EQUAL -1)
      message(SEND_ERROR "${name}: the report lacks '${text}', or has it before its place\n${out}")
      return()
    endif()
    string(SUBSTRING "${rest}" ${at} -1 rest)
  endforeach()
endfunction()

set(stream ${source}/examples/apps/monitor/stream.jsonl)
check("interleaved sessions" 1 ${stream} SAYS
  "2025-26-06: line 25, event 5: came before, not judged [duplicate]"
  "2026-spring-b-01: line 46, event 11: the story by p5 belongs to the stage story, not to presentation [wrong_stage]"
  "p5 could have done: withdrawing, dropping out"
  "line 134, event 32, now 2 times"
  "2026-spring-04: terminated after 34 events"
  "2026-spring-b-01: different after 43 events"
  "2025-26-06: conforming after 83 events"
  "3 over: 1 conforming, 1 terminated, 1 different, 0 with rules not kept, and 1 going on, 0 of them with findings"
  "findings: 3, lines not delivered as they should be: 1, lines that could not be read: 0")
check("as JSON" 1 ${stream} WORDS --format json SAYS
  [["told":"delivery","session":"2025-26-06","line":25,"seq":5,"came":"duplicate"]]
  [["told":"finding","session":"2026-spring-b-01","line":46,"event":11,"code":"wrong_stage","rule":"stage_order","times":1,"stage":"presentation","act":"tell_story","by":"p5"]]
  [["told":"end","session":"2026-spring-b-01","protocol":"student_group","verdict":"different","events":43,"skipped":0]]
  [["told":"summary","over":3,"conforming":1,"terminated":1,"different":1,"rule_violation":0,"live":1]])

set(people [["people":[{"id":"p1","offices":["participant"]},{"id":"p2","offices":["participant"]},{"id":"lead","offices":["leader"]}]}]])
set(header "{\"balint\":1,\"protocol\":\"student_group\",\"session\":\"a\",${people}")
set(close "{\"session\":\"a\",\"by\":\"lead\",\"act\":\"terminate\"}")
file(WRITE ${scratch}/empty.jsonl "")
check("nothing at all" 0 ${scratch}/empty.jsonl SAYS "0 over")
file(WRITE ${scratch}/clean.jsonl "${header}\n${close}")
check("a last line without an end" 0 ${scratch}/clean.jsonl SAYS "a: terminated after 1 event" "1 over")
file(WRITE ${scratch}/cut.jsonl "${header}\n${close}\n{\"session\":\"a\",\"by\":\"le")
check("a last line that was cut off" 2 ${scratch}/cut.jsonl SAYS "a: terminated" "line 3" "broken JSON" "lines that could not be read: 1")
file(WRITE ${scratch}/bad.jsonl "${header}\n\n{\"session\":\"a\",\"by\":\"p1\",\"act\":\"ask\",\"text\":\"a story\"}\n${close}\n")
check("lines that cannot be read" 2 ${scratch}/bad.jsonl SAYS "line 2: found an empty line" "line 3, byte 38: found the key \"text\""
  "a: terminated after 1 event" "lines that could not be read: 2")
file(WRITE ${scratch}/strays.jsonl "${close}\n${header}\n${header}\n${close}\n${close}\n")
check("strays" 1 ${scratch}/strays.jsonl SAYS "a: line 1: no header opened this session" "[unknown_session]" "line 3: the session has a header"
  "a: terminated" "line 5, event 2: " "[session_over]" "line 5: the session was over" "[after_end]")
check("remembering none" 0 ${scratch}/strays.jsonl WORDS --remember 0 SAYS "a: terminated" "line 5: no header opened this session")
check("no such format" 2 ${scratch}/empty.jsonl WORDS --format poem)
