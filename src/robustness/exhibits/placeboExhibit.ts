import {checkAnswers} from "../../words/en/checkWords.js";
import {forest} from "../../components/figures/forest.js";
import {dataTable} from "../../components/parts/dataTable.js";
import {element} from "../../components/parts/element.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {exposurePhrases} from "../../words/exposure.js";
import {count, decimal, list} from "../../evidence/format.js";
import type {Placebo} from "../../evidence/robustness/placebos.js";
import type {Robustness} from "../../evidence/robustness/robustnessOf.js";
import type {RobustnessInput} from "../robustnessInput.js";

/** Comparisons in which the programme can have done nothing, each with its verdict. */
export function placeboExhibit(
  {placebos: all, planned, direction, exposure}: Robustness,
  input: RobustnessInput
): Mark {
  const {context, document} = input;
  if (all.length === 0 || !planned) return htmlMark();
  const {many} = context.unit;
  const {noun, step: per, unitsWithMore} = exposurePhrases(exposure, context);
  const lead =
    `We repeated the comparison where ${context.programme} can have made no difference: ${list(kindsOf(all, noun))}. ` +
    "A comparison passes if " +
    (direction === 0
      ? "its 95\u202f% interval lies inside what would matter"
      : "any such difference on the side of the finding is smaller than what would matter (one-sided 95\u202f% limit)") +
    ". It fails if it does not pass and its 95\u202f% interval excludes no difference. Otherwise it is not clear.";
  const rows = all.map(({evidence: {label, n, rows: counted}, margin, verdict}) => ({
    label,
    margin: direction === 0 ? `±${decimal(margin, 2)}` : decimal(direction * margin, 2),
    n: `${count(n)} ${counted}`,
    verdict: checkAnswers[verdict]
  }));
  const columns = [
    {name: "label", label: "Comparison"},
    {name: "verdict", label: "No difference?"},
    {name: "margin", label: "Difference that matters"},
    {name: "n", label: "n"}
  ];
  return htmlMark(
    element(document, "h2", {id: "placebos"}, "Where there should be no difference"),
    element(document, "p", {}, lead),
    element(document, "p", {}, placeboSentence(all, {many, unitsWithMore})),
    forest(
      [planned, ...all.map(({evidence}) => evidence)],
      figureOptions(input, "placebos", placeboTitle(all), {
        subtitle: `In standard deviations of each outcome, ${per}; the main comparison first`
      })
    ),
    dataTable(rows, columns, {caption: "Comparisons where there should be no difference", document})
  );
}

function placeboTitle(all: readonly Placebo[]): string {
  const failed = all.filter(({verdict}) => verdict === "failed").length;
  return failed === 0
    ? `None of ${count(all.length)} comparisons shows a difference where there should be none`
    : `${count(failed)} of ${count(all.length)} comparisons ${failed === 1 ? "shows" : "show"} a difference where there should be none`;
}

/** Where there should be no difference, of the kinds that were made. */
function kindsOf(all: readonly Placebo[], noun: string): string[] {
  const said: Readonly<Record<Placebo["kind"], string>> = {
    "years to come": `with ${noun} of later years`,
    "before the programme": "with the years before the programme",
    "negative control": "with answers that it cannot affect"
  };
  return [...new Set(all.map(({kind}) => kind))].map((kind) => said[kind]);
}

function placeboSentence(
  all: readonly Placebo[],
  {many, unitsWithMore}: {readonly many: string; readonly unitsWithMore: string}
): string {
  const named = (verdict: Placebo["verdict"]): string[] =>
    all.filter((one) => one.verdict === verdict).map(({evidence}) => `\u201c${evidence.label}\u201d`);
  const [passed, failed, unknown] = [named("answered"), named("failed"), named("open")];
  const before = all.find(({kind, verdict}) => kind === "before the programme" && verdict === "failed");
  return [
    passed.length > 0 ? `${list(passed)} ${passed.length === 1 ? "passes" : "pass"}.` : "None passes.",
    failed.length > 0 ? `${list(failed)} ${failed.length === 1 ? "fails" : "fail"}.` : "None fails.",
    unknown.length > 0 ? `${list(unknown)} ${unknown.length === 1 ? "is" : "are"} not clear.` : "",
    before
      ? `So ${unitsWithMore} differed before the programme. Comparisons between ${many} include that difference; ` +
        "comparing each with itself removes it."
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}
