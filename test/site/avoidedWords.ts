/** Words that no reader is to meet on a page, and what is written instead (for a message). */
export const avoidedWords: readonly (readonly [RegExp, string])[] = [
  [/\bnought\b/i, "no, zero"],
  [/\b(stand|stands|stood)\b/i, "is, was"],
  [/\bheld against\b/i, "compared with"],
  [/\b(whoever|whom)\b/i, "who"],
  [/\btheir like\b/i, "similar people"],
  [/\bas far as (it|they|can)\b/i, "as large as"],
  [/\bin what most\b/i, "which most"],
  [/\bworth having\b/i, "large enough to matter"],
  [/\bput through\b/i, "completed the programme"],
  [/\b(by lot|drawn by lot|a lot decides)\b/i, "at random"],
  [/\bwhat survives\b/i, "what remains after adjustment"],
  [/\blooks, of which\b/i, "comparisons made"],
  [/\banswered (higher|lower)\b/i, "gave higher scores"],
  [/\b(go|goes|went) together\b/i, "rise and fall together"],
  [/\bcan(not|'t) be told\b|\bcan be told\b/i, "we cannot tell"],
  [/\bhonestly\b|\btruly\b|\btheatre\b/i, "nothing"],
  [/\bnaive\b/i, "simple"],
  [/\bsilent\b/i, "unrelated, did not answer"]
];
