/** What the simulated study says of itself: it moves no figure. */
export const studyWords = {
  language: "en",
  published: "2026-11-28",
  nextRelease: "none planned, since the data are simulated",
  contact: {name: "The Longview project"},
  setting: {
    groups: [10, 12],
    meets: "once a week",
    minutes: 75,
    about: "prepared topics from their own work"
  },
  claims: {
    source: "An article about the original programme",
    caution: "By its own account the article offers suggestive evidence, not proof.",
    items: [
      {finding: "departments", claim: "Profits were higher in departments where more managers took part."},
      {
        finding: "organisation",
        claim: "Revenue and profit grew over the years in which more and more managers took part."
      },
      {finding: "sessions", claim: "Managers found the sessions worthwhile, and modules on reflection most of all."},
      {finding: "managers", claim: "Most managers were rated better afterwards, though not all."},
      {
        finding: "engagement",
        claim:
          "Survey scores went up with participation, above all for teamwork and for communication between functions."
      }
    ]
  }
} as const;

/** Why a smaller difference than the plan's would not matter, by finding. */
export const worthwhileReasons: Readonly<Record<string, string>> = {
  purpose: "Ten points are one more person from the other line in a group of ten.",
  departments: "One point of margin is about a fifth of what an average department earns.",
  organisation: "With a weaker correlation, other causes account for over three quarters of the yearly changes.",
  sessions: "A tenth of a point is one rating in ten that is a point higher.",
  managers: "A tenth of a standard deviation is a move of four places in a hundred.",
  engagement: "A tenth of a point is one answer in ten that is a point higher."
};
