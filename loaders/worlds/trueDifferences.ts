import {findingIds, registry} from "../../src/findings/registry.js";
import type {WorldTruth} from "../../src/worlds/world.js";
import {parameters} from "../simulate/parameters.js";

/** What is true of each finding in its own unit; no row where the truth is of the mechanism alone. */
export const trueDifferences: readonly WorldTruth[] = findingIds.flatMap((finding) => {
  const truth = registry[finding].simulated?.truth;
  return truth ? [{finding, truth: truth(parameters)}] : [];
});
