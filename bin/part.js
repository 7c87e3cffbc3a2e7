/** A part of the code in a process of its own: `part.js NAME ARGUMENT...`, the code as it is now. */
import {runPart} from "./compiledCode.js";

const [part] = process.argv.splice(2, 1);
await runPart(part);
