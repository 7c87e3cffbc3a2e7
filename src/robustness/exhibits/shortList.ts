import {decimal, limit} from "../../words/numbers.js";
import {element} from "../../components/parts/element.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {exposurePhrases} from "../../words/exposure.js";
import {headlineRates} from "../../worlds/headlineRates.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {amount, short} from "../words.en.js";
import {digitsOfLeast} from "./detectableTable.js";
import {placeboTitle} from "./placeboExhibit.js";

/** What the sections of the page come to, a sentence each. */
export function shortList(input: RobustnessInput): Mark {
  const said = [...comparisons(input), ...simulations(input)];
  const items = said.map((words) => element(input.document, "li", {}, words));
  return htmlMark(items.length === 0 ? null : element(input.document, "ul", {}, ...items));
}

function comparisons({robustness, context}: RobustnessInput): string[] {
  const {placebos, planned, confounder, detectable, exposure} = robustness;
  const {noun, step: per} = exposurePhrases(exposure, context);
  const ours = detectable.find(({finding}) => finding === "departments");
  return [
    ...(planned && placebos.length > 0 ? [`${placeboTitle(placebos, planned)}.`] : []),
    ...(confounder ? [short.confounder(noun, confounder.estimate)] : []),
    ...(ours && ours.worthwhile !== null
      ? [
          short.detectable(
            amount(decimal(ours.least, digitsOfLeast(ours.least)), ours.unit),
            limit(ours.worthwhile, ours.unit),
            per
          )
        ]
      : [])
  ];
}

const simulations = ({worlds, context}: RobustnessInput): string[] =>
  headlineRates(worlds?.worlds ?? [])
    .filter(({kind}) => kind === "pure")
    .map(({named, worlds: of}) => short.falseLine(context.programme, named, of));
