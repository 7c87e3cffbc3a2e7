import {checkAnswers} from "../../words/en/checkWords.js";
import {forest} from "../../components/figures/forest.js";
import {dataTable} from "../../components/parts/dataTable.js";
import {element} from "../../components/parts/element.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {exposurePhrases} from "../../words/exposure.js";
import {count, decimal} from "../../evidence/format.js";
import type {Evidence} from "../../evidence/finding.js";
import type {Placebo} from "../../evidence/robustness/placebos.js";
import type {Robustness} from "../../evidence/robustness/robustnessOf.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {placebo as words} from "../words.en.js";

/** Comparisons in which the programme can have done nothing, each with its verdict. */
export function placeboExhibit(
  {placebos: all, planned, direction, exposure}: Robustness,
  input: RobustnessInput
): Mark {
  const {context, document} = input;
  if (all.length === 0 || !planned) return htmlMark();
  const {noun, step: per, unitsWithMore} = exposurePhrases(exposure, context);
  const kinds = [...new Set(all.map(({kind}) => words.kinds(noun, context)[kind]))];
  const rows = all.map(({evidence: {label, n, rows: counted}, margin, side, verdict}) => ({
    label,
    margin: side === 0 ? `±${decimal(margin, 2)}` : decimal(margin, 2),
    n: `${count(n)} ${counted}`,
    verdict: checkAnswers[verdict]
  }));
  const columns = [
    {name: "label", label: words.columns.label},
    {name: "verdict", label: words.columns.verdict},
    {name: "margin", label: words.columns.margin},
    {name: "n", label: "n"}
  ];
  return htmlMark(
    element(document, "h2", {id: "placebos"}, words.heading),
    element(document, "p", {}, words.lead(context.programme, kinds, direction !== 0)),
    element(document, "p", {}, placeboSentence(all, words.differedBefore(context, unitsWithMore))),
    forest(
      [planned, ...all.map(({evidence}) => evidence)],
      figureOptions(input, "placebos", placeboTitle(all, planned), {subtitle: words.subtitle(per)})
    ),
    dataTable(rows, columns, {caption: words.caption, document})
  );
}

/** @param planned  the main comparison, in the placebos' unit */
export function placeboTitle(all: readonly Placebo[], {estimate}: Pick<Evidence, "estimate">): string {
  const unclear = all.filter(({verdict}) => verdict === "open");
  const failed = all.filter(({verdict}) => verdict === "failed").length;
  const asLarge = unclear.some(({evidence}) => Math.abs(evidence.estimate) >= Math.abs(estimate));
  return words.title({failed, unclear: unclear.length, all: all.length}, asLarge);
}

function placeboSentence(all: readonly Placebo[], differedBefore: string): string {
  const named = (verdict: Placebo["verdict"]): string[] =>
    all.filter((one) => one.verdict === verdict).map(({evidence}) => evidence.label);
  const before = all.some(({kind, verdict}) => kind === "before the programme" && verdict === "failed");
  const verdicts = words.verdicts(named("answered"), named("failed"), named("open"));
  return before ? `${verdicts} ${differedBefore}` : verdicts;
}
