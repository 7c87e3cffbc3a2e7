import {relative, resolve} from "node:path";
import type {Metafile} from "esbuild";

/** A file of a bundle, by its place under the stage's root. */
export interface BundledFile {
  readonly place: string;
  /** whether a page imports it, or starts it as a worker: else it is a part of such files */
  readonly isEntry: boolean;
  /** the parts that are loaded with it, those of its parts too */
  readonly parts: readonly string[];
}

export function bundledFiles({outputs}: Metafile, root: string): BundledFile[] {
  const placeOf = (output: string): string => relative(root, resolve(output));
  const importsOf = (output: string): Metafile["outputs"][string]["imports"] => outputs[output]?.imports ?? [];
  const imported = new Set(Object.keys(outputs).flatMap((output) => importsOf(output).map(({path}) => path)));
  const partsOf = (output: string, known = new Set<string>()): Set<string> => {
    for (const {path, kind} of importsOf(output)) {
      if (kind !== "import-statement" || known.has(path)) continue;
      known.add(path);
      partsOf(path, known);
    }
    return known;
  };
  return Object.keys(outputs).map((output) => ({
    place: placeOf(output),
    isEntry: !imported.has(output),
    parts: Array.from(partsOf(output), placeOf)
  }));
}
