import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

const most = 300;

it(`no file of code is over ${most} lines`, () => {
  const long = ["src", "loaders"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(root, name))
      .flatMap((file) => {
        const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
        return lines > most ? [`${file}: ${lines}`] : [];
      })
  );
  expect(long).toEqual([]);
});
