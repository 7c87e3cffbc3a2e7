import {NotIdentified} from "../stats/errors/notIdentified.js";
import type {Estimate} from "../stats/estimate.js";
import type {ErrorsKind, Evidence} from "./finding.js";

export interface EvidenceOptions {
  readonly label: string;
  readonly term: string;
  readonly unit: string;
  readonly rows: string;
  readonly naive?: boolean;
  readonly control?: boolean;
  /** brings the estimate to the unit that is printed */
  readonly scale?: number;
  readonly note?: string;
  readonly errors?: ErrorsKind;
}

/**
 * A fitted model's term as evidence.
 *
 * @throws {NotIdentified} if other terms determine it; {RangeError} if the model has no such term
 */
export function evidenceFrom(fitted: Estimate, options: EvidenceOptions): Evidence {
  const {label, term, unit, rows, naive = false, control, scale = 1, note = fitted.method, errors} = options;
  const found = fitted.terms.find((candidate) => candidate.term === term);
  if (!found) throw missing(fitted, term);
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale);
  const [low, high] = scale < 0 ? [found.high, found.low] : [found.low, found.high];
  return {
    label,
    naive,
    ...(control ? {control} : {}),
    estimate: found.estimate * scale,
    low: scaled(low),
    high: scaled(high),
    unit,
    df: found.df,
    p: found.p,
    n: fitted.n,
    rows,
    note,
    ...(errors ? {errors} : {})
  };
}

function missing({fit}: Estimate, term: string): Error {
  const omitted = "omitted" in fit ? (fit.omitted as readonly {readonly term: string}[]) : [];
  return omitted.some((one) => one.term === term)
    ? new NotIdentified(`not identified: ${term} can be computed from the other terms; drop one`, "collinear")
    : new RangeError(`no such term in the fit: ${term}`);
}
