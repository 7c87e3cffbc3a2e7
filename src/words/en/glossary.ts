export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
  /** how the term is written in running text, where otherwise than its name */
  readonly forms?: readonly string[];
}

const term = (id: string, name: string, meaning: string, forms?: readonly string[]): GlossaryTerm => ({
  id,
  term: name,
  meaning,
  forms
});

/** Every term that a page may use without saying what it means, in the order of the alphabet. */
export const glossary: readonly GlossaryTerm[] = [
  term(
    "adjusted",
    "Adjusted for multiple comparisons",
    "With p-values raised to limit the chance of any false finding, by Holm's method.",
    [
      "adjusted for multiple comparisons",
      "adjusted for the number of comparisons",
      "adjusted for their number",
      "after adjustment",
      "adjusting for the number of comparisons",
      "adjusting for their number",
      "by Holm",
      "Holm’s"
    ]
  ),
  term("alpha", "Alpha, omega", "How consistently several items measure one thing; 1 is perfect.", ["alpha", "omega"]),
  term(
    "assignment",
    "Assignment",
    "Who or what decided who takes part, and when: those who take part, others, a rule or a random draw."
  ),
  term(
    "benjamini-hochberg",
    "Benjamini-Hochberg",
    "A method that limits the expected share of false findings among those called clear.",
    ["Benjamini-Hochberg", "Benjamini and Hochberg"]
  ),
  term("certainty", "Certainty", "How sure we are that a difference lies on the stated side, whatever its reason.", [
    "certainty",
    "how sure we are"
  ]),
  term(
    "clear",
    "Clear (statistically)",
    "Chance alone would rarely give it: its p-value is below the planned limit, adjusted where several comparisons are made.",
    ["statistically clear", "is clear", "are clear", "clear after", "no clear", "not clear", "clearly"]
  ),
  term("cohort", "Cohort", "Those who first took part in the same year.", ["cohort", "cohorts"]),
  term(
    "confidence-interval",
    "Confidence interval, 95 %",
    "A range found by a method whose ranges contain the true value in 95 of 100 repeated studies.",
    ["confidence interval", "confidence intervals", "95 % interval", "95\u202f% interval"]
  ),
  term("correlation", "Correlation", "The strength of a straight-line relation, from −1 to 1; 0 is none.", [
    "correlation",
    "correlations"
  ]),
  term("cr2", "CR2", "A standard error that allows for related rows and few groups."),
  term(
    "difference-that-matters",
    "Difference that matters",
    "The smallest difference that the plan calls worth acting on.",
    [
      "difference that matters",
      "differences that matter",
      "large enough to matter",
      "too small to matter",
      "gain that matters"
    ]
  ),
  term("dose", "Dose", "Sessions attended for each eligible person, as a share of a full programme.", ["dose"]),
  term("effect", "Effect", "A difference due to what was assigned; we say it only after a random draw.", [
    "an effect",
    "the effect"
  ]),
  term(
    "equivalence",
    "Equivalence",
    "An interval that lies wholly inside the differences that are too small to matter.",
    ["equivalence"]
  ),
  term("exploratory", "Exploratory", "Not planned beforehand.", ["exploratory"]),
  term(
    "fiscal-year",
    "Fiscal year",
    "The year in which the accounts are kept, named by the calendar year in which it starts.",
    ["fiscal year", "fiscal years"]
  ),
  term(
    "icc",
    "ICC(1), ICC(2)",
    "The share of variation that lies between groups, and the reliability of group averages.",
    ["ICC(1)", "ICC(2)"]
  ),
  term("main-comparison", "Main comparison", "The one that the plan named first.", [
    "main comparison",
    "main comparisons"
  ]),
  term("median", "Median", "The value with half of the values on either side.", ["median", "medians"]),
  term(
    "mixed-model",
    "Mixed model",
    "A regression whose people or groups each have a level of their own, from a common distribution.",
    ["mixed model"]
  ),
  term("n", "n", "How many rows, people or ratings an estimate is based on.", ["n ="]),
  term(
    "negative-control",
    "Negative control",
    "An outcome that the programme cannot affect; a difference there points to another reason.",
    ["negative control", "negative controls"]
  ),
  term(
    "null-world",
    "Null study",
    "A simulated study in which the programme does nothing, to see how often one would think it did.",
    ["null studies", "simulated studies"]
  ),
  term("odds", "Odds", "The chance of something over the chance of its opposite.", ["odds"]),
  term("p-value", "p-value", "How often a result at least as extreme would occur if there were no difference.", [
    "p-value",
    "p-values",
    "adjusted p"
  ]),
  term("participation", "Participation", "The share of those eligible who attended in the year.", ["participation"]),
  term("placebo", "Placebo", "The same analysis where no effect is possible.", ["placebo", "placebos"]),
  term("plan", "Plan", "The comparisons named and dated before they were made.", ["planned comparisons", "the plan"]),
  term("power", "Power", "How often a study finds a true difference of a stated size.", ["power"]),
  term(
    "randomised",
    "Random draw",
    "A start decided by chance alone, so that those who take part differ from the others only by chance.",
    ["drawn at random", "random draw", "random start"]
  ),
  term("regression-to-the-mean", "Regression to the mean", "Unusual values tend to be followed by more usual ones.", [
    "regression to the mean"
  ]),
  term("reliability", "Reliability", "How far a measure would give the same value again if nothing had changed.", [
    "reliability",
    "reliable"
  ]),
  term("rwg", "rwg", "Agreement within a group, compared with answers spread evenly over the scale."),
  term(
    "simple-comparison",
    "Simple comparison",
    "All rows put together, without regard to how groups or years differ.",
    ["simple comparison", "simple comparisons"]
  ),
  term("standard-deviation", "Standard deviation (sd)", "The typical distance from the average (root mean square).", [
    "standard deviation",
    "standard deviations"
  ]),
  term(
    "standard-error",
    "Standard error",
    "The typical distance of an estimate from the true value over repeated studies.",
    ["standard error", "standard errors"]
  ),
  term(
    "banding",
    "Steps",
    "Shares are published in steps, such as 10 points, so that nobody can be recognised in them.",
    ["in steps of", "steps of"]
  ),
  term("unit-year", "Unit-year", "One unit in one year: a department-year, a firm-year or a state-year.", [
    "department-years",
    "department-year",
    "firm-years",
    "state-years",
    "school-years"
  ]),
  term(
    "wild-bootstrap",
    "Wild bootstrap",
    "A test that flips the signs of groups' errors at random, for studies with few groups.",
    ["wild bootstrap", "wild cluster bootstrap"]
  ),
  term("withheld", "Withheld", "Not shown, to protect people. It is neither missing nor zero.", ["withheld"])
];
