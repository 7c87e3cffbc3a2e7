import {nextDesign} from "../../src/evidence/nextDesign.js";
import {
  curveOf,
  type Robustness,
  type RobustnessInput,
  robustnessOf
} from "../../src/evidence/robustness/robustnessOf.js";
import type {Plan} from "../../src/evidence/context.js";
import type {FindingId} from "../../src/evidence/finding.js";
import {speaking} from "../../src/words/language.js";
import {rowOf} from "../../src/findings/rowOf.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {releaseDerived} from "../disclosure/releaseDerived.js";
import type {Released} from "../disclosure/released.js";
import {evidenceContext, planFor} from "./context.js";
import type {Findings} from "./findings.js";
import type {ReleaseContext} from "./releaseModule.js";
import {remember} from "./remember.js";

/** What pages draw beyond tables and findings, estimated on released values: no page estimates anything itself. */
export interface PageEstimates {
  /** each finding's own */
  readonly findings: Readonly<Partial<Record<FindingId, unknown>>>;
  readonly robustness: Robustness | null;
  /** the design that would settle more, in words */
  readonly next: string | null;
}

export async function pageEstimates(
  context: ReleaseContext,
  found: Released<Findings>,
  tables: ReadonlyMap<string, Released<ReleasedTable>>
): Promise<Released<PageEstimates>> {
  const about = evidenceContext(context.study);
  const byName = new Map(Array.from(tables, ([name, {value}]) => [name, value]));
  const own = await Promise.all(
    found.value.findings.map(async (finding) => {
      const plan = planFor(context.study, finding.id);
      return [
        finding.id,
        plan && ((await rowOf(finding.id).derive?.({finding, plan, context: about, tables: byName})) ?? null)
      ] as const;
    })
  );
  // the page of robustness is in English, whatever the report is in
  const english = speaking("en", () => evidenceContext(context.study));
  const reads = {
    departmentYears: byName.get("department_years"),
    survey: byName.get("survey_measures"),
    context: english,
    findings: found.value.findings
  };
  const plans = context.study.plan;
  const plan = planFor(context.study, "departments");
  const curve = await curveFor({...reads, plan}, context);
  const robustness = await remember(
    context,
    "robustness",
    {...reads, plans, curve},
    () => speaking("en", () => robustnessOf({...reads, curve, planFor: (finding) => planFor(context.study, finding)})),
    made
  );
  const cells = byName.get("department_years");
  const drawn = found.value.findings.some(({level}) => level === 5);
  const next =
    cells && plan ? nextDesign(cells, {...about, plan}, {drawn, organisation: byName.get("organisation_years")}) : null;
  return releaseDerived({findings: Object.fromEntries(own), robustness, next}, found, ...tables.values());
}

/** the page is in English, and its code pure, so that what it imports is all that decides its numbers */
const made = {
  spoken: "en",
  by: {
    modules: ["src/evidence/robustness/robustnessOf.ts", "src/evidence/planOf.ts", "src/words/language.ts"],
    alone: ["loaders/release/pageEstimates.ts", "loaders/release/context.ts"]
  }
} as const;

type CurveReads = Pick<RobustnessInput, "departmentYears" | "context" | "findings"> & {readonly plan: Plan | null};

async function curveFor({findings, ...cells}: CurveReads, context: ReleaseContext): Promise<RobustnessInput["curve"]> {
  const found = findings.find(({id}) => id === "departments")?.primary;
  const primary = found ? {estimate: found.estimate, low: found.low, high: found.high} : null;
  return remember(
    context,
    "curve",
    {...cells, primary},
    () => speaking("en", () => curveOf({...cells, primary})),
    made
  );
}
