// SPDX-License-Identifier: MIT
// Runs a program of WebAssembly with WASI: node run.mjs PROGRAM.wasm. Its exit code is the program's.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const program = process.argv[2];
const wasi = new WASI({ version: "preview1", args: [program], returnOnExit: true });
const compiled = await WebAssembly.compile(await readFile(program));
const instance = await WebAssembly.instantiate(compiled, { wasi_snapshot_preview1: wasi.wasiImport });
process.exit(wasi.start(instance));
