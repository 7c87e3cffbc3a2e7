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

it("launchBrowser() alone starts a browser for tests and benches, so that none needs one at a place of its own", () => {
  const starting = readdirSync("test", {recursive: true, encoding: "utf8"}).filter(
    (file) => /\.[jt]s$/.test(file) && readFileSync(join("test", file), "utf8").includes(`chromium.${"launch"}(`)
  );
  expect(starting).toEqual([join("browser", "launchBrowser.ts")]);
});
