import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";

/** Every defensible choice, by kind; names are those of columns. */
export interface SpecificationGrid {
  readonly outcomes: readonly string[];
  readonly exposures: readonly string[];
  /** sets of controls; the empty one alone by default */
  readonly controls?: readonly (readonly string[])[];
  /** sets of fixed effects */
  readonly effects?: readonly (readonly string[])[];
  /** columns that are 1 for the rows kept; null keeps all */
  readonly samples?: readonly (string | null)[];
  readonly weights?: readonly (string | null)[];
}

export interface Specification {
  readonly outcome: string;
  readonly exposure: string;
  readonly controls: readonly string[];
  readonly effects: readonly string[];
  readonly sample: string | null;
  readonly weights: string | null;
}

/**
 * Every combination of a grid's choices, in its order, the first kind slowest; sets of the same columns are one choice,
 * whatever their order.
 *
 * @throws {RangeError} if a kind has no choice, or one twice
 */
export function specificationGrid({
  outcomes,
  exposures,
  controls = [[]],
  effects = [[]],
  samples = [null],
  weights = [null],
  ...others
}: SpecificationGrid): Specification[] {
  const kinds = {outcomes, exposures, controls, effects, samples, weights};
  closedOptions("specificationGrid", others, Object.keys(kinds));
  for (const [name, choices] of Object.entries(kinds)) {
    if (choices.length === 0) throw new InvalidArgument(`invalid ${name}; no choice; leave it out for the plain one`);
    const labels = choices.map((choice) => JSON.stringify(choice));
    const twice = labels.find((label, i) => labels.indexOf(label) < i);
    if (twice !== undefined) throw new InvalidArgument(`invalid ${name}; twice in it: ${twice}`);
  }
  return outcomes.flatMap((outcome) =>
    exposures.flatMap((exposure) =>
      sets(controls).flatMap((set) =>
        sets(effects).flatMap((absorbed) =>
          samples.flatMap((sample) =>
            weights.map((weight) => ({outcome, exposure, controls: set, effects: absorbed, sample, weights: weight}))
          )
        )
      )
    )
  );
}

function sets(choices: readonly (readonly string[])[]): (readonly string[])[] {
  const known = new Map<string, readonly string[]>();
  for (const choice of choices) {
    const set = [...new Set(choice)];
    const key = JSON.stringify(set.toSorted());
    if (!known.has(key)) known.set(key, set);
  }
  return [...known.values()];
}
