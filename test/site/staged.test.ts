import {cp, mkdir, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, it} from "vitest";
import {headOf, memoryFile, restagePage} from "../../loaders/site/restagePage.js";
import {beginStaging, forgetState, keepStaged, readStaged, sayBehind, stateOf} from "../../loaders/site/staged.js";

let stage: string;

beforeEach(async () => {
  stage = await mkdtemp(join(tmpdir(), "longview-stage-"));
  await mkdir(join(stage, "src/findings"), {recursive: true});
  await writeFile(join(stage, "src/index.md"), "---\ntitle: One\n---\n\n# One\n");
  await writeFile(join(stage, "src/findings/sessions.md"), "# Two\n");
});

it("readStaged(stage) is null until a stage is whole, and again once its files are being replaced", async () => {
  expect(await readStaged(stage)).toBeNull();
  await keepStaged(stage, {state: "a", language: "en"});
  expect(await readStaged(stage)).toEqual({state: "a", language: "en"});
  await beginStaging(stage);
  expect(await readStaged(stage)).toBeNull();
});

it("forgetState(stage) leaves a stage whole, and no state that could be taken for the study's", async () => {
  await forgetState(stage);
  expect(await readStaged(stage)).toBeNull();
  await keepStaged(stage, {state: "a", language: "ja"});
  await forgetState(stage);
  expect(await readStaged(stage)).toEqual({state: "", language: "ja"});
});

it("sayBehind(stage) says it once on every page, below its head, and the stage is behind from then on", async () => {
  await keepStaged(stage, {state: "a", language: "en"});
  await sayBehind(stage);
  await sayBehind(stage);
  for (const [file, head] of [
    ["index.md", "---\ntitle: One\n---\n"],
    ["findings/sessions.md", ""]
  ] as const) {
    const text = await readFile(join(stage, "src", file), "utf8");
    expect(text.startsWith(`${head}\n<p class="site-notice" data-behind`)).toBe(true);
    expect(text.match(/data-behind/g)).toHaveLength(1);
  }
  expect((await readStaged(stage))?.state).toBe("");
});

it("restagePage(page, stage) keeps saying that a page is behind until the whole stage is made anew: it used to forget it", async () => {
  const page = {file: "findings/sessions.md", address: "findings/sessions.html", order: 1, needs: []};
  await writeFile(
    join(stage, memoryFile),
    JSON.stringify({marks: {}, heads: {[page.file]: headOf("# Two\n")}, has: []})
  );
  const restaged = async (markdown: string): Promise<string> => {
    expect(await restagePage({...page, markdown}, stage)).toBe(true);
    return readFile(join(stage, "src", page.file), "utf8");
  };
  expect(await restaged("# Three\n")).toBe("# Three\n");
  await sayBehind(stage);
  const text = await restaged("# Four\n");
  expect(text).toContain("# Four");
  expect(text.match(/data-behind/g)).toHaveLength(1);
});

it("stateOf(study) changes with its description, a raw file, its SQL, a notebook, what it published and the language", async () => {
  const study = join(stage, "fujitsu-ssl");
  await cp("data/fujitsu-ssl", study, {recursive: true});
  const states = new Set([await stateOf(study), await stateOf(study, {language: "ja"})]);
  for (const file of [
    "datapackage.json",
    "events.csv",
    "sql/assignments.sql",
    "notebooks/own.md",
    "released/late.json"
  ]) {
    await mkdir(join(study, file, ".."), {recursive: true});
    await writeFile(join(study, file), `${await readFile(join(study, file), "utf8").catch(() => "")}\n`);
    states.add(await stateOf(study));
  }
  expect(states.size).toBe(7);
});
