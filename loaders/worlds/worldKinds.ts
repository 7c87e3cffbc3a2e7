import type {WorldKind} from "../../src/worlds/world.js";
import type {Parameters} from "../simulate/parameters.js";
import {nullParameters, parameters} from "../simulate/parameters.js";

/** The parameters of each kind of world; the truth is the default study's. */
export const worldKinds: Readonly<Record<WorldKind, Parameters>> = {
  truth: parameters,
  pure: nullParameters("pure"),
  selection: nullParameters("selection"),
  trends: nullParameters("trends"),
  shocks: nullParameters("shocks")
};
