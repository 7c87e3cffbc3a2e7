import {mkdir, mkdtemp, readdir, symlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {nameOf, fingerprintOf} from "../../loaders/release/fingerprint.js";
import {recordRelease} from "../../loaders/release/history/releaseHistory.js";
import {keepBuilt, siteCode} from "../../loaders/site/builtSites.js";
import {runRefresh} from "../../loaders/site/runRefresh.js";
import {warehouses} from "../../loaders/study/clearAbandoned.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

const seen = vi.hoisted(() => ({published: false}));
vi.mock("../../loaders/release/publish.js", () => {
  seen.published = true;
  return {publish: async () => Promise.reject(new Error("it would be published"))};
});

const from = process.cwd();
beforeAll(async () => process.chdir(await mkdtemp(join(tmpdir(), "longview-refresh-"))));
afterAll(() => process.chdir(from));

it("refresh of what was built says so, and imports nothing that publishes, with --plan and without", async () => {
  const {folder: study} = await tinyStudy();
  const out = "site";
  await mkdir("shelf");
  await symlink("shelf", out);
  const nothing = {findings: [], absent: [], tables: {}, files: [], rules: {}, plan: {status: "none", version: 0}};
  await recordRelease(study, {version: "abc", title: "A title", ...nothing}, "2026-01-01");
  const built = {pages: 1, doubts: []};
  await keepBuilt({study, out}, `${nameOf(await fingerprintOf(study))} ${await siteCode(study)}`, built);
  await mkdir(join(warehouses, "tiny", "building-4194305-a"), {recursive: true});
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const codes = [await runRefresh({study, out}), await runRefresh({study, out, plan: true, json: true})];
  const [words = "", json = ""] = write.mock.calls.map(([text]) => String(text));
  write.mockRestore();
  expect(codes).toEqual([0, 0]);
  expect(await readdir(join(warehouses, "tiny")), "what a killed build left").toEqual([]);
  expect(seen.published).toBe(false);
  expect(words).toBe("No file, rule or code has changed. site shows release 1 of 2026-01-01, data version abc.\n");
  expect(JSON.parse(json)).toEqual({
    unchanged: true,
    version: "abc",
    since: {number: 1, on: "2026-01-01", version: "abc"},
    changes: null
  });
  await recordRelease(study, {version: "def", title: "Another", ...nothing}, "2026-02-01");
  await expect(runRefresh({study, out, plan: true})).rejects.toThrow(/it would be published/);
});
