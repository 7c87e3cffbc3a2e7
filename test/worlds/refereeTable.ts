/**
 * What a hostile referee would read: the first line, and each finding's title with its design, certainty and answered
 * checks, for the default study and for studies that are made so as to mislead.
 *
 * Writes test/output/referee.md: npx tsx test/worlds/refereeTable.ts
 */
import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {evidenceContext, planFor} from "../../loaders/release/context.js";
import {findings as findingsModule} from "../../loaders/release/findings.js";
import {committedSeed} from "../../loaders/simulate/committedSeed.js";
import {describeSimulation} from "../../loaders/simulate/describeSimulation.js";
import type {SimulatedRow} from "../../loaders/simulate/office.js";
import type {Parameters} from "../../loaders/simulate/parameters.js";
import {simulate, type SimulatedTables} from "../../loaders/simulate/simulate.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWorld} from "../../loaders/worlds/openWorld.js";
import {worldKinds} from "../../loaders/worlds/worldKinds.js";
import {verdict} from "../../src/report/verdict.js";

interface Case {
  readonly name: string;
  readonly seed?: number;
  readonly parameters?: Parameters;
  readonly tables?: (tables: SimulatedTables) => SimulatedTables;
  readonly study?: (described: Described) => void;
}

interface Described {
  study: {
    assignment: unknown;
    measures: {direction: string}[];
    plan: {finding: string; specification: string}[];
  };
}

/** not among the seeds that rules were chosen on, nor among those of the frozen studies */
const fresh = 7001;

const cases: readonly Case[] = [
  {name: "Default study"},
  {name: "Pure null", seed: fresh, parameters: worldKinds.pure},
  {name: "Selection alone", seed: fresh, parameters: worldKinds.selection},
  {name: "Selection on slow trends", seed: fresh, parameters: worldKinds.trends},
  {
    name: "Every survey measure and rating turned round, and declared so",
    tables: (tables) => ({
      ...tables,
      survey: tables.survey?.map(turnAnswers),
      performance_ratings: tables.performance_ratings?.map(turnRating),
      rating_scales: tables.rating_scales?.map((scale) =>
        scale.scale_id === "session" ? scale : {...scale, higher_is_better: false}
      )
    }),
    study: ({study}) => study.measures.forEach((measure) => (measure.direction = "lower"))
  },
  {
    name: "Declared randomised by department, the share taken up compared",
    study: ({study}) => {
      study.assignment = {how: "randomised", what: "departments", exposure: "participation", record: "draw.csv"};
    }
  },
  {
    name: "Pooled plan",
    study: ({study}) => {
      const planned = study.plan.find(({finding}) => finding === "departments");
      if (planned) planned.specification = "margin ~ participation";
    }
  },
  {
    name: "One department 100 times as large",
    tables: (tables) => ({
      ...tables,
      department_years: tables.department_years?.map((row) =>
        row.department_id === "D17" ? {...row, ...hundredfold(row, ["headcount", "revenue", "profit"])} : row
      )
    })
  }
];

function turnAnswers(row: SimulatedRow): SimulatedRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "number" && name !== "fiscal_year" ? 6 - value : value
    ])
  );
}

function turnRating(row: SimulatedRow): SimulatedRow {
  return {...row, rating: (row.scale_id === "absolute" ? 8 : 6) - Number(row.rating)};
}

const hundredfold = (row: SimulatedRow, names: readonly string[]): SimulatedRow =>
  Object.fromEntries(names.map((name) => [name, 100 * Number(row[name])]));

async function readCase({name, seed = committedSeed, parameters = worldKinds.truth, ...change}: Case): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), "longview-referee-"));
  try {
    const folder = join(place, "world");
    await cp(new URL("../../loaders/simulate/sql/", import.meta.url), join(folder, "sql"), {recursive: true});
    const described = describeSimulation(parameters, "world") as Described;
    change.study?.(described);
    await writeFile(join(folder, "datapackage.json"), JSON.stringify(described));
    const study = await readStudy(folder);
    const made = simulate(seed, parameters);
    const warehouse = await openWorld(study, change.tables?.(made) ?? made, {scratch: place});
    try {
      const {value} = await findingsModule.make({study, warehouse, policy: policyFor(study)});
      const plan = planFor(study, "departments");
      const told = verdict({...value, plan, units: 0, planned: true} as never, evidenceContext(study));
      return section(name, told, value);
    } finally {
      warehouse.close();
    }
  } catch (error) {
    return `## ${name}\n\nRefused: ${error instanceof Error ? error.message : String(error)}\n`;
  } finally {
    await rm(place, {recursive: true, force: true});
  }
}

function section(
  name: string,
  told: {readonly title: string; readonly cause: string},
  {findings, headline}: Awaited<ReturnType<typeof findingsModule.make>>["value"]
): string {
  const rows = findings.map(({id, title, level, certainty, reached, primary}) => {
    const adjusted = headline.adjusted[id];
    const {estimate = NaN, low = null, high = null} = primary ?? {};
    const shown = primary ? `${digits(estimate)} (${digits(low)} to ${digits(high)})` : "none";
    const holm = adjusted === undefined ? "" : adjusted.toFixed(3);
    return `| ${id} | ${title} | ${level} | ${certainty} | ${reached.answered} of ${reached.of} | ${shown} | ${holm} |`;
  });
  return `## ${name}

> ${told.title}
>
> ${told.cause}

| Finding | Title | Level | Certainty | Checks | Main estimate | Holm |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

const digits = (value: number | null): string => (value === null ? "none" : String(Number(value.toPrecision(3))));

const sections: string[] = [];
for (const one of cases) {
  sections.push(await readCase(one));
  process.stderr.write(`${one.name}\n`);
}
await writeFile(
  "test/output/referee.md",
  `# As a hostile referee would read it\n\nMade by test/worlds/refereeTable.ts.\n\n${sections.join("\n")}`
);
