/** What every two-sided power function takes. */
export interface Design {
  readonly n: number;
  readonly effect: number;
  readonly alpha: number;
}

/** What those take that may count rejections on the wrong side too. */
export interface SidedDesign extends Design {
  readonly strict?: boolean;
}
