import type {Parameters} from "../simulate/parameters.js";
import {nullParameters, parameters} from "../simulate/parameters.js";

/** truth: as the default study; pure: no effect, no selection; selection: the better take part, coaching does nothing */
export const worldKinds = {
  truth: parameters,
  pure: nullParameters("pure"),
  selection: nullParameters("selection")
} as const satisfies Record<string, Parameters>;

export type WorldKind = keyof typeof worldKinds;
