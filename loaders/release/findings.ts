import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {judgeFindings} from "../../src/evidence/judgeFindings.js";
import {departments} from "../../src/findings/departments/claim.js";
import {engagement} from "../../src/findings/engagement/claim.js";
import type {Finding, FindingDraft, FindingId} from "../../src/evidence/finding.js";
import {findingIds} from "../../src/evidence/finding.js";
import {list} from "../../src/evidence/format.js";
import {managers} from "../../src/findings/managers/claim.js";
import {organisation} from "../../src/findings/organisation/claim.js";
import {purpose} from "../../src/findings/purpose/claim.js";
import {sessions} from "../../src/findings/sessions/claim.js";
import type {Headline} from "../../src/evidence/verdict/headline.js";
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
  /** what the report's first line may name */
  readonly headline: Headline<FindingId>;
  /** findings that the study can't speak to, and why */
  readonly absent: readonly {readonly finding: FindingId; readonly reason: string}[];
}

type Planned = EvidenceContext & {readonly plan: Plan};

interface FindingRow {
  /** the released tables and models without which there is nothing to say */
  readonly from: readonly ReleaseModule<unknown>[];
  /** whether the plan may name a change: where it could not be made it still counts among the comparisons */
  readonly change: boolean;
  derive(context: ReleaseContext, planned: Planned): Promise<Released<FindingDraft> | null>;
}

/** The findings that the study's tables and plan can speak to, in the report's order. */
export const findings: ReleaseModule<Findings> = {
  name: "findings",
  needs: [],
  async make(context) {
    const found: Released<FindingDraft>[] = [];
    const absent: {finding: FindingId; reason: string}[] = [];
    for (const finding of findingIds.filter((id) => !context.without?.includes(id))) {
      const plan = planFor(context.study, finding);
      const planned = plan && {...evidenceContext(context.study), plan};
      const released = planned && (await rows[finding].derive(context, planned).catch(unfitted));
      if (released instanceof Unfitted) absent.push({finding, reason: released.reason});
      else if (released) found.push(released);
      else absent.push({finding, reason: whyAbsent(finding, context)});
    }
    const unmade = absent.flatMap(({finding}) =>
      rows[finding].change && planFor(context.study, finding) ? [finding] : []
    );
    const judged = judgeFindings(
      found.map(({value}) => value),
      unmade
    );
    return releaseDerived({...judged, absent}, ...found);
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

function whyAbsent(finding: FindingId, {study}: ReleaseContext): string {
  const needed = new Set(rows[finding].from.flatMap(({needs}) => needs));
  const missing = [...needed].filter((table) => !study.tables.includes(table));
  return missing.length > 0 ? `the study lacks ${list(missing)}` : "the analysis plan names no specification for it";
}

const rows: Readonly<Record<FindingId, FindingRow>> = {
  purpose: {
    from: [mixing],
    change: false,
    async derive(context, planned) {
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
    }
  },
  departments: {
    from: [departmentYears],
    change: true,
    async derive(context, planned) {
      const [table, survey] = [await make(departmentYears, context), await make(surveyMeasures, context)];
      const worthwhileSurvey = planFor(context.study, "engagement")?.worthwhile;
      return (
        table &&
        releaseDerived(
          departments(table.value, planned, {survey: survey?.value, worthwhileSurvey}),
          ...[table, survey].filter((one) => one !== null)
        )
      );
    }
  },
  organisation: {
    from: [organisationYears],
    change: true,
    async derive(context, planned) {
      const table = await make(organisationYears, context);
      return table && releaseDerived(organisation(table.value, planned), table);
    }
  },
  sessions: {
    from: [moduleRatings, sessionEstimates],
    change: false,
    async derive(context, planned) {
      const [table, estimates] = [await make(moduleRatings, context), await make(sessionEstimates, context)];
      if (!table || !estimates?.value) return null;
      return releaseDerived(sessions(table.value, estimates.value, planned), table, estimates);
    }
  },
  managers: {
    from: [managerEstimates],
    change: true,
    async derive(context, planned) {
      const estimates = await make(managerEstimates, context);
      return estimates?.value ? releaseDerived(managers(estimates.value, planned), estimates) : null;
    }
  },
  engagement: {
    from: [surveyMeasures, departmentYears],
    change: true,
    async derive(context, planned) {
      const [survey, years] = [await make(surveyMeasures, context), await make(departmentYears, context)];
      const scales = await make(purposeScales, context);
      if (!survey || !years || !scales) return null;
      const wording = await wordingOf(context, planned.purpose?.measures);
      const quality = {scales: scales.value, wording: wording.value};
      return releaseDerived(engagement(survey.value, years.value, planned, quality), survey, years, scales, wording);
    }
  }
};
