import {createHash} from "node:crypto";
import {existsSync, readFileSync, readdirSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {rules} from "../disclosure/policy.js";
import {withImports} from "../release/codeOf.js";
import {worldKinds} from "./worldKinds.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const imports = /^(?:import|export)(?! type\b)[^;"]*(?:from|import) "(\.[^"]+)";$/gm;
/** rooms that are opened on demand; no world draws a page */
const rooms = /\bimport\("(\.[^"]+)(?<!\/exhibits|\/derive)\.js"\)/g;
/** what a study says of itself moves no estimate */
const words = /\.(en|ja)\.ts$|^src\/words\/|simulate\/(committedSeed|describeTruth|studyNames|studyWords)\.ts$/;

/** Digest of the code, policy and parameters that the worlds are made by: what `simulateWorld` imports, and the SQL beside it. */
export function worldsDigest(): string {
  const hash = createHash("sha256").update(JSON.stringify([worldKinds, rules]));
  for (const path of sourcesOf(join(root, "loaders/worlds/simulateWorld.ts"))) {
    const name = relative(root, path);
    if (!words.test(name)) hash.update(name).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 16);
}

/** A module and all that it runs: imports of types alone are left out, and what only pages draw. */
export function sourcesOf(entry: string): string[] {
  const modules = [...withImports([entry], {importsOf})];
  return [...new Set([...modules, ...modules.flatMap(sqlBeside)])].toSorted();
}

const importsOf = (text: string): string[] => [
  ...Array.from(text.matchAll(imports), ([, target = ""]) => target),
  ...Array.from(text.matchAll(rooms), ([, target = ""]) => `${target}.js`)
];

function sqlBeside(path: string): string[] {
  return [dirname(path), join(dirname(path), "sql")].flatMap((folder) => {
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => (name.endsWith(".sql") ? [join(folder, name)] : []));
  });
}
