import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

const most = 300;

/** Still longer than they may be, and by how much at most: a list that only shrinks. */
const known: Readonly<Record<string, number>> = {
  "src/notebook/live/notebookPage.ts": 347,
  "src/words/ja/phrases.ts": 441
};

it(`no file of code is over ${most} lines`, () => {
  const long = ["src", "loaders"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(root, name))
      .flatMap((file) => {
        const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
        return lines > (known[file] ?? most) ? [`${file}: ${lines}`] : [];
      })
  );
  expect(long).toEqual([]);
});
