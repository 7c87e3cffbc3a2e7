export interface FrameOptions {
  /** column of the panel's unit, for l() and d() */
  readonly unit?: string;
  /** column of its period, for l() and d() */
  readonly time?: string;
  /** levels of a factor, the first its reference; without it they are sorted */
  readonly levels?: Readonly<Record<string, readonly string[]>>;
  readonly weights?: string;
  /** further columns that must not be missing, kept as codes: those of clusters */
  readonly groups?: readonly string[];
}
