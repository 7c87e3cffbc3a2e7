/** What every two-sided power function takes. */
export interface Design {
  readonly n: number;
  readonly effect: number;
  readonly alpha: number;
  /** count rejections on the wrong side too */
  readonly strict?: boolean;
}
