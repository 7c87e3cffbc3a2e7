import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {fileURLToPath} from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** What makes a result, by places under the repository. */
export interface Makers {
  /** modules, each with all that it imports */
  readonly modules: readonly string[];
  /** modules that only hand it on, each without what it imports */
  readonly alone?: readonly string[];
}

const digests = new Map<string, string>();

/**
 * A digest of the code that makes a result, and of the lockfile: of this process, whatever is written to its files while it
 * runs. What a module imports is read from its text, a type and an import that comes later too.
 */
export function codeOf({modules, alone = []}: Makers, root = repository): string {
  const asked = JSON.stringify([root, modules, alone]);
  const known = digests.get(asked);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  const files = [...withImports(modules, {root}), ...alone, "package-lock.json"];
  for (const file of [...new Set(files)].toSorted()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  const digest = hash.digest("hex").slice(0, 16);
  digests.set(asked, digest);
  return digest;
}

const everyImport = (text: string): string[] =>
  Array.from(text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g), ([, target = ""]) => target);

/**
 * Modules and all that they import, by their places.
 *
 * @param options.importsOf  what is followed of a module's text; by default types too, and what is imported later
 */
export function withImports(
  modules: readonly string[],
  {root = "", importsOf = everyImport}: {readonly root?: string; readonly importsOf?: (text: string) => string[]} = {}
): ReadonlySet<string> {
  const found = new Set(modules);
  // a set is walked to what is added on the way
  for (const file of found) {
    if (!file.endsWith(".ts")) continue;
    for (const target of importsOf(readFileSync(join(root, file), "utf8")))
      found.add(normalize(join(dirname(file), target)).replace(/\.js$/, ".ts"));
  }
  return found;
}
