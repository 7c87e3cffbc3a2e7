/**
 * Run by hand: `npx tsx test/attack/wholeReleases.ts`. Whole studies, at the default size and of 25 managers, are published
 * without their last year, then with it and one change to what was closed, and read by code that holds both releases.
 * Results: test/output/whole-releases.md.
 */
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {AuditError} from "../../loaders/disclosure/auditRelease.js";
import {jointly} from "../../loaders/disclosure/audit/jointly.js";
import {loadSolver} from "../../loaders/disclosure/loadSolver.js";
import {addAct} from "../../loaders/release/acts.js";
import {keepRelease} from "../../loaders/release/pastReleases.js";
import {type AuditedRelease, releaseStudy} from "../../loaders/release/releaseStudy.js";
import {parameters} from "../../loaders/simulate/parameters.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";
import {isSuppressed} from "../../src/released/cell.js";
import {cutStudy} from "./cutStudy.js";
import {rawChanges} from "./whole/rawChanges.js";
import {readLines, writeLines} from "./whole/rawFiles.js";
import {closedChanged, spanningChanged} from "./whole/whatItTells.js";

const sizes = [
  {name: "25 managers, five years", parameters: {...parameters, departments: 2, programmeYears: 5}},
  {name: "620 managers, nine years", parameters}
];
const fewest = 10;

const count = (shown: number, all: number): string => `${shown} of ${all} (${Math.round((100 * shown) / all)} %)`;
const results = fileURLToPath(new URL("../output/whole-releases.md", import.meta.url));
const solve = await loadSolver();

/** Figures of persons that are published, of those with as many persons behind them as their own rule asks for. */
function utility({behind}: AuditedRelease): string {
  const cells = behind.tables.flatMap((table) => table.cells).filter(({persons}) => persons >= fewest);
  const published = (some: typeof cells): string =>
    count(some.filter(({shown}) => !isSuppressed(shown)).length, some.length);
  const asked = cells.filter(({persons, minimum}) => persons >= (minimum ?? 0));
  return (
    `${published(asked)} figures with as many persons as their rule asks for are published; ` +
    `of all with ${fewest} or more, ${published(cells)}: appraisals ask for 20, three categories for 40.`
  );
}

/** How far the first planned comparison on standing figures is from the one on rows as they are now, in standard errors. */
function distance(standing: AuditedRelease, fresh: AuditedRelease): string {
  const [then, now] = [standing, fresh].map(
    ({findings}) => findings.value.findings.find(({id}) => id === "departments")?.primary
  );
  if (!then || !now || now.low === null || now.high === null) return "not made";
  const error = (now.high - now.low) / (2 * 1.96);
  return `${((then.estimate - now.estimate) / error).toFixed(2)}`;
}

/** Figures of both releases together, read by linear programming. */
function jointlyTold(first: AuditedRelease, second: AuditedRelease, closed: number): number {
  const cells = (release: AuditedRelease) =>
    release.behind.tables.filter(({key}) => key.includes("fiscal_year")).flatMap((table) => table.cells);
  const then = cells(first).filter(({row}) => Number(/\b\d{4}\b/.exec(row)?.[0]) <= closed);
  return jointly([...then, ...cells(second)], solve).length;
}

function refusal(error: unknown): AuditError {
  if (error instanceof AuditError) return error;
  throw error;
}

const header = [
  "| with the last year, and | closed figures that are not as published | figures over several years that moved | withheld figures that both releases tell together | first estimate on standing figures from the one on present rows, in standard errors |",
  "| --- | --- | --- | --- | --- |"
];

async function attack(size: (typeof sizes)[number]): Promise<string[]> {
  const folder = join(await mkdtemp(join(tmpdir(), "longview-whole-")), "study");
  const vintages = join(folder, "vintages");
  const options = {vintages, models: join(folder, "models")};
  await writeSimulation(folder, {seed: 5, parameters: size.parameters});
  const described = join(folder, "datapackage.json");
  // rules as for real persons
  const whole = await readFile(described, "utf8");
  await writeFile(described, whole.replace('"activity.participants": 1', '"activity.participants": 2'));
  const closed = size.parameters.firstYear + size.parameters.programmeYears - 2;
  const restore = await cutStudy(folder, closed);
  const first = await releaseStudy(folder, options);
  await keepRelease(first, options);
  await restore();
  for (const source of ["activity", "survey", "ratings", "appraisals"] as const)
    await addAct(folder, {act: "close", source, period: closed + 1, on: "2020-07-01"});
  const kept = `${folder}-kept`;
  await cp(folder, kept, {recursive: true});
  const lines = await readLines(folder);
  const rows = [`First release: ${utility(first)}`, "", ...header];
  for (const {name, make, few = []} of rawChanges) {
    for (const part of ["released", "vintages"]) await cp(join(kept, part), join(folder, part), {recursive: true});
    await writeLines(folder, make(lines, {closed}));
    const second = await releaseStudy(folder, options).catch(refusal);
    await rm(join(folder, "released/published.json"));
    const fresh = await releaseStudy(folder, {models: options.models}).catch(refusal);
    const cells =
      second instanceof AuditError
        ? [`refused: ${second.message.split("\n")[0]}`, "", "", ""]
        : [
            closedChanged(first, second, closed).length,
            few.length === 0 ? "not asked" : spanningChanged(first, second, few).length,
            jointlyTold(first, second, closed),
            fresh instanceof AuditError ? "not made" : distance(second, fresh)
          ];
    rows.push(`| ${[name, ...cells].join(" | ")} |`);
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  await rm(folder, {recursive: true, force: true});
  await rm(kept, {recursive: true, force: true});
  return rows;
}

const text = ["# Whole studies, released twice", "", "Made by test/attack/wholeReleases.ts."];
for (const size of sizes) text.push("", `## ${size.name}`, "", ...(await attack(size)));
await writeFile(results, `${text.join("\n")}\n`);
