import {element} from "../../components/parts/element.js";
import {capital} from "../../evidence/format.js";
import type {Comparison} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {defaultComparison} from "../defaultComparison.js";
import type {GrainMeasure} from "../grain.js";
import {moreChoices} from "./moreChoices.js";
import {type Option, select} from "./select.js";

/** A part above the views that stays while the comparison changes. */
export interface HeadPart {
  readonly node: HTMLElement;
  readonly renew: (context: ExplorerContext) => void;
}

/** What is compared with what: the table and the pair at hand, the rest behind "More choices". */
export function controls(document: Document): HeadPart {
  const table = select(document, "Table");
  const exposure = select(document, "Exposure (across)");
  const outcome = select(document, "Outcome (up)");
  const swap = element(document, "button", {type: "button"}, "Exchange the two");
  let exchange = (): void => undefined;
  swap.addEventListener("click", () => exchange());
  const pair = element(document, "div", {class: "controls"}, table.node, exposure.node, outcome.node, swap);
  let more: HTMLElement = element(document, "details");
  const node = element(document, "div", {class: "explore-controls"}, pair, more);
  const renew = (context: ExplorerContext): void => {
    const {grain, grains, study, comparison, change} = context;
    const pairChange = (changed: Partial<Comparison>): void => {
      const next = {...comparison, ...changed};
      change({
        ...changed,
        brush: null,
        controls: comparison.controls.filter((name) => name !== next.outcome && name !== next.exposure)
      });
    };
    table.renew(
      grains.map(({name, label}): Option => [name, label]),
      grain.name,
      (name) => {
        const next = grains.find((one) => one.name === name);
        if (next) change({...defaultComparison(next, study), view: comparison.view});
      }
    );
    exposure.renew(measureOptions(grain.measures, comparison.outcome), comparison.exposure, (name) =>
      pairChange({exposure: name})
    );
    outcome.renew(measureOptions(grain.measures, comparison.exposure), comparison.outcome, (name) =>
      pairChange({outcome: name})
    );
    exchange = () => pairChange({exposure: comparison.outcome, outcome: comparison.exposure});
    const choices = moreChoices(context);
    more.replaceWith(choices);
    more = choices;
  };
  return {node, renew};
}

function measureOptions(measures: readonly GrainMeasure[], without: string): Option[] {
  return measures.filter(({name}) => name !== without).map(({name, label}): Option => [name, capital(label)]);
}
