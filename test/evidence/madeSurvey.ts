import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";

export interface MadeSurvey {
  /** difference of a purpose's measure between no and full participation */
  readonly effect?: number;
  /** the same of the other measures, and of the control */
  readonly others?: number;
  readonly control?: number;
  /** how far units that take part more answer higher anyway */
  readonly selection?: number;
  readonly units?: number;
  readonly years?: number;
  readonly noise?: number;
  /** share of the invited who answer */
  readonly response?: number;
  readonly seed?: number;
}

const measures = ["teamwork", "communication", "autonomy", "learning", "canteen"];

/** Answers and participation of units over years, of which the truth is known. */
export function madeSurvey({
  effect = 0,
  others = 0,
  control = 0,
  selection = 0,
  units = 24,
  years = 9,
  noise = 0.05,
  response = 0.8,
  seed = 1
}: MadeSurvey = {}): {survey: ReleasedTable; departmentYears: ReleasedTable} {
  const source = random(seed);
  const cells = Array.from({length: units}, (_, unit) => {
    const quality = source.normal();
    return Array.from({length: years}, (_year, t) => ({
      department_id: `D${unit}`,
      name: `Unit ${unit}`,
      division: unit % 2 === 0 ? "North" : "South",
      fiscal_year: 2011 + t,
      headcount: 60,
      quality,
      participation: Math.min(1, Math.max(0, 0.3 + 0.05 * t + 0.1 * quality + 0.12 * source.normal()))
    }));
  }).flat();
  const slopes: Record<string, number> = {teamwork: effect, communication: effect, canteen: control};
  const rows = cells.flatMap(({quality, participation, headcount: _headcount, ...cell}) =>
    measures.map((measure) => ({
      ...cell,
      measure,
      negative_control: measure === "canteen",
      respondents: 60 * response,
      invited: 60,
      mean:
        3 +
        (measure === "canteen" ? 0 : selection * quality) +
        (slopes[measure] ?? others) * participation +
        noise * source.normal()
    }))
  );
  return {
    survey: {rows, suppressed: {}},
    departmentYears: {
      rows: cells.map(({quality: _quality, ...cell}) => ({...cell, managers: 12})),
      suppressed: {}
    }
  };
}

/** Measures that hold together, by name. */
export function madeScales(alpha = 0.8, icc2 = 0.8): ReleasedTable {
  return {
    rows: ["teamwork", "communication"].map((measure) => ({
      measure,
      since: 2011,
      until: 2019,
      alpha,
      icc2,
      minimum: 1,
      maximum: 5
    })),
    suppressed: {}
  };
}
