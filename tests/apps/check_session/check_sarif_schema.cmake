# SPDX-License-Identifier: MIT
# Holds the report in SARIF against the official schema, which is not shipped: `npm pack @microsoft/jest-sarif` has it.
find_program(python python3)
set(check [=[
import json, sys, warnings
warnings.simplefilter("ignore")
import jsonschema
schema, report = (json.load(open(name)) for name in sys.argv[1:])
faults = list(jsonschema.Draft4Validator(schema).iter_errors(report))
for fault in faults[:5]: print(list(fault.absolute_path), fault.message[:300])
sys.exit(1 if faults else 0)
]=])
if(python)
  execute_process(COMMAND ${python} -c "import jsonschema" RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
endif()
if(NOT python OR NOT code EQUAL 0 OR NOT EXISTS "${schema}")
  message("skipped: needs Python with jsonschema (python3-jsonschema) and, in the cache variable BALINT_SARIF_SCHEMA, the path of "
    "lib/schemas/sarif-2.1.0-rtm.5.json out of the npm package @microsoft/jest-sarif")
  return()
endif()
set(report ${CMAKE_CURRENT_BINARY_DIR}/schema_check.sarif)
file(GLOB recorded ${source}/examples/data/*.jsonl)
execute_process(COMMAND ${program} --format sarif --output ${report} ${recorded} ${source}/tests/vectors/traces.jsonl no_such.jsonl
  RESULT_VARIABLE code ERROR_QUIET)
execute_process(COMMAND ${python} -c "${check}" ${schema} ${report} RESULT_VARIABLE faults OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT code EQUAL 2 OR NOT faults EQUAL 0)
  message(FATAL_ERROR "exit code ${code}, expected 2; the schema says:\n${said}")
endif()
