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
