import type {Plan} from "../../evidence/context.js";
import {numbers, type ReleasedTable} from "../../released/table.js";
import {ols} from "../../stats/regression/ols.js";
import {compareWithPublished} from "./compareWithPublished.js";

export interface BesidePublished {
  readonly citation: string;
  readonly n: number;
  /** why ours cannot be the same to the digit */
  readonly differs?: string | undefined;
  readonly terms: readonly {
    readonly term: string;
    /** estimate and standard error, to the digits that were printed */
    readonly published: string;
    readonly ours: string;
    readonly agrees: boolean;
  }[];
}

/** The plan's model with the errors that others printed, beside what they printed; null where nobody did. */
export function besidePublished(
  {rows}: ReleasedTable,
  {published, specification, exposure, columns: planned}: Plan
): BesidePublished | null {
  if (!published) return null;
  // a measure that has no value anywhere is no column of what is released
  const names = new Set([...Object.keys(rows[0] ?? {}), ...planned]);
  const columns = Object.fromEntries(
    Array.from(names, (name) => [
      name,
      typeof rows[0]?.[name] === "string" ? rows.map((row) => String(row[name])) : numbers(rows, name)
    ])
  );
  const {vcov, citation, differs} = published;
  const fitted = ols(specification, columns, {
    ...(exposure.lag > 0 ? {unit: "department_id", time: "fiscal_year"} : {}),
    // one that others determine in these rows has nothing to be held against
    about: published.terms.map(({term}) => term),
    vcov: vcov === "iid" || vcov === "HC1" ? vcov : {cluster: "department_id", type: vcov}
  });
  const terms = published.terms.map((term) => {
    const ours = fitted.terms.find((candidate) => candidate.term === term.term);
    if (!ours) throw new RangeError(`the plan's published term is not in the model: ${term.term}`);
    const {estimate, se, agrees} = compareWithPublished(term, ours);
    const minus = (value: string): string => value.replace("-", "\u2212");
    return {term: term.term, published: `${minus(term.estimate)} (${term.se})`, ours: `${estimate} (${se})`, agrees};
  });
  return {citation, n: fitted.n, differs, terms};
}
