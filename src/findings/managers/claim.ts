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
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence, FindingDraft} from "../../evidence/finding.js";
import {clearSide} from "../../evidence/clearSide.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {isTooSmall} from "../../evidence/verdict/precisionState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {managersChecks, requiredOf} from "./checks.js";
import type {ManagerEstimates} from "./estimates.js";
import {words} from "./words.js";
import {say} from "../../words/say.js";

const unit = "standard deviations";
const rows = "ratings";

export function managers(estimates: ManagerEstimates, context: EvidenceContext & {readonly plan: Plan}): FindingDraft {
  const {plan, person, unit: department, programme, assignment} = context;
  const {naive, primary, others, byCohorts, all} = comparisonsOf(estimates, context);
  const level = designLevel(
    {
      compares: "persons",
      exposure: plan.exposure.name,
      absorbsUnit: byCohorts || plan.absorbed.includes("manager_id"),
      absorbsTime: byCohorts || plan.absorbed.includes("fiscal_year"),
      adjusted: plan.controls.length > 0,
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
  return {
    id: "managers",
    question: words.question(person),
    title: words.title({answer, side, persons: person}),
    sentence: words.sentence(primary),
    beside: words.beside({...primary, own: naive.estimate, expected: estimates.expected}),
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
    checks: [precisionCheck(primary, worthwhile), agreementCheck(primary, others), ...checks],
    primary,
    evidence: all,
    specification: plan.specification,
    alternative: words.alternative(person, {knew: true, side: direction < 0 ? "lower" : "higher"}),
    wouldChange: words.wouldChange,
    absent: words.absent(person, kinds)
  };
}

/** Every way in which the ratings are compared, the simple one first. */
function comparisonsOf(
  {alone, compared, expected, matched, staggered, sensitivity}: ManagerEstimates,
  {plan, person}: EvidenceContext & {readonly plan: Plan}
) {
  const naive = evidenceFrom(alone, {
    label: say("Before and after, those who took part alone"),
    term: "taken_part",
    unit,
    rows,
    naive: true
  });
  const regression: Evidence | null =
    expected === null
      ? null
      : {
          ...naive,
          label: say("Expected by chance alone: regression to the mean"),
          estimate: expected,
          low: null,
          high: null,
          df: null,
          p: null,
          note: say("from their rating in the year before the start and the ratings' correlation from year to year")
        };
  const absorbed = evidenceFrom(compared, {
    label: say("Compared with those who had not started, each {0} with a level of its own", person.one),
    term: plan.estimator === "cohorts" || plan.outcome.name === "z_after" ? "taken_part" : plan.term,
    unit,
    rows
  });
  const byCohort =
    staggered &&
    evidenceFrom(staggered.effects, {
      label: say("By starting year, from two years before the start"),
      term: "all",
      unit,
      rows
    });
  const foretold =
    sensitivity?.imputed &&
    evidenceFrom(sensitivity.imputed, {
      label: say("By starting year, against what ratings before any start foretell"),
      term: "all",
      unit,
      rows
    });
  const alike =
    matched &&
    evidenceFrom(matched, {
      label: say("The next year, compared with similar {0} who had not started", person.many),
      term: "started",
      unit,
      rows: say("{0}-years", person.one)
    });
  const primary = (plan.estimator === "cohorts" && byCohort) || (plan.outcome.name === "z_after" && alike) || absorbed;
  const others = [absorbed, byCohort, alike].filter((one) => one !== null && one !== primary) as Evidence[];
  return {
    naive,
    primary,
    others,
    byCohorts: primary === byCohort,
    all: [naive, ...(regression ? [regression] : []), primary, ...others, ...(foretold ? [foretold] : [])]
  };
}
