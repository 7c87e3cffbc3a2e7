export const checks = [
  "differencing",
  "inversion",
  "unanimity",
  "keys",
  "precision of estimates",
  "linear programme"
] as const;

export type Check = (typeof checks)[number];

/** Something published that tells more than it may: names groups, never persons. */
export interface AuditFinding {
  readonly check: Check;
  readonly table: string;
  readonly groups: readonly string[];
  /** cells that would have to be withheld; undefined where withholding helps nothing */
  readonly cells?: readonly string[];
  readonly message: string;
}
