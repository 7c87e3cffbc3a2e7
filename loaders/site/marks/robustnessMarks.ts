import {contour} from "../../../src/components/figures/contour.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {FigureOptions} from "../../../src/components/parts/figure.js";
import {forest} from "../../../src/components/figures/forest.js";
import {specificationCurve} from "../../../src/components/figures/specificationCurve.js";
import type {DepartmentPanel} from "../../../src/evidence/panel/departmentPanel.js";
import {departmentPanel} from "../../../src/evidence/panel/departmentPanel.js";
import {capital, count, decimal, list, percent} from "../../../src/evidence/format.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {leaning, robustnessAnswer, robustnessSentence} from "../../../src/evidence/robustness/answer.js";
import type {Confounder} from "../../../src/evidence/robustness/confounder.js";
import {confounder} from "../../../src/evidence/robustness/confounder.js";
import {detectable} from "../../../src/evidence/robustness/detectable.js";
import type {Panel} from "../../../src/evidence/robustness/panel.js";
import {panelOf} from "../../../src/evidence/robustness/panel.js";
import type {Placebo} from "../../../src/evidence/robustness/placebos.js";
import {placebos, plannedForPlacebos} from "../../../src/evidence/robustness/placebos.js";
import type {Specifications} from "../../../src/evidence/robustness/specifications.js";
import {specifications} from "../../../src/evidence/robustness/specifications.js";
import {planFor} from "../../release/context.js";
import {figureOptions} from "../../../src/components/parts/figureOptions.js";
import {findingName} from "../../../src/evidence/findingName.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";
import {worldsMark} from "./worldsMark.js";

/** How the departments' association fares; no mark where there are too few years to tell. */
export function robustnessMarks(input: MarkInput): Marks {
  const {release, tables, context} = input;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  const panel = table && plan && panelOf(table, {...context, plan});
  if (!panel) return {};
  const curve = specifications(panel);
  return {
    "robustness.title": textMark(robustnessAnswer(curve, context.unit)),
    "robustness.sentence": textMark(robustnessSentence(curve, context.unit)),
    "robustness.curve": htmlMark(curveFigure(curve, input)),
    "robustness.medians": mediansTable(curve, input),
    "robustness.stock": textMark(stockSentence(curve, input)),
    "robustness.placebos": placeboMark(departmentPanel(table, {...context, plan}), plan.worthwhile, input),
    ...confounderMarks(panel, input),
    "robustness.detectable": detectableTable(input),
    "robustness.worlds": worldsMark(input)
  };
}

function curveFigure({within, choices}: Specifications, input: MarkInput): Element {
  const {share, sign} = leaning(within);
  const title = `${capital(sign)} in ${percent(share)} of ${count(within.points.length)} analyses within ${input.context.unit.many}`;
  return specificationCurve(
    within.points,
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: choices.map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Planned"}
    },
    figureOptions(input, "curve", title, {
      subtitle: "Standard deviations of the outcome for one of the exposure, each analysis a dot, its choices below"
    })
  );
}

