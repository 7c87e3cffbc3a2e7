import {mkdir, mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readProfile, writeProfile} from "../../loaders/release/profiles.js";

it("readProfile(study) is empty where the study's folder has no release on record: who began anew used to be stopped", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-profile-"));
  const vintages = join(folder, "kept", "vintages");
  const profile = [{table: "departments", counted: "rows", amount: 4}];
  await writeProfile("tiny", profile, vintages);
  expect(await readProfile({name: "tiny", folder}, vintages)).toEqual([]);
  await mkdir(join(folder, "released"));
  expect(await readProfile({name: "tiny", folder}, vintages)).toEqual(profile);
});
