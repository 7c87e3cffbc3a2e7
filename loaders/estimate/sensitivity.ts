import type {Column} from "../../src/stats/description/completeCases.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {confounding} from "../../src/stats/sensitivity/confounding.js";
import {eValue} from "../../src/stats/sensitivity/eValue.js";
import type {Specification, SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

/** The formula holds plain columns, factor(column), and one column after the bar; text columns are factors. */
export function sensitivity(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  if (specification.kind === "evalue") {
    const ratio = read.number("rr");
    if (ratio === undefined) throw new RangeError("missing rr; an E-value needs the risk ratio");
    const {point, interval} = eValue(ratio, {low: read.number("low"), high: read.number("high")});
    return {method: "sensitivity", n: 0, dropped: [], clusters: {}, terms: [], fit: {point, interval}, warnings: []};
  }
  const treatment = read.text("treatment");
  const {outcome, plain, factors} = termsOf(read.text("formula"), table);
  if (!plain.includes(treatment)) throw new RangeError(`invalid treatment; not in the formula: ${treatment}`);
  const [largest, ...rest] = factors.toSorted((a, b) => levelsOf(b, read).length - levelsOf(a, read).length);
  const covariates: Record<string, Column> = {};
  for (const name of plain) if (name !== treatment) covariates[name] = read.columnNamed(name);
  for (const name of rest) Object.assign(covariates, indicators(name, read));
  const result = confounding(read.columnNamed(outcome), read.columnNamed(treatment), covariates, {
    absorb: largest === undefined ? undefined : labelsOf(largest, read),
    benchmark: read.has("benchmark") ? read.text("benchmark") : undefined,
    multiples: Array.isArray(specification.multiples) ? specification.multiples.map(Number) : undefined,
    level: read.number("level")
  });
  return {...result, terms: result.terms.map((term) => ({...term, term: treatment}))};
}

function termsOf(formula: string, table: Table): {outcome: string; plain: string[]; factors: string[]} {
  const [left, right, more] = formula.split("~").map((side) => side.trim());
  if (!left || !right || more !== undefined)
    throw new RangeError(`invalid formula; not "y ~ treatment + covariates": ${formula}`);
  const [inside = "", absorbed = ""] = right.split("|");
  const plain: string[] = [];
  const factors = absorbed
    .split("+")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  for (const term of inside.split("+").map((name) => name.trim())) {
    const name = /^factor\((.*)\)$/.exec(term)?.[1]?.trim();
    if (!/^[^()*:^]+$/.test(name ?? term))
      throw new RangeError(`invalid formula; sensitivity takes columns and factor(column) only: ${term}`);
    const text =
      table[term]?.some((cell) => typeof cell === "string" && cell !== "" && Number.isNaN(Number(cell))) ?? false;
    if (name !== undefined || text) factors.push(name ?? term);
    else if (term !== "1") plain.push(term);
  }
  return {outcome: left, plain, factors};
}

function labelsOf(name: string, read: SpecificationReader): (string | number | null)[] {
  return specificationReader({labels: name}, read.table).labels("labels");
}

function levelsOf(name: string, read: SpecificationReader): (string | number)[] {
  return [...new Set(labelsOf(name, read))].filter((label) => label !== null).toSorted();
}

function indicators(name: string, read: SpecificationReader): Record<string, Column> {
  const labels = labelsOf(name, read);
  return Object.fromEntries(
    levelsOf(name, read)
      .slice(1)
      .map((level) => [`${name}${level}`, labels.map((label) => (label === null ? null : Number(label === level)))])
  );
}