function mediansTable({within, across}: Specifications, {document, context: {unit}}: MarkInput): Mark {
  const rows = within.medians.map(({choice, option, median, positive}) => {
    const other = across.medians.find((one) => one.choice === choice && one.option === option);
    return {
      choice: `${capital(choice)}: ${option}`,
      within: decimal(median, 2),
      positive: percent(positive),
      across: other ? decimal(other.median, 2) : ""
    };
  });
  const columns = [
    {name: "choice", label: "Choice"},
    {name: "within", label: `Middle estimate within ${unit.many}`},
    {name: "positive", label: "Of them positive"},
    {name: "across", label: `Middle estimate across ${unit.many}`}
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What each choice does to the estimate", document}));
}

function stockSentence({within}: Specifications, {context: {unit, person}}: MarkInput): string {
  if (!within.medians.some(({option}) => option === "stock")) return "";
  return (
    `Stock, the share who have ever taken part, falls only where ${person.many} leave or move: within a ${unit.one} it is ` +
    "close to a line through the years, and says little that its years do not."
  );
}

function placeboMark(panel: DepartmentPanel, worthwhile: number, input: MarkInput): Mark {
  const {tables, context, release, document} = input;
  const survey = tables.get("survey_measures");
  const worthwhileSurvey = planFor(release.study, "engagement")?.worthwhile;
  const all = placebos(panel, context, {worthwhile, survey, worthwhileSurvey});
  const primary = release.findings.value.findings.find(({id}) => id === "departments")?.primary;
  if (all.length === 0 || !primary) return htmlMark();
  const {one, many} = context.unit;
  const lead =
    "The same comparison where the programme can have done nothing: with participation of years still to come, this year's " +
    `held; with what was so before the programme, by how much a ${one} took part in it later (line of business held); and with ` +
    "answers that it cannot have moved. A placebo passes if its 90 % interval stays inside what would be worth having, fails if " +
    "its 95 % interval leaves none out, and otherwise cannot be told.";
  const rows = all.map(({evidence: {label, n, rows: counted}, margin, verdict}) => ({
    label,
    margin: `±${decimal(margin, 2)}`,
    n: `${count(n)} ${counted}`,
    verdict: verdict === "unknown" ? "cannot be told" : verdict
  }));
  const columns = [
    {name: "label", label: "Placebo"},
    {name: "verdict", label: "Verdict"},
    {name: "margin", label: "Worth having"},
    {name: "n", label: "n"}
  ];
  return htmlMark(
    heading(document, "placebos", "Does it show where there can be nothing?"),
    element(document, "p", {}, lead),
    element(document, "p", {}, placeboSentence(all, many)),
    forest(
      [plannedForPlacebos(panel, primary), ...all.map(({evidence}) => evidence)],
      figureOptions(input, "placebos", placeboTitle(all), {
        subtitle:
          "Between none and full participation, in standard deviations of each outcome; the plan's estimate first"
      })
    ),
    dataTable(rows, columns, {caption: "Placebos and their verdicts", document})
  );
}

function placeboTitle(all: readonly Placebo[]): string {
  const failed = all.filter(({verdict}) => verdict === "failed").length;
  return failed === 0
    ? `None of ${count(all.length)} placebos shows a difference`
    : `${count(failed)} of ${count(all.length)} placebos ${failed === 1 ? "shows" : "show"} a difference`;
}

function placeboSentence(all: readonly Placebo[], many: string): string {
  const named = (verdict: Placebo["verdict"]): string[] =>
    all.filter((one) => one.verdict === verdict).map(({evidence}) => `\u201c${evidence.label}\u201d`);
  const [passed, failed, unknown] = [named("passed"), named("failed"), named("unknown")];
  const before = all.find(({kind, verdict}) => kind === "before the programme" && verdict === "failed");
  return [
    passed.length > 0 ? `${list(passed)} ${passed.length === 1 ? "passes" : "pass"}.` : "None passes.",
    failed.length > 0 ? `${list(failed)} ${failed.length === 1 ? "fails" : "fail"}.` : "None fails.",
    unknown.length > 0 ? `Of ${list(unknown)} the cells are too few to tell.` : "",
    before
      ? `So ${many} that took part more differed before there was a programme: comparisons of ${many} with one another show that ` +
        "difference too, and only comparisons of each with itself leave it out."
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}

function confounderMarks(panel: Panel, input: MarkInput): Marks {
  const found = confounder(panel);
  const {estimate, interval: toInterval} = found;
  return {
    "robustness.confounder": textMark(
      `Something unmeasured would have to explain ${percent(estimate, 1)} of what is left of both participation and outcome ` +
        `to take the planned estimate to nought, and ${percent(toInterval, 1)} to take its interval there${benchmarkWords(found)}.`
    ),
    "robustness.contour": htmlMark(contourFigure(found, panel, input))
  };
}

/** What the strongest of the measured ones, taken three times over, would leave. */
function benchmarkWords({benchmarks, grid}: Confounder): string {
  const planned = grid[0]?.estimate ?? 0;
  const least = benchmarks.toSorted((a, b) => a.estimate / planned - b.estimate / planned)[0];
  if (!least || planned === 0) return "";
  return (
    `; one ${least.multiple === 1 ? "as strong as" : `${least.multiple} times as strong as`} the ${least.label} would leave ` +
    `${percent(least.estimate / planned)} of it, and no other of those measured would leave less`
  );
}

function contourFigure({grid, benchmarks}: Confounder, panel: Panel, input: MarkInput): Element {
  const measure = measureNamed(input.context.measures, panel.outcome);
  const scale = measure.unit === "share" ? 100 : 1;
  const unit = measure.unit === "share" ? "percentage points" : measure.unit;
  const strongest = Math.max(...benchmarks.map(({multiple}) => multiple));
  const rows = grid.map(({exposure, outcome, estimate}) => ({
    exposure: 100 * exposure,
    outcome: 100 * outcome,
    estimate: scale * estimate
  }));
  const options: FigureOptions = figureOptions(
    input,
    "contour",
    "What is left of the planned estimate beside a hidden cause of such a strength",
    {subtitle: "By the share that it would explain of what is left of each, in percent"}
  );
  return contour(
    rows,
    {
      x: {name: "exposure", label: "Of participation", unit: "%", digits: 1},
      y: {name: "outcome", label: "Of the outcome", unit: "%", digits: 1},
      value: {name: "estimate", label: "Estimate left", unit, digits: 2}
    },
    {
      ...options,
      benchmarks: benchmarks
        .filter(({multiple}) => multiple === strongest)
        .map(({label, multiple, exposure, outcome}) => ({
          x: 100 * exposure,
          y: 100 * outcome,
          label: multiple === 1 ? label : `${label}, ${multiple} times over`
        }))
    }
  );
}

function detectableTable({release, context, document}: MarkInput): Mark {
  const rows = detectable(release.findings.value.findings).map(({finding, least, se, df, unit}) => {
    const plan = planFor(release.study, finding);
    const digits = Math.max(0, Math.min(3, 1 - Math.floor(Math.log10(least))));
    const worthwhile = plan === null ? null : plan.worthwhile * (unit === "percentage points" ? 100 : 1);
    return {
      finding: capital(findingName(finding, context)),
      least: `${decimal(least, digits)} ${unit}`,
      worthwhile: worthwhile === null ? "" : decimal(worthwhile, digits),
      enough: worthwhile === null ? "" : least <= worthwhile ? "yes" : "no",
      se: se === null ? "" : decimal(se, digits + 1),
      df: df === null ? "large" : decimal(df, df < 100 ? 1 : 0)
    };
  });
  const columns = [
    {name: "finding", label: "Finding"},
    {name: "least", label: "Least difference found in four of five studies"},
    {name: "worthwhile", label: "Worth having"},
    {name: "enough", label: "Could have been seen"},
    {name: "se", label: "Standard error"},
    {name: "df", label: "Degrees of freedom"}
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What this study could have seen", document}));
}

/** A heading that comes and goes with what it heads. */
function heading(document: Document, id: string, words: string): Element {
  return element(document, "h2", {id}, words);
}
