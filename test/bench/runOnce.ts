/**
 * Times a case in a process that loads no package: as tsx loads commander, an array is detached, and from then on V8 asks
 * of every access to a typed array whether it is still there.
 */
import {cases} from "./cases.js";
import {runOurs} from "./runOurs.js";

console.log(JSON.stringify(runOurs(cases.find(({name}) => name === process.argv[2])!)));
