import {element} from "../../components/parts/element.js";
import {capital} from "../../evidence/format.js";
import type {Comparison} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {defaultComparison} from "../defaultComparison.js";
import type {GrainMeasure} from "../grain.js";
import {moreChoices} from "./moreChoices.js";
import {select, type Option} from "./select.js";

/** What is compared with what: the table and the pair at hand, the rest behind "More choices". */
export function controls(context: ExplorerContext): HTMLElement {
  const {document, grain, grains, study, comparison, change} = context;
  const table = select(
    document,
    "Table",
    grains.map(({name, label}): Option => [name, label]),
    grain.name,
    (name) => {
      const next = grains.find((one) => one.name === name);
      if (next) change({...defaultComparison(next, study), view: comparison.view});
    }
  );
  const pairChange = (changed: Partial<Comparison>): void => {
    const {outcome, exposure} = {...comparison, ...changed};
    change({
      ...changed,
      brush: null,
      controls: comparison.controls.filter((name) => name !== outcome && name !== exposure)
    });
  };
  const swap = element(document, "button", {type: "button"}, "Exchange the two");
  swap.addEventListener("click", () => pairChange({exposure: comparison.outcome, outcome: comparison.exposure}));
  return element(
    document,
    "div",
    {class: "explore-controls"},
    element(
      document,
      "div",
      {class: "controls"},
      table,
      select(
        document,
        "Exposure (across)",
        measureOptions(grain.measures, comparison.outcome),
        comparison.exposure,
        (exposure) => pairChange({exposure})
      ),
      select(
        document,
        "Outcome (up)",
        measureOptions(grain.measures, comparison.exposure),
        comparison.outcome,
        (outcome) => pairChange({outcome})
      ),
      swap
    ),
    moreChoices(context)
  );
}

function measureOptions(measures: readonly GrainMeasure[], without: string): Option[] {
  return measures.filter(({name}) => name !== without).map(({name, label}): Option => [name, capital(label)]);
}
