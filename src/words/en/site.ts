/** What the site's pages say of themselves: plain data in, text out. */

export const nature = {
  synthetic: "Synthetic reconstruction: every figure here is simulated; none is the organisation's own.",
  real: "Real data."
};

/** Where no code runs; a link to the data page comes between the two parts. */
export const withoutCode = {
  before: "This page draws what you choose, and needs JavaScript for it. The same data are on the ",
  link: "data page",
  after: ", and the report is complete without JavaScript."
};

export const notebooks = {
  none: "This study has none yet.",
  exploratory: "exploratory",
  confirmatory: (plan: string): string => `confirmatory, by the plan for ${plan}`,
  worked: "Exploratory. The outputs were made from the tables of this release; the code is below each.",
  copy: "Run and edit a copy"
};

/** The page of an earlier release; links come between the parts of a sentence. */
export const archive = {
  title: (number: number, on: string): string => `Release ${number} of ${on}`,
  kept: "This page keeps what that release said: data version ",
  present: [". The ", "report", " says what holds now, and ", "What changed", " what is different since."],
  tables: [
    "All tables of this release, as JSON",
    ": by table, its columns and rows. What is withheld now is left out."
  ],
  noFinding: "That release named no finding.",
  findings: "What the findings said"
};

/** after what a table of the reference may hold */
export const measuresToo = " Declared measures may be beside these columns.";

export const citation = "If you use this study, please cite it as below.";
