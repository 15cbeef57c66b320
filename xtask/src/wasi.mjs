// Runs a WebAssembly module as a command with those arguments: node wasi.mjs MODULE.wasm ARGUMENT...
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [module, ...args] = process.argv.slice(2);
// The module's exit is ours.
const wasi = new WASI({ version: "preview1", args: [module, ...args], env: {}, returnOnExit: false });
const compiled = await WebAssembly.compile(await readFile(module));
const instance = await WebAssembly.instantiate(compiled, wasi.getImportObject());
wasi.start(instance);
