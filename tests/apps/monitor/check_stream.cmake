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
  "2025-26-06: line 26, event 5: came before, not judged [duplicate]"
  "2026-spring-b-01: line 62, event 13: the story by p5 came during the selection" "the story is stage 3 [wrong_stage]"
  "the order of the stages (STG-8)"
  "p5's to do then: a vote"
  "line 63, event 14: nothing of the stage selection is on record before the session went on [stage_skipped]"
  "2026-spring-04: line 159, event 29: criticism of a person was named"
  "2026-spring-04: ended by its leader, as is the leader's right" "30 events"
  "2026-spring-b-01: another course" "49 events"
  "2025-26-06: as the protocol has it" "67 events"
  "3 over: 1 as the protocol has it" "1 ended by the leader" "1 on another course"
  "1 going on, 0 of them with departures from the protocol"
  "findings: 2, lines not delivered as they should be: 1, lines that could not be read: 0")
check("as JSON" 1 ${stream} WORDS --format json SAYS
  [["told":"delivery","session":"2025-26-06","line":26,"seq":5,"came":"duplicate"]]
  [["told":"finding","session":"2026-spring-b-01","line":62,"event":13,"class":"departure","code":"wrong_stage","rule":"stage_order","times":1,"stage":"selection","act":"tell_story","by":"p5"]]
  [["told":"breach","session":"2026-spring-04","line":159,"event":29,"rule":"no_criticism","by":"p7"]]
  [["told":"answer","session":"2026-spring-04","line":160,"event":30,"rule":null,"how":"terminated"]]
  [["told":"end","session":"2026-spring-b-01","protocol":"student_group","verdict":"different","events":49,"skipped":0]]
  [["told":"summary","over":3,"conforming":1,"terminated":1,"different":1,"departs":0,"live":1]])

set(people [["people":[{"id":"p1","offices":["participant"]},{"id":"p2","offices":["participant"]},{"id":"lead","offices":["leader"]}]}]])
set(header "{\"balint\":1,\"protocol\":\"student_group\",\"session\":\"a\",${people}")
set(close "{\"session\":\"a\",\"by\":\"lead\",\"act\":\"terminate\"}")
file(WRITE ${scratch}/empty.jsonl "")
check("nothing at all" 2 ${scratch}/empty.jsonl SAYS "0 over")
file(WRITE ${scratch}/clean.jsonl "${header}\n${close}")
check("a last line without an end" 0 ${scratch}/clean.jsonl SAYS "a: ended by its leader" "1 over")
file(WRITE ${scratch}/cut.jsonl "${header}\n${close}\n{\"session\":\"a\",\"by\":\"le")
check("a last line that was cut off" 2 ${scratch}/cut.jsonl SAYS "a: ended by its leader" "line 3" "broken JSON" "lines that could not be read: 1")
file(WRITE ${scratch}/bad.jsonl "${header}\n\n{\"session\":\"a\",\"by\":\"p1\",\"act\":\"ask\",\"text\":\"a story\"}\n${close}\n")
check("a blank line and one that cannot be read" 2 ${scratch}/bad.jsonl SAYS "line 3, byte 38: found the key \"text\""
  "a: ended by its leader" "lines that could not be read: 1")
file(WRITE ${scratch}/strays.jsonl "${close}\n${header}\n${header}\n${close}\n${close}\n")
check("strays" 1 ${scratch}/strays.jsonl SAYS "a: line 1: no header opened this session" "[unknown_session]" "line 3: the session has a header"
  "a: ended by its leader" "line 5, event 2: " "[session_over]" "line 5: the session was over" "[after_end]")
check("remembering none" 0 ${scratch}/strays.jsonl WORDS --remember 0 SAYS "a: ended by its leader" "line 5: no header opened this session")
# A word that the protocol does not know is never shown, and a fault of the record is said to be one.
set(strange "{\"session\":\"a\",\"by\":\"p1\",\"act\":\"hug_somebody\"}")
file(WRITE ${scratch}/strange.jsonl "${header}\n${strange}\n${strange}\n{\"session\":\"a\",\"by\":\"p1\",\"act\":\"flag\",\"rule\":\"respect\"}\n{\"session\":\"a\",\"by\":\"lead\",\"act\":\"remind\",\"rule\":\"respect\"}\n")
check("a word that is not known" 1 ${scratch}/strange.jsonl SAYS
  "a: line 2, event 1: in the record, line 2 names an act that this protocol does not have [unknown_act]" "this came once more"
  "a: line 4, event 3: a breach of respect was named" "a: line 5, event 4: a reminder of the rule \"respect\" is on record" "findings: 1")
check("a word that is not known, as JSON" 1 ${scratch}/strange.jsonl WORDS --format json SAYS
  [["class":"record","code":"unknown_act","rule":null,"times":1,"stage":"presentation","act":null,"by":"p1"]])
foreach(format text json)
  execute_process(COMMAND ${program} --format ${format} INPUT_FILE ${scratch}/strange.jsonl OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if("${out}${err}" MATCHES "hug")
    message(SEND_ERROR "${format}: a word of the log is shown that the protocol does not know\n${out}${err}")
  endif()
endforeach()
check("no such format" 2 ${scratch}/empty.jsonl WORDS --format poem)
