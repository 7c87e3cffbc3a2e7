import {cp, mkdtemp, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {boundOf} from "../../loaders/release/boundOf.js";
import {keepRelease} from "../../loaders/release/pastReleases.js";
import {readProfile} from "../../loaders/release/profiles.js";
import type {ReleaseContext} from "../../loaders/release/releaseModule.js";
import {printPublishedRecord} from "../../loaders/disclosure/publishedRecord.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewStudy} from "../warehouse/crewStudy.js";

it("a second folder of one name is refused by name: its people used to be held against the first one's", async () => {
  const {folder, cache} = await crewStudy();
  const home = await mkdtemp(join(tmpdir(), "longview-folders-"));
  const vintages = join(home, "vintages");
  const study = await readStudy(folder);
  const warehouse = await openWarehouse(study, cache);
  const bound = async (of: string) => {
    const context = {study: await readStudy(of), warehouse, policy: policyFor(study)} as unknown as ReleaseContext;
    return boundOf(context, {vintages});
  };
  const published = printPublishedRecord({
    code: "0",
    closed: {activity: [], survey: [], ratings: [], appraisals: []},
    revised: {},
    modules: {}
  });
  const profile = [{table: "departments", counted: "rows", amount: 4}];
  const first = await bound(folder);
  const carried = join(home, "carried");
  await keepRelease(
    {study, units: [], record: published, vintage: JSON.stringify(first?.vintage), profile},
    {vintages}
  );
  await cp(folder, carried, {recursive: true});
  expect((await bound(carried))?.vintage.key, "a copy that carries what was published goes on").toBe(
    first?.vintage.key
  );
  await rm(join(folder, "released", "published.json"));
  expect(await bound(folder)).not.toBeNull();
  expect(await readProfile(study, vintages)).toEqual(profile);

  const copy = join(home, "copy");
  await cp(folder, copy, {recursive: true});
  await expect(bound(copy)).rejects.toThrow(/datapackage\.json, column name: .* was published under the name crew/);
  await expect(bound(copy)).rejects.toThrow(/Give this study another name/);
  expect(await readProfile(await readStudy(copy), vintages)).toEqual([]);

  await writeFile(join(copy, "datapackage.json"), JSON.stringify({...(await described(copy)), name: "crew-2"}));
  expect((await bound(copy))?.vintage.key).not.toBe(first?.vintage.key);

  const moved = join(home, "moved");
  await rename(folder, moved);
  expect((await bound(moved))?.vintage.key).toBe(first?.vintage.key);
  warehouse.close();
});

async function described(folder: string): Promise<object> {
  return JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")) as object;
}
