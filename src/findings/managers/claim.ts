/**
 * Were managers rated higher after they took part?
 *
 * Estimand   difference in standing among the year's ratings, in standard deviations, after the start from before it
 * Naive      before and after of those who took part, without comparison
 * Primary    as the plan says: the year after, of those who start in a year less those who do not, at the same last and
 *            earlier ratings and tenure (z_after ~); or manager and year absorbed (z ~); or att(), each cohort against
 *            managers who had not started by then, from the second year before (Callaway and Sant'Anna)
 * Scales     ratings were relative in some years and absolute in others: each year's are brought to standard deviations of
 *            that year, no scale is mapped onto the other, and each is asked alone as a check
 * Rows       exact ratings, managers as clusters
 */
import {comparisonSentence} from "../../words/card.js";
import type {Answer} from "../../words/en/words.js";
import {agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precisionCheck} from "../../evidence/checks/precisionCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import type {FindingDraft} from "../../evidence/finding.js";
import {clearSide} from "../../evidence/clearSide.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {isTooSmall} from "../../evidence/verdict/precisionState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {capital} from "../../evidence/format.js";
import type {OtherWay} from "../otherWay.js";
import {managersChecks, requiredOf} from "./checks.js";
import {type Compared, type Comparisons, comparisonsOf} from "./comparisons.js";
import type {ManagerEstimates} from "./estimates.js";
import {words} from "./words.js";

type Planned = EvidenceContext & {readonly plan: Plan};

export function managers(estimates: ManagerEstimates, context: Planned): FindingDraft {
  const comparisons = comparisonsOf(estimates, context);
  return claimBy(comparisons.planned, comparisons, {estimates, context});
}

/** The same claim by every other comparison that was estimated. */
export function managersOtherwise(estimates: ManagerEstimates, context: Planned): OtherWay[] {
  const comparisons = comparisonsOf(estimates, context);
  return [...comparisons.ways].flatMap(([value, way]) =>
    way === comparisons.planned || way.evidence.low === null
      ? []
      : [
          {
            value,
            label: capital(words.way({...way, cohorts: way.model.estimator === "cohorts", persons: context.person})),
            finding: claimBy(way, comparisons, {estimates, context})
          }
        ]
  );
}

function claimBy(
  {evidence: primary, against, among, model}: Compared,
  {naive, ways, all}: Comparisons,
  {estimates, context}: {readonly estimates: ManagerEstimates; readonly context: Planned}
): FindingDraft {
  const {plan, person, unit: department, programme, assignment} = context;
  const cohorts = model.estimator === "cohorts";
  const level = designLevel(
    {
      compares: "persons",
      exposure: model.exposure.name,
      absorbsUnit: cohorts || model.absorbed.includes("manager_id"),
      absorbsTime: cohorts || model.absorbed.includes("fiscal_year"),
      adjusted: model.controls.length > 0,
      yearsBefore: true,
      notYetStarted: true
    },
    assignment
  );
  const tests = {change: primary.p};
  const {claim} = titleClaim(tests);
  const {worthwhile} = plan;
  const small = isTooSmall(primary, worthwhile);
  const answer: Answer = claim === "change" ? "clear" : small ? "small" : "none";
  const direction = answer !== "clear" ? 0 : primary.estimate < 0 ? -1 : 1;
  const kinds = estimates.sensitivity?.kinds ?? [];
  const {own, checks} = managersChecks(estimates, {
    primary,
    direction,
    worthwhile,
    plan,
    person,
    department,
    programme
  });
  const side = primary.estimate < 0 ? "lower" : "higher";
  const others = ["waiting", "cohorts", "next-year"].flatMap((name) => ways.get(name)?.evidence ?? []);
  return {
    id: "managers",
    question: words.question(person),
    title: words.title({answer, side, persons: person, against}),
    sentence: words.sentence({...primary, among}),
    beside: words.beside({
      ...primary,
      own: against === "themselves" ? null : naive.estimate,
      expected: estimates.expected
    }),
    kind: level === 5 ? "effect" : "association",
    level,
    comparison: comparisonSentence({level, unit: person, persons: person, adjustedFor: words.comparison.adjustedFor}),
    claim,
    tests,
    outcome: "ratings",
    direction: "higher",
    worthwhile,
    candidacy: {ownTrend: clearSide(own)},
    required: requiredOf(kinds),
    checks: [
      precisionCheck(primary, worthwhile),
      agreementCheck(
        primary,
        others.filter((one) => one !== primary)
      ),
      ...checks
    ],
    primary,
    evidence: all.includes(primary) ? all : [...all, primary],
    specification: model.specification,
    alternative: words.alternative(person, {knew: true, side: direction < 0 ? "lower" : "higher"}),
    wouldChange: words.wouldChange,
    absent: words.absent(person, kinds)
  };
}
