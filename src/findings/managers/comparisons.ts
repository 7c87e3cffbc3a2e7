/** The ways in which ratings before and after are compared: the plan's, and those that stand beside it. */
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {type PlannedModel, plannedModel} from "../../stats/formula/plannedModel.js";
import {say} from "../../words/say.js";
import type {ManagerEstimates} from "./estimates.js";
import {ratingModels} from "./ratingModels.js";
import type {Against, Among} from "./words.en.js";

export const unit = "standard deviations";
export const rows = "ratings";

/** One comparison: its estimate, whom those who took part are compared with, and the model. */
export interface Compared {
  readonly evidence: Evidence;
  readonly against: Against;
  readonly model: PlannedModel;
  /** which ratings alone; all where it is missing */
  readonly among?: Among;
}

export interface Comparisons {
  readonly naive: Evidence;
  readonly planned: Compared;
  /** every comparison that a reader may choose, by its name in an address; the planned one is among them */
  readonly ways: ReadonlyMap<string, Compared>;
  /** all that is shown beside one another, the simple one first */
  readonly all: readonly Evidence[];
}

type Planned = EvidenceContext & {readonly plan: Plan};

export function comparisonsOf(estimates: ManagerEstimates, context: Planned): Comparisons {
  const {alone, compared, matched, staggered, sensitivity} = estimates;
  const {plan, person} = context;
  const models = ratingModels(plan);
  const cohorts = plan.estimator === "cohorts";
  const taken = cohorts || plan.outcome.name === "z_after" ? "taken_part" : plan.term;
  const naive = evidenceFrom(alone, {
    label: say("Before and after, those who took part alone"),
    term: "taken_part",
    unit,
    rows,
    naive: true
  });
  const absorbed: Compared = {
    evidence: evidenceFrom(compared, {
      label: say("Compared with those who had not started, each {0} with a level of its own", person.one),
      term: taken,
      unit,
      rows
    }),
    against: "waiting",
    model: plannedModel(models.absorbed, taken)
  };
  const byCohort: Compared | null = staggered && {
    evidence: evidenceFrom(staggered.effects, {
      label: say("By starting year, from two years before the start"),
      term: "all",
      unit,
      rows
    }),
    against: "waiting",
    model: cohorts ? plan : plannedModel("att(z)", "all")
  };
  const started = models.planned === "alike" ? plan.term : "started";
  const alike: Compared | null = matched && {
    evidence: evidenceFrom(matched, {
      label: say("The next year, compared with similar {0} who had not started", person.many),
      term: started,
      unit,
      rows: say("{0}-years", person.one)
    }),
    against: "similar",
    model: plannedModel(models.alike, started)
  };
  const foretold =
    sensitivity?.imputed &&
    evidenceFrom(sensitivity.imputed, {
      label: say("By starting year, against what ratings before any start foretell"),
      term: "all",
      unit,
      rows
    });
  const planned = (cohorts && byCohort) || (models.planned === "alike" && alike) || absorbed;
  const ways = new Map<string, Compared | null>([
    ["next-year", alike],
    ["waiting", absorbed],
    ["cohorts", byCohort],
    ["themselves", {evidence: naive, against: "themselves", model: plannedModel(models.alone, "taken_part")}],
    ...partsOf(estimates, {planned: models.planned === "alike" ? alike : absorbed})
  ]);
  const others = [absorbed, byCohort, alike].filter((one) => one !== null && one !== planned) as Compared[];
  const expected = expectedByChance(estimates, naive);
  return {
    naive,
    planned,
    ways: new Map([...ways].flatMap(([name, one]) => (one ? [[name, one]] : []))),
    all: [
      naive,
      ...(expected ? [expected] : []),
      planned.evidence,
      ...others.map(({evidence}) => evidence),
      ...(foretold ? [foretold] : [])
    ]
  };
}

function expectedByChance({expected}: ManagerEstimates, naive: Evidence): Evidence | null {
  if (expected === null) return null;
  return {
    ...naive,
    label: say("Expected by chance alone: regression to the mean"),
    estimate: expected,
    low: null,
    high: null,
    df: null,
    p: null,
    note: say("from their rating in the year before the start and the ratings' correlation from year to year")
  };
}

/** The plan's model on some of its ratings: those on one kind of scale, and those of years without a promotion. */
function partsOf(
  {sensitivity}: ManagerEstimates,
  {planned}: {readonly planned: Compared | null}
): [string, Compared][] {
  if (!sensitivity || !planned) return [];
  const {regimes, promotions} = sensitivity;
  const {rows: counted, label} = planned.evidence;
  const {term} = planned.model;
  const part = (estimate: typeof promotions, among: Among): Compared | null =>
    estimate && {...planned, among, evidence: evidenceFrom(estimate, {label, term, unit, rows: counted})};
  const parts: [string, Compared | null][] = [
    ...regimes.map(({kind, estimate}): [string, Compared | null] => [`${kind}-scale`, part(estimate, {scale: kind})]),
    ["no-promotions", part(promotions, "unpromoted")]
  ];
  return parts.flatMap(([name, one]) => (one ? [[name, one]] : []));
}
