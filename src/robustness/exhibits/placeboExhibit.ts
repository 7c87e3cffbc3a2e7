import {checkAnswers} from "../../words/en/checkWords.js";
import {forest} from "../../components/figures/forest.js";
import {dataTable} from "../../components/parts/dataTable.js";
import {element} from "../../components/parts/element.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {count, decimal, list} from "../../evidence/format.js";
import type {Placebo} from "../../evidence/robustness/placebos.js";
import type {Robustness} from "../../evidence/robustness/robustnessOf.js";
import type {RobustnessInput} from "../robustnessInput.js";

/** Comparisons in which the programme can have done nothing, each with its verdict. */
export function placeboExhibit({placebos: all, planned}: Robustness, input: RobustnessInput): Mark {
  const {context, document} = input;
  if (all.length === 0 || !planned) return htmlMark();
  const {one, many} = context.unit;
  const lead =
    "The same comparison where the programme can have done nothing: with participation of years still to come, this year's " +
    `held; with what was so before the programme, by how much a ${one} took part in it later (line of business held); and with ` +
    "answers that it cannot have moved. Yes means that its 95 % interval excludes a difference that matters, no that " +
    "there is a clear difference, and not clear that the cells are too few.";
  const rows = all.map(({evidence: {label, n, rows: counted}, margin, verdict}) => ({
    label,
    margin: `±${decimal(margin, 2)}`,
    n: `${count(n)} ${counted}`,
    verdict: checkAnswers[verdict]
  }));
  const columns = [
    {name: "label", label: "Placebo"},
    {name: "verdict", label: "Verdict"},
    {name: "margin", label: "Worth having"},
    {name: "n", label: "n"}
  ];
  return htmlMark(
    element(document, "h2", {id: "placebos"}, "Does it show where there can be nothing?"),
    element(document, "p", {}, lead),
    element(document, "p", {}, placeboSentence(all, many)),
    forest(
      [planned, ...all.map(({evidence}) => evidence)],
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
  const [passed, failed, unknown] = [named("answered"), named("failed"), named("open")];
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
