import {element} from "../../components/parts/element.js";
import {fillWhenOpened} from "../../components/parts/fillWhenOpened.js";
import {count} from "../../evidence/format.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {Brush, Range} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {inSentence} from "../inSentence.js";
import type {ComparisonEstimate} from "../estimateComparison.js";
import {carefulEstimate} from "../careful.js";
import {measureIn, valuesOf} from "../grain.js";
import {endsOf} from "../draw/endsOf.js";
import {quiet} from "../quiet.js";
import {formatFor, slopeWords} from "../words.js";

/** The stretch that is chosen, in fields. */
export function complementPart(context: ExplorerContext): HTMLElement {
  const {document, comparison} = context;
  const stretch = element(
    document,
    "details",
    {class: "explore-stretch", open: comparison.brush !== null},
    element(document, "summary", {}, "Choose a stretch")
  );
  const words =
    "Draw a box in the first panel with the mouse, or give its ends here. The estimate is then of the rows within.";
  fillWhenOpened(stretch, () => [element(document, "p", {class: "small"}, words), fields(context)]);
  return stretch;
}

/** The estimate within the stretch, with its careful interval, and of what lies outside it. */
export function sayBoth(context: ExplorerContext, {data, main}: ComparisonEstimate): HTMLElement {
  const {comparison, grain, document, ask, signal} = context;
  const inside = `Within the stretch, ${count(data.chosen.length)} of ${count(data.rows.length)} ${grain.row.many}: slope ${slopeWords(comparison, grain, main.slope, main.slopeInterval)}.`;
  const place = element(document, "p", {role: "status"}, inside);
  const asked = ask("outside", comparison, {signal}).then(
    ({main: own, exchange}) => {
      const {n, slope, slopeInterval} = carefulEstimate(own, exchange);
      place.append(` Outside it, ${count(n)}: slope ${slopeWords(comparison, grain, slope, slopeInterval)}.`);
    },
    (error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      place.append(` Outside it: ${inSentence(error)}`);
    }
  );
  void quiet(asked);
  return place;
}

function fields({comparison, grain, document, change}: ExplorerContext): HTMLElement {
  const axes = [comparison.exposure, comparison.outcome].map((name) => {
    const measure = measureIn(grain, name);
    const scale = measure.unit === "share" ? 100 : 1;
    return {name, measure, scale, whole: endsOf(valuesOf(grain, name))};
  });
  const inputs = axes.map(({measure, scale, whole}, i) => {
    const chosen = i === 0 ? comparison.brush?.x : comparison.brush?.y;
    return (["from", "to"] as const).map((end, k) =>
      element(document, "input", {
        type: "number",
        step: "any",
        "aria-label": `${measure.label}, ${end}${scale === 100 ? ", in %" : ""}`,
        placeholder: formatFor(measure)(whole[k]!),
        value: chosen && Number.isFinite(chosen[k]) ? String(Number((chosen[k]! * scale).toPrecision(4))) : ""
      })
    );
  });
  const read = (): void => {
    const ranges = axes.map(({scale}, i): Range => {
      const ends = inputs[i]!.map(({valueAsNumber}, k) =>
        Number.isNaN(valueAsNumber) ? (k === 0 ? -Infinity : Infinity) : valueAsNumber / scale
      );
      return [leastOf(ends), greatestOf(ends)];
    });
    const all = ranges.flat().every((end) => !Number.isFinite(end));
    change({brush: all ? null : ({x: ranges[0]!, y: ranges[1]!} satisfies Brush)});
  };
  for (const input of inputs.flat()) input.addEventListener("change", read);
  const clear = element(document, "button", {type: "button", disabled: comparison.brush === null}, "Show all");
  clear.addEventListener("click", () => change({brush: null}));
  return element(
    document,
    "div",
    {class: "controls"},
    ...axes.map(({measure, scale}, i) =>
      element(
        document,
        "fieldset",
        {class: "explore-ends"},
        element(document, "legend", {}, `${measure.label}${scale === 100 ? " (%)" : ""}`),
        ...inputs[i]!
      )
    ),
    clear
  );
}
