import type {Column, Row} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import validation from "../../../src/stats/validation.json" with {type: "json"};
import {percent, signed} from "../../../src/evidence/format.js";
import estimators from "../../../src/stats/estimators.json" with {type: "json"};
import sessions from "../../../src/stats/sessions.json" with {type: "json"};
import simulation from "../../../src/stats/simulation.json" with {type: "json"};
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {agreement, captions, labels, promised} from "../../../src/words/en/methods.js";
import type {MarkInput} from "./markInput.js";
import {decimal} from "../../../src/words/en/numbers.js";

/** What the estimators were checked against, and whether they keep their promises. */
export function methodsMarks({document}: MarkInput): Marks {
  const checked = validation.map(({family, title, compared, of, worst, tolerance}) => ({
    family,
    title,
    compared: `${compared} of ${of}`,
    worst: power(worst.error),
    tolerance: power(tolerance)
  }));
  return {
    ...agreements(),
    "methods.validation": htmlMark(dataTable(checked, validationColumns, {caption: captions.validation, document})),
    "methods.promises": htmlMark(dataTable(promises(), promiseColumns, {caption: captions.promises, document})),
    "methods.beside": htmlMark(dataTable(beside(), besideColumns, {caption: captions.beside, document})),
    "methods.sessions": htmlMark(dataTable(ratings(), ratingColumns, {caption: captions.sessions, document})),
    "methods.sessions.felt": textMark(sessions.felt.toFixed(2)),
    "methods.sessions.marked": textMark(sessions.marked.toFixed(2))
  };
}

/** Families of targets by the section of the page that speaks of them. */
const sections: Readonly<Record<string, readonly string[]>> = {
  panel: ["panel", "cluster-robust", "wild-cluster-bootstrap", "did-2x2", "ols-accuracy"],
  "time-series": ["time-series", "repeated-correlation", "association", "trend"],
  "mixed-model": ["mixed-model"],
  ordinal: ["ordinal", "logit"],
  "staggered-did": ["staggered-did", "bacon"],
  "honest-did": ["honest-did"],
  reliability: ["reliability", "scale"],
  agreement: ["agreement"],
  multiplicity: ["multiplicity"]
};

/** How far each section's estimators agree with published or R-computed values. */
function agreements(): Record<string, Mark> {
  return Object.fromEntries(
    Object.entries(sections).map(([section, families]) => {
      const rows = validation.filter(({family}) => families.includes(family));
      const values = rows.reduce((sum, {compared}) => sum + compared, 0);
      const worst = greatestOf(
        rows.map((row) => row.worst.error),
        0
      );
      const words = rows.length === 0 ? "" : agreement(values, rows.length, power(worst));
      return [`methods.agreement.${section}`, textMark(words)];
    })
  );
}

function promises(): Row[] {
  return simulation.rows.map(({name, kind, nominal, rate, runs, promise}) => ({
    name,
    what: kind === "size" ? promised.size : promised.coverage,
    nominal: percent(nominal),
    rate: percent(rate, 1),
    runs,
    promise
  }));
}

/** Each estimator on the studies on which the analysis that it takes the place of was run as well. */
function beside(): Row[] {
  return estimators.rows.map(({study, method, naive, bias, error, coverage, size, runs}) => ({
    study,
    method,
    role: naive ? "simple" : "here",
    bias: biasIn(bias, error),
    coverage: coverage === null ? "" : percent(coverage, 1),
    size: percent(size, 1),
    runs
  }));
}

/** The difference as felt, and as all who came would have marked it. */
function ratings(): Row[] {
  return sessions.rows.map(({method, bias, error, coverage, coverageMarked, size, runs}) => ({
    method,
    bias: biasIn(bias, error),
    coverage: percent(coverage, 1),
    coverageMarked: percent(coverageMarked, 1),
    size: percent(size, 1),
    runs
  }));
}

function biasIn(bias: number | null, error: number | null): string {
  return bias === null || error === null ? "" : `${signed(bias, 3)} ± ${decimal(2 * error, 3)}`;
}

const ratingColumns: Column[] = [
  {name: "method", label: labels.counted},
  {name: "bias", label: labels.bias},
  {name: "coverage", label: labels.felt},
  {name: "coverageMarked", label: labels.marked},
  {name: "size", label: labels.wrong},
  {name: "runs", label: "Studies", digits: 0}
];

const besideColumns: Column[] = [
  {name: "study", label: "Simulated study"},
  {name: "method", label: "Method"},
  {name: "role", label: "Role"},
  {name: "bias", label: "Bias"},
  {name: "coverage", label: labels.truth},
  {name: "size", label: labels.wrong},
  {name: "runs", label: "Studies", digits: 0}
];
const promiseColumns: Column[] = [
  {name: "name", label: "Method and situation"},
  {name: "what", label: "How often it"},
  {name: "nominal", label: "Promised"},
  {name: "rate", label: "In simulation"},
  {name: "runs", label: "Studies", digits: 0},
  {name: "promise", label: "Promise"}
];
/** "5e−9" */
function power(value: number): string {
  return value === 0 ? "none" : value.toExponential(0).replace("-", "\u2212");
}

const validationColumns: Column[] = [
  {name: "family", label: "Family"},
  {name: "title", label: "Target"},
  {name: "compared", label: "Values compared"},
  {name: "worst", label: "Worst relative error"},
  {name: "tolerance", label: "Allowed"}
];
