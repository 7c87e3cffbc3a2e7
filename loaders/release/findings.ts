import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {countLooks} from "../../src/evidence/countLooks.js";
import {departments} from "../../src/findings/departments/claim.js";
import {engagement} from "../../src/findings/engagement/claim.js";
import type {Finding, FindingId} from "../../src/evidence/finding.js";
import {findingIds} from "../../src/evidence/finding.js";
import {list} from "../../src/evidence/format.js";
import {managers} from "../../src/findings/managers/claim.js";
import {organisation} from "../../src/findings/organisation/claim.js";
import {purpose} from "../../src/findings/purpose/claim.js";
import {sessions} from "../../src/findings/sessions/claim.js";
import type {EvidenceContext, Plan} from "../../src/evidence/context.js";
import {releaseDerived} from "../disclosure/releaseDerived.js";
import type {Released} from "../disclosure/released.js";
import {evidenceContext, planFor} from "./context.js";
import {departmentYears} from "./tables/departmentYears.js";
import {make} from "./make.js";
import {managerEstimates} from "./models/managerEstimates.js";
import {mixing} from "./tables/mixing.js";
import {moduleRatings} from "./tables/moduleRatings.js";
import {organisationYears} from "./tables/organisationYears.js";
import {purposeScales} from "./models/purposeScales.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";
import {sessionEstimates} from "./models/sessionEstimates.js";
import {surveyMeasures} from "./tables/surveyMeasures.js";
import {wordingOf} from "./models/wordingOf.js";

export interface Findings {
  readonly findings: readonly Finding[];
  /** findings that the study can't speak to, and why */
  readonly absent: readonly {readonly finding: FindingId; readonly reason: string}[];
}

type Planned = EvidenceContext & {readonly plan: Plan};
type Derive = (context: ReleaseContext, planned: Planned) => Promise<Released<Finding> | null>;

/** The findings that the study's tables and plan can speak to, in the report's order. */
export const findings: ReleaseModule<Findings> = {
  name: "findings",
  needs: [],
  async make(context) {
    const found: Released<Finding>[] = [];
    const absent: {finding: FindingId; reason: string}[] = [];
    for (const finding of findingIds) {
      const plan = planFor(context.study, finding);
      const planned = plan && {...evidenceContext(context.study), plan};
      const released = planned && (await derivations[finding](context, planned).catch(unfitted));
      if (released instanceof Unfitted) absent.push({finding, reason: released.reason});
      else if (released) found.push(released);
      else absent.push({finding, reason: whyAbsent(finding, context)});
    }
    const counted = countLooks(
      found.map(({value}) => value),
      context.study.assignment
    );
    return releaseDerived({findings: counted, absent}, ...found);
  }
};

/** A plan that the data at hand can't carry leaves its finding out, not the site. */
class Unfitted {
  readonly reason = "the planned model could not be fitted to these data";
}

/** The engine's words may name groups, so they are not passed on. */
function unfitted(error: unknown): Unfitted {
  if (error instanceof NotIdentified) return new Unfitted();
  throw error;
}

const sources: Readonly<Record<FindingId, readonly ReleaseModule<unknown>[]>> = {
  purpose: [mixing],
  departments: [departmentYears],
  organisation: [organisationYears],
  sessions: [moduleRatings, sessionEstimates],
  managers: [managerEstimates],
  engagement: [surveyMeasures, departmentYears]
};

function whyAbsent(finding: FindingId, {study}: ReleaseContext): string {
  const needed = new Set(sources[finding].flatMap(({needs}) => needs));
  const missing = [...needed].filter((table) => !study.tables.includes(table));
  return missing.length > 0 ? `the study lacks ${list(missing)}` : "the analysis plan names no specification for it";
}

const derivations: Readonly<Record<FindingId, Derive>> = {
  async purpose(context, planned) {
    const table = await make(mixing, context);
    const tables = {
      survey: await make(surveyMeasures, context),
      scales: await make(purposeScales, context),
      departmentYears: await make(departmentYears, context),
      organisationYears: await make(organisationYears, context)
    };
    const beside = Object.entries(tables).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
    return (
      table &&
      releaseDerived(
        purpose(table.value, planned, Object.fromEntries(beside.map(([name, {value}]) => [name, value]))),
        table,
        ...beside.map(([, one]) => one)
      )
    );
  },
  async departments(context, planned) {
    const table = await make(departmentYears, context);
    return table && releaseDerived(departments(table.value, planned), table);
  },
  async organisation(context, planned) {
    const table = await make(organisationYears, context);
    return table && releaseDerived(organisation(table.value, planned), table);
  },
  async sessions(context, planned) {
    const [table, estimates] = [await make(moduleRatings, context), await make(sessionEstimates, context)];
    if (!table || !estimates?.value) return null;
    return releaseDerived(sessions(table.value, estimates.value, planned), table, estimates);
  },
  async managers(context, planned) {
    const estimates = await make(managerEstimates, context);
    return estimates?.value ? releaseDerived(managers(estimates.value, planned), estimates) : null;
  },
  async engagement(context, planned) {
    const [survey, years] = [await make(surveyMeasures, context), await make(departmentYears, context)];
    const scales = await make(purposeScales, context);
    if (!survey || !years || !scales) return null;
    const wording = await wordingOf(context, planned.purpose?.measures);
    const quality = {scales: scales.value, wording: wording.value};
    return releaseDerived(engagement(survey.value, years.value, planned, quality), survey, years, scales, wording);
  }
};
