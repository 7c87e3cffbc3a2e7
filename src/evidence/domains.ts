/** What may lower the certainty of a finding, in the order in which a reader meets them. */
export const domains = ["selection", "missing", "measurement", "precision", "consistency", "multiplicity"] as const;

export type Domain = (typeof domains)[number];
