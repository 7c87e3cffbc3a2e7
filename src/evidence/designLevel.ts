export type DesignLevel = 1 | 2 | 3 | 4 | 5;

export type Assignment = "randomised" | "externally assigned" | "nominated" | "voluntary" | "unknown";

/** The steps of the Maryland scale (Sherman et al. 1998): what was compared, whatever came out. */
export const designLevels: Readonly<Record<DesignLevel, string>> = {
  1: "a cross-section, or before and after without comparison",
  2: "before and after with a comparison that is not alike, or a comparison adjusted for what is known",
  3: "comparable units followed over time",
  4: "unobserved differences accounted for, the start not chosen by those who take part",
  5: "a start drawn by lot"
};

/** The level that a comparison may claim: where participants chose, or nobody knows who chose, at most 3. */
export function cappedLevel(compared: DesignLevel, assignment: Assignment): DesignLevel {
  const chosen = assignment === "voluntary" || assignment === "nominated" || assignment === "unknown";
  return chosen && compared > 3 ? 3 : compared;
}

/** Whether words of cause may be used. */
export function mayClaimCause(level: DesignLevel, assignment: Assignment): boolean {
  return level >= 4 && (assignment === "randomised" || assignment === "externally assigned");
}
