/** Runs "Bring your own study" as it is written: its commands, its study block, its SQL. */
import {mkdtemp, readFile, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runNew} from "../../loaders/ingest/propose/runNew.js";
import {runBuild} from "../../loaders/site/runBuild.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";

const page = "src/bring-your-own-study.md";

/** The fenced block of the page whose first line ends in a word, and the command of the block that begins so. */
const blockOf = (markdown: string, word: string): string =>
  new RegExp(`^\`\`\`[^\\n]*${word.replace(".", "\\.")}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(markdown)?.[1] ?? "";

it("the tutorial goes from four raw files to a site", async () => {
  const markdown = await readFile(page, "utf8");
  const home = await mkdtemp(join(tmpdir(), "longview-tutorial-"));
  const [folder, out] = [join(home, "ours"), join(home, "dist")];
  const [, command = ""] = /^npx longview new data\/ours (.*)$/m.exec(markdown) ?? [];
  expect(await runNew(folder, command.split(" "))).toBe(0);

  const file = join(folder, "datapackage.json");
  const description = {...JSON.parse(await readFile(file, "utf8")), title: "Coaching in 24 teams"};
  await writeFile(file, JSON.stringify({...description, study: JSON.parse(blockOf(markdown, "json study"))}));
  await writeFile(join(folder, "sql/department_years.sql"), blockOf(markdown, "department_years.sql"));
  const proposed = await readFile(join(folder, "sql/participation_years.sql"), "utf8");
  expect(proposed).toBe(blockOf(markdown, "participation_years.sql"));
  const warehouse = await openWarehouse(await readStudy(folder), join(home, "cache"));
  // its join used to be told of: which rows it took could not be told
  expect(await warehouse.query(new URL("../../loaders/release/sql/warnings.sql", import.meta.url))).toEqual([]);
  warehouse.close();
  expect(await runBuild({study: folder, out})).toBe(0);
  const finding = await readFile(join(out, "findings/departments.html"), "utf8");
  expect(finding).toMatch(/192 team-years/);
  // a margin that the page declared in percentage points used to be a share under that name: a hundredth of it
  const [, points = "0"] = /margin was ([\d.]+)\s+percentage points/.exec(finding.replaceAll(/<[^>]+>/g, "")) ?? [];
  expect(Number(points)).toBeGreaterThan(0.05);
  expect((await stat(join(out, "bring-your-own-study.html"))).size).toBeGreaterThan(1000);
}, 300_000);
