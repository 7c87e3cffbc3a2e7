/**
 * A comparison: what is compared with what, among which rows, with what taken out. The one state of the explorer, which
 * every view, the link, the download and the command line read alike.
 */
export const views = ["pair", "all", "matrix", "curve", "shuffle", "formula"] as const;
export const transforms = ["none", "log", "change", "rank"] as const;
export const effects = ["none", "unit", "time", "unit+time", "unit+line^time"] as const;
export const errorTypes = ["CR2", "CR1", "HC3", "iid"] as const;

export type View = (typeof views)[number];
export type Transform = (typeof transforms)[number];
export type Effects = (typeof effects)[number];
export type ErrorType = (typeof errorTypes)[number];
export type Range = readonly [number, number];

export interface Brush {
  readonly x: Range;
  readonly y: Range;
}

export interface Comparison {
  /** the grain's name: its first table */
  readonly table: string;
  readonly outcome: string;
  readonly exposure: string;
  /** first and last, both in; null is all */
  readonly years: Range | null;
  /** lines of business that are in; none is all */
  readonly lines: readonly string[];
  /** years by which the exposure comes before the outcome */
  readonly lag: number;
  /** log is of the outcome, the others of both */
  readonly transform: Transform;
  readonly controls: readonly string[];
  /** levels that are taken out of both */
  readonly effects: Effects;
  readonly weights: string | null;
  readonly errors: ErrorType;
  /** a stretch of the exposure and the outcome as they are measured */
  readonly brush: Brush | null;
  readonly view: View;
}

export const mostLag = 3;
