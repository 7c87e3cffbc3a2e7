import {contour} from "../../components/figures/contour.js";
import type {FigureOptions} from "../../components/parts/figure.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {exposurePhrases} from "../../words/exposure.js";
import {measureNamed} from "../../evidence/measure.js";
import {inPrint} from "../../evidence/panel/inPrint.js";
import type {Confounder, Measured} from "../../evidence/robustness/confounder.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {confounder as words} from "../words.en.js";
import {benchmarkName} from "./choiceName.js";

/** The estimate that is left beside a hidden cause, by its strength. */
const isSame = (a: Measured, b: Measured): boolean =>
  a.kind === b.kind && (a.kind !== "measure" || b.kind !== "measure" || a.label === b.label);

export function contourFigure({grid, benchmarks}: Confounder, input: RobustnessInput): Element {
  const {outcome, step, exposure} = input.robustness;
  const measure = measureNamed(input.context.measures, outcome);
  const {scale, unit} = inPrint(measure.unit, greatestOf(grid.map(({estimate}) => Math.abs(estimate))));
  const [right, top] = [
    greatestOf(grid.map((place) => place.exposure)),
    greatestOf(grid.map((place) => place.outcome))
  ];
  // of each cause the strongest that has a place in the figure
  const placed = benchmarks.filter((place) => place.exposure <= right && place.outcome <= top);
  const shown = placed.filter(
    ({measured, multiple}) => !placed.some((other) => isSame(other.measured, measured) && other.multiple > multiple)
  );
  const rows = grid.map((place) => ({
    exposure: 100 * place.exposure,
    outcome: 100 * place.outcome,
    estimate: scale * step * place.estimate
  }));
  const options: FigureOptions = figureOptions(input, "contour", words.title, {subtitle: words.subtitle});
  return contour(
    rows,
    {
      x: {name: "exposure", label: words.axes.x(exposurePhrases(exposure, input.context).noun), unit: "%", digits: 1},
      y: {name: "outcome", label: words.axes.y, unit: "%", digits: 1},
      value: {name: "estimate", label: words.axes.value, unit, digits: 2}
    },
    {
      ...options,
      benchmarks: shown.map(({measured, multiple, ...place}) => ({
        x: 100 * place.exposure,
        y: 100 * place.outcome,
        label: words.several(benchmarkName(measured, input.context), multiple)
      }))
    }
  );
}
