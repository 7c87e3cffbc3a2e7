const findings = ["purpose", "departments", "organisation", "sessions", "managers", "engagement"];

/** The pages that are read from top to bottom, without their ending. */
export const readPages = ["index", ...findings.map((finding) => `findings/${finding}`), "robustness", "overview"];
