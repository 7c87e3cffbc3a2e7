/** A study block in which every property is declared, of the study that tinyStudy writes. */
export const wholeBlock = {
  title: "Less scrap",
  organisation: "Nobody",
  synthetic: true,
  summary: "Firms were paid to train. Did they scrap less?",
  fiscalYearStart: "04-01",
  timeZone: "Asia/Tokyo",
  currency: {code: "JPY", unit: 1000, label: "yen"},
  words: {
    unit: {one: "department", many: "departments"},
    person: {one: "manager", many: "managers"},
    division: {one: "line", many: "lines"},
    year: {one: "term", many: "terms"},
    programme: "coaching"
  },
  programmeYears: [2011, 2014],
  participation: "current",
  sessionsInProgramme: 30,
  assignment: {
    how: "voluntary",
    what: "departments",
    exposure: "grant",
    record: "A letter.",
    account: "A board chose."
  },
  measures: [
    {name: "grant", table: "department_years", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"},
    {
      name: "scrap",
      table: "department_years",
      label: "Scrap",
      unit: "points",
      direction: "lower",
      role: "outcome",
      about: "Scrap is weighed."
    }
  ],
  plan: [
    {
      finding: "departments",
      dated: "2026-11-23",
      specification: "scrap ~ grant | department_id + fiscal_year",
      term: "grant",
      worthwhile: 0.1,
      worthwhileBecause: "A tenth less is one item in a thousand.",
      alternative: "Firms in growth may have asked first.",
      note: "Errors by department.",
      published: {
        citation: "A book",
        vcov: "iid",
        terms: [{term: "grant", estimate: "-0.252", se: "0.151"}],
        differs: "It is of other firms."
      }
    }
  ],
  purpose: {label: "less waste", measures: ["scrap"]},
  claims: {
    source: "An article",
    citation: "A journal",
    caution: "It offers no proof.",
    items: [{finding: "departments", claim: "Less was scrapped."}]
  },
  setting: {groups: [10, 12], meets: "once a week", minutes: 75, about: "topics from their own work"},
  exposure: {kind: "yes or no", one: "a grant", step: 1, stepSaid: "a grant more", against: "firms with a loan"},
  language: "en",
  names: {ja: {coaching: "コーチング"}},
  published: "2026-11-28",
  nextRelease: "next year",
  contact: {name: "Nobody", email: "nobody@example.org", path: "https://example.org"},
  approval: false,
  personalData: {purpose: "to learn", retention: "two years", until: "2030-01-01"},
  costs: [{label: "A place", amount: 85000, unit: "yen"}],
  rules: {stays_ordered: {count: 1, share: 0.1, severity: "warn", because: "Some are."}},
  notes: ["One year is short."],
  thresholds: {"count.step": 10}
};
