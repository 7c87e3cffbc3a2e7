import {readdirSync} from "node:fs";
import {join} from "node:path";

/** The files below some folders whose names end so. */
export const filesIn = (roots: readonly string[], ending: string): string[] =>
  roots.flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(ending))
      .map((file) => join(root, file))
  );
