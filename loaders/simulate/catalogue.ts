/** Names of what is simulated: modules of the programme, items of the survey, departments. */
export interface SimulatedModule {
  readonly title: string;
  readonly mindset: "reflective" | "analytical" | "worldly" | "collaborative" | "action";
}

const byMindset = {
  reflective: [
    "Moments of a week",
    "My path to managing",
    "Listening back",
    "What I avoid",
    "A letter to my team",
    "Looking again at a failure"
  ],
  analytical: [
    "Reading our numbers",
    "Whose problem is it",
    "Decisions under doubt",
    "Simplicity and its cost",
    "Measures that mislead",
    "Rules and exceptions"
  ],
  worldly: [
    "A day at a customer",
    "How others see us",
    "Cultures of two lines",
    "Who is not in the room",
    "Stories from abroad",
    "Our place in the sector"
  ],
  collaborative: [
    "Meetings that work",
    "Disagreeing well",
    "Helping and being helped",
    "Trust between departments",
    "Handing over",
    "Groups and their roles"
  ],
  action: [
    "Small changes",
    "Moving with resistance",
    "An experiment at work",
    "Energy and pace",
    "What came of it",
    "The year ahead"
  ]
} as const;

/** Reflective modules come first, as such programmes tend to begin. */
export const modules: readonly SimulatedModule[] = Object.entries(byMindset).flatMap(([mindset, titles]) =>
  titles.map((title) => ({title, mindset: mindset as SimulatedModule["mindset"]}))
);

export interface SimulatedMeasure {
  readonly name: string;
  readonly purpose: boolean;
  readonly control: boolean;
  readonly wordings: readonly [string, string, string];
}

/** Three items a measure; the third of each is reversed. */
export const surveyMeasures: readonly SimulatedMeasure[] = [
  measure(
    "teamwork",
    ["In my department we help one another.", "We plan our work together.", "Here everybody works alone."],
    {purpose: true}
  ),
  measure(
    "cross_functional_communication",
    [
      "I know whom to ask in other departments.",
      "Other lines tell us in time what they plan.",
      "We learn too late what other lines do."
    ],
    {purpose: true}
  ),
  measure("trust_in_managers", [
    "My manager keeps promises.",
    "My manager listens to me.",
    "I would rather not tell my manager of a mistake."
  ]),
  measure("autonomy", ["I decide how I do my work.", "My ideas are taken up.", "Every step is prescribed to me."]),
  measure("learning", [
    "I learn something new in my work.",
    "There is time to reflect on what we did.",
    "I have stopped learning here."
  ]),
  measure("commitment", [
    "I would recommend working here.",
    "I see myself here in three years.",
    "I often think of leaving."
  ]),
  measure("canteen", ["The canteen is good.", "Lunch is worth its price.", "I avoid the canteen."], {control: true}),
  measure("commuting", ["My way to work is easy.", "I arrive rested.", "Getting to work wears me out."], {
    control: true
  })
];

export const lines = ["Systems integration", "Solutions"] as const;

const sectors = {
  "Systems integration": [
    "Public Systems",
    "Finance Systems",
    "Retail Systems",
    "Medical Systems",
    "Network Systems",
    "Regional Systems"
  ],
  Solutions: [
    "Security Solutions",
    "Cloud Solutions",
    "Office Solutions",
    "Education Solutions",
    "Support Solutions",
    "Data Solutions"
  ]
} as const;

/** The nth department's name within its line. */
export function departmentName(line: (typeof lines)[number], nth: number): string {
  const names = sectors[line];
  return `${names[nth % names.length]} ${Math.floor(nth / names.length) + 1}`;
}

function measure(
  name: string,
  wordings: readonly [string, string, string],
  {purpose = false, control = false}: {purpose?: boolean; control?: boolean} = {}
): SimulatedMeasure {
  return {name, purpose, control, wordings};
}
