/** Effects that simulated studies are made with, in the simulator's units. */
export interface SimulatedEffects {
  readonly marginEffect: number;
  readonly ratingReflective: number;
  readonly performanceEffect: number;
  readonly surveyPurposeEffect: number;
  readonly surveyPersonSd: number;
}

/** What is known of a finding in simulated studies. */
export interface SimulatedFinding {
  /** what its estimates are of, and their unit */
  readonly asked: string;
  readonly unit: string;
  /** what is true of it, in its unit; null where the truth is of the mechanism alone */
  readonly truth: ((effects: SimulatedEffects) => number) | null;
  /** it is no work of the programme's, and is there in every world, so that no null tries it */
  readonly always: boolean;
  /** what its planned estimate speaks of */
  readonly claims: "difference" | "change";
  /** it is one of those of the article that the default study is built around */
  readonly article: boolean;
  /** its simple picture is of two years alone, and has no interval */
  readonly twoYears?: true;
}
