import {cp, mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it, vi} from "vitest";
import {tinyStudy} from "../../ingest/tinyStudy.js";
import {comparePlans, keepPlan, printRegistration, showPlan} from "../../../loaders/study/plan/runPlan.js";

async function studyFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "longview-plan-")), "jtrain");
  await cp("data/jtrain", folder, {recursive: true});
  return folder;
}

async function change(folder: string, from: string, to: string): Promise<void> {
  const file = join(folder, "datapackage.json");
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replaceAll(from, to));
}

/** what a verb prints */
async function printed(verb: () => Promise<number>): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  expect(await verb()).toBe(0);
  const text = write.mock.calls.map(([said]) => String(said)).join("");
  write.mockRestore();
  return text;
}

describe("plan", () => {
  it("shows what is locked; after a change what is exploratory, until a version with its reason is locked", async () => {
    const study = await studyFolder();
    expect(await printed(() => showPlan({study}))).toMatch(
      /^The plan is the same as when it was locked on \d{4}-\d\d-\d\d, in version 2\./
    );
    expect(await printed(() => comparePlans([undefined, undefined], {study}))).toBe("no difference\n");
    await change(study, '"worthwhile": 0.1,', '"worthwhile": 0.2,');
    expect(await printed(() => showPlan({study}))).toMatch(
      /has changed since it was locked .*, in version 2\. These comparisons are exploratory: departments\./
    );
    expect(await printed(() => comparePlans([undefined, undefined], {study}))).toMatch(
      /^departments: worthwhile was 0\.1, is 0\.2\n$/
    );
    await expect(keepPlan({study, known: "all estimates"})).rejects.toThrow(/--reason/);
    const kept = await printed(() => keepPlan({study, known: "all estimates", reason: "a larger gain is needed"}));
    expect(kept).toMatch(/^version 3 is locked: [0-9a-f]{64}\n$/);
    expect(await readdir(join(study, "plan"))).toHaveLength(3);
    const json = JSON.parse(await printed(() => showPlan({study, json: true}))) as {
      status: string;
      versions: unknown[];
    };
    expect(json).toMatchObject({status: "locked", altered: []});
    expect(json.versions).toHaveLength(3);
    expect(await printed(() => comparePlans(["2", "3"], {study, json: true}))).toBe(
      '["departments: worthwhile was 0.1, is 0.2"]\n'
    );
  });

  it("of a study without a plan says so, in the words of the page", async () => {
    const {folder: study} = await tinyStudy();
    expect(await printed(() => showPlan({study}))).toBe("The study has no plan, so every comparison is exploratory.\n");
  });

  it("names the versions that there are", async () => {
    const study = await studyFolder();
    await expect(comparePlans(["7", undefined], {study})).rejects.toThrow(
      "no such version of the plan: 7; there are 1 to 2"
    );
  });

  it("calls what was drawn, found and measured by the study's own words, and one year one year", async () => {
    const text = await printed(() => printRegistration({study: "data/star"}));
    expect(text).toContain("79 schools in Tennessee. Small classes: school year 1985–86. Classes are observed once.");
    expect(text).toContain("regular classes with a full-time aide. Record: Word et al. (1990)");
    expect(text).toContain("- Classes: whether test scores and small class rise or fall together.");
    expect(text).not.toMatch(/\bdepartments:|1985 to 1985/);
  });

  it("writes a preregistration that says when the data were known, and leaves to the authors what only they know", async () => {
    const study = await studyFolder();
    const text = await printed(() => printRegistration({study}));
    for (const heading of ["Study information", "Design plan", "Sampling plan", "Variables", "Analysis plan"])
      expect(text).toContain(`\n## ${heading}\n`);
    expect(text).toMatch(
      /### Existing data\n\nRegistration after the data were there\. The plan was first locked on \d{4}/
    );
    expect(text).toMatch(/### Blinding\n\nTo be written by the authors\./);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
