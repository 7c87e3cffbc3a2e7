import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext} from "../../evidence/context.js";

export interface Sorted {
  readonly outcomes: readonly string[];
  readonly controls: readonly string[];
  /** the purpose's measures, in its order */
  readonly focus: readonly string[];
  readonly others: readonly string[];
}

/** Without a purpose that names measures of the survey, all of its outcomes are asked together. */
export function sortMeasures({rows}: ReleasedTable, {purpose}: EvidenceContext): Sorted {
  const names = [...new Set(rows.map(({measure}) => String(measure)))];
  const marked = new Set(
    rows.flatMap(({measure, negative_control: control}) => (control === true ? [String(measure)] : []))
  );
  const outcomes = names.filter((name) => !marked.has(name));
  const named = (purpose?.measures ?? []).filter((name) => outcomes.includes(name));
  const focus = named.length > 0 ? named : outcomes;
  return {outcomes, controls: [...marked], focus, others: outcomes.filter((name) => !focus.includes(name))};
}
