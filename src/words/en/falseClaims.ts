/** The table of how often the report's first line would be wrong. */
export const falseClaimWords = {
  heading: "How often would the first line of this report be wrong?",
  caption: (programme: string) =>
    `How often these rules name a gain or loss when ${programme} does nothing. Upper limit at 99\u202f% confidence.`,
  who: "Who takes part",
  named: "Studies with a gain or loss in the first line",
  most: "Upper limit of the rate",
  limit: (share: string) => `Within the limit of ${share}`,
  kept: "Yes",
  broken: "No",
  noLimit: "No limit set",
  rows: {
    pure: "Chance decides who takes part",
    selection: "Better departments and managers take part",
    trends: "Those that have long been improving take part",
    shocks: "Those that are about to improve take part"
  }
} as const;
