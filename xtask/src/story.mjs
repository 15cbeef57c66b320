// Runs the WebAssembly build of `crates/figure/examples/story.rs` on one program:
// node story.mjs MODULE.wasm NAME < text, as the command itself would run.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [module, name] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: ["story", name], env: {}, returnOnExit: true });
const compiled = await WebAssembly.compile(await readFile(module));
const instance = await WebAssembly.instantiate(compiled, wasi.getImportObject());
process.exitCode = wasi.start(instance);
