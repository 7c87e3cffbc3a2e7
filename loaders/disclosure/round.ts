/** The centre of a rate's band, the ends pulled in to half a band: 0.03 -> 0.05, 0.47 -> 0.45, 1 -> 0.95 for a width of 0.1. */
export function bandCentre(rate: number, width: number): number {
  const bands = Math.round(1 / width);
  const band = Math.min(Math.max(Math.floor(rate * bands + 1e-9), 0), bands - 1);
  return tidy((band + 0.5) / bands);
}

/** The nearest multiple of a step. */
export function roundTo(value: number, step: number): number {
  return tidy(Math.round(value / step + 1e-9) * step);
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/**
 * The step to which a mean over n persons may be printed, in units of which the scale has four (a scale of 1 to 5): step
 * times n is at least so many units, so that no single answer can be told from a change of the mean.
 */
export function meanStep(n: number, units = 2): number {
  return steps.find((step) => step * n >= units - 1e-9) ?? 1;
}

/** The least step of 1, 2 or 5 of a decimal place that is at least so wide. */
export function stepAtLeast(width: number): number {
  const place = 10 ** Math.floor(Math.log10(width) + 1e-9);
  return tidy(place * ([1, 2, 5].find((times) => times * place >= width * (1 - 1e-9)) ?? 10));
}

/** Rounds to the step that a rule on precision allows for so many persons, or not at all where it is lifted. */
export const toPrecision = (units: number | null, {unit = 1, least = 0} = {}): Round | null =>
  units === null
    ? null
    : (value, persons, coarser = 1) => roundTo(value, Math.max(meanStep(persons, units) * unit, least) * coarser);

/** @param coarser  by how much its step is widened; bands stay as they are */
export type Round = (value: number, persons: number, coarser?: number) => number;

/** The same, its steps widened. */
export const widened = (round: Round, coarser: number): Round =>
  coarser === 1 ? round : (value, persons) => round(value, persons, coarser);

/**
 * Shows a number of persons out of so many, whom others can count, so that two numbers or more are possible wherever two
 * are: what would be shown of nobody but all of them is shown as the step below. What is shown does not depend on who
 * else it might have been, so that whoever knows this rule knows no more.
 */
export function keepOpen(round: Round, within: number, minimum: number): Round {
  const possible = (shown: number, persons: number): boolean =>
    within - 1 >= minimum && round(within - 1, persons) === shown;
  return (value, persons) => {
    const [shown, top] = [round(value, persons), round(within, persons)];
    return shown < top || possible(top, persons) ? shown : round(within - 1, persons);
  };
}

/** Shows an end of the range, where everybody answered alike, as the step next to it, so that nobody's answer is told. */
export function pullEndsIn(round: Round, [minimum, maximum]: readonly [number, number]): Round {
  return (value, persons) => {
    const shown = round(value, persons);
    if (shown < maximum && shown > minimum) return shown;
    const [end, inward] = shown >= maximum ? [maximum, -1] : [minimum, 1];
    const next = steps.map((step) => round(end + inward * step, persons)).find((one) => inward * (one - end) > 1e-9);
    return next ?? shown;
  };
}

/** Rounds to a rule's step, or not at all where the rule is lifted. */
export const toStep = (step: number | null): Round | null =>
  step === null ? null : (value, _persons, coarser = 1) => roundTo(value, step * coarser);

export interface BandRules {
  /** width of a band; null: the rule is lifted */
  readonly width: number | null;
  /** numbers of participants that a band must leave possible */
  readonly units: number | null;
  /** step to which the number of persons is printed */
  readonly step: number | null;
  /** the least number that any study prints */
  readonly least: number;
}

/**
 * Bands of a rate, wider than a rule's width where few persons would leave too few numbers of participants to one who knows
 * how many there are. The width follows the printed number of persons and not the exact one, which it would tell.
 */
export const toBand = ({width, units, step, least}: BandRules): Round | null =>
  width === null
    ? null
    : (value, persons) => {
        const most = Math.floor(1 / width + 1e-9);
        const allowed = units === null ? most : Math.floor(Math.max(least, fewest(persons, step ?? 1)) / units);
        return bandCentre(value, 1 / Math.max(1, Math.min(most, allowed)));
      };

/** The least number of persons that is printed as so many are. */
const fewest = (persons: number, step: number): number => Math.ceil(roundTo(persons, step) - step / 2);

/** To 12 digits; where six decimals are as near as those, without printing the number on the way. */
function tidy(value: number): number {
  const near = Math.round(value * 1e6) / 1e6;
  return Math.abs(value) < 1e5 && Math.abs(value - near) <= 4e-13 * Math.abs(value)
    ? near
    : Number(value.toPrecision(12));
}
