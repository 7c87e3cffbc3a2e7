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
  readonly label: string;
  readonly purpose: boolean;
  readonly control: boolean;
}

export interface SimulatedItem {
  readonly id: string;
  readonly measure: string;
  readonly wording: string;
  readonly version: number;
  readonly reversed: boolean;
}

const scales: readonly (SimulatedMeasure & {readonly wordings: readonly string[]})[] = [
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
    {label: "cross-functional communication", purpose: true}
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

/** The item that was put in other words at some point, and the words since. */
export const reworded = {
  id: "autonomy_2",
  since: {id: "autonomy_2b", wording: "When I have an idea, somebody takes it up."}
};

export const surveyMeasures: readonly SimulatedMeasure[] = scales;

/** Three items a measure, the third of each reversed; one item stands twice, in its first wording and its second. */
export const surveyItems: readonly SimulatedItem[] = scales.flatMap(({name, wordings}) =>
  wordings.flatMap((wording, i) => {
    const item = {id: `${name}_${i + 1}`, measure: name, wording, version: 1, reversed: i === 2};
    return item.id === reworded.id ? [item, {...item, ...reworded.since, version: 2}] : [item];
  })
);

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

const japanese: Readonly<Record<string, string>> = {
  "Public Systems": "公共システム",
  "Finance Systems": "金融システム",
  "Retail Systems": "流通システム",
  "Medical Systems": "医療システム",
  "Network Systems": "ネットワーク",
  "Regional Systems": "地域システム",
  "Security Solutions": "セキュリティ",
  "Cloud Solutions": "クラウド",
  "Office Solutions": "オフィス",
  "Education Solutions": "文教ソリューション",
  "Support Solutions": "サポート",
  "Data Solutions": "データ活用"
};

/** "Public Systems 2" as the personnel department writes it: 公共システム第2部. */
export function japaneseDepartment(name: string): string {
  const [, sector = "", number = ""] = /^(.*) (\d+)$/.exec(name) ?? [];
  return `${japanese[sector] ?? sector}第${number}部`;
}

/** The nth department's name within its line. */
export function departmentName(line: (typeof lines)[number], nth: number): string {
  const names = sectors[line];
  return `${names[nth % names.length]} ${Math.floor(nth / names.length) + 1}`;
}

function measure(
  name: string,
  wordings: readonly string[],
  {
    label = name.replaceAll("_", " "),
    purpose = false,
    control = false
  }: {label?: string; purpose?: boolean; control?: boolean} = {}
): SimulatedMeasure & {wordings: readonly string[]} {
  return {name, label, purpose, control, wordings};
}
