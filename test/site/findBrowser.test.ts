import {readFileSync, readdirSync} from "node:fs";
import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {findBrowser} from "../../loaders/site/findBrowser.js";

it("findBrowser() takes the one that is named, then one that is installed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-browser-"));
  await writeFile(join(folder, "chromium"), "");
  expect(await findBrowser({environment: {CHROMIUM: "/named", PATH: folder}})).toBe("/named");
  expect(await findBrowser({environment: {PATH: folder}})).toBe(join(folder, "chromium"));
  const place = join(folder, "chromium");
  expect(await findBrowser({environment: {PATH: ""}, installed: [place]})).toBe(place);
});

it("launchBrowser() alone starts a browser, so that nothing needs one at a place of its own", () => {
  const starting = ["loaders", "test"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .map((file) => join(root, file))
      .filter((file) => file.endsWith(".ts") && file !== join("test", "site", "findBrowser.test.ts"))
      .filter((file) => /chromium\.launch|findBrowser\(/.test(readFileSync(file, "utf8")))
  );
  expect(starting).toEqual([join("loaders", "site", "findBrowser.ts"), join("loaders", "site", "launchBrowser.ts")]);
});
