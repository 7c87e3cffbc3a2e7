/**
 * Every kind of figure in each of its states, on rows that are invented. The style page shows them; the tests keep their
 * drawings.
 */
import {balance} from "../../src/components/figures/balance.js";
import {bandPlot} from "../../src/components/figures/bandPlot.js";
import type {Row} from "../../src/components/parts/column.js";
import {connectedScatter} from "../../src/components/figures/connectedScatter.js";
import {contour} from "../../src/components/figures/contour.js";
import {coverage} from "../../src/components/figures/coverage.js";
import {eventStudy} from "../../src/components/figures/eventStudy.js";
import type {FigureOptions} from "../../src/components/parts/figure.js";
import {fitLine} from "../../src/components/parts/fitLine.js";
import type {ForestRow} from "../../src/components/figures/forest.js";
import {forest} from "../../src/components/figures/forest.js";
import {guardFigure} from "../../src/components/parts/guardFigure.js";
import {heatmap} from "../../src/components/figures/heatmap.js";
import {leadLag} from "../../src/components/figures/leadLag.js";
import {lenses} from "../../src/components/figures/lenses.js";
import {likert} from "../../src/components/figures/likert.js";
import {nullDistribution} from "../../src/components/figures/nullDistribution.js";
import {nullRows} from "../../src/components/figures/nullRows.js";
import {scatter} from "../../src/components/figures/scatter.js";
import {series} from "../../src/components/figures/series.js";
import {shrinkage} from "../../src/components/figures/shrinkage.js";
import {slopes} from "../../src/components/figures/slopes.js";
import {specificationCurve} from "../../src/components/figures/specificationCurve.js";
import {strips} from "../../src/components/figures/strips.js";
import {transitions} from "../../src/components/figures/transitions.js";
import {isSuppressed} from "../../src/released/cell.js";
import {random} from "../../src/stats/random.js";

export const states = ["normal", "few", "withheld", "empty", "japanese", "error"] as const;

export type State = (typeof states)[number];

export interface Specimen {
  readonly kind: string;
  readonly name: string;
  /** what its title says of the invented rows */
  readonly title: string;
  readonly rows: readonly Row[];
  /** rows of the state with few data */
  readonly few: number;
  /** the column that loses cells where some are withheld and missing */
  readonly loses?: string;
  /** the column of names, where names may be long */
  readonly names?: string;
  /** what it loses, where that is no cell of a column here and there */
  readonly lose?: (row: Row) => Row;
  readonly draw: (rows: readonly Row[], options: FigureOptions, state: State) => HTMLElement;
}

/** The specimen drawn in a state, or null where it has none such. */
export function drawSpecimen(specimen: Specimen, state: State, options: FigureOptions): HTMLElement | null {
  const {rows, few, loses, lose, names, draw} = specimen;
  if ((state === "withheld" && !loses && !lose) || (state === "japanese" && !names)) return null;
  const inState: Readonly<Record<State, () => readonly Row[]>> = {
    normal: () => rows,
    few: () => rows.slice(0, few),
    withheld: () => rows.map((row, i) => lose?.(row) ?? {...row, ...lost(i, loses ?? "")}),
    empty: () => [],
    japanese: () => renamed(rows, names ?? ""),
    error: () => rows.map(() => ({unrelated: 1}))
  };
  return guardFigure(() => draw(inState[state](), options, state), options);
}

function lost(index: number, column: string): Row {
  if (index % 5 === 2) return {[column]: {suppressed: "fewer than 10"}};
  return index % 7 === 3 ? {[column]: null} : {};
}

function renamed(rows: readonly Row[], column: string): Row[] {
  const long = [
    "グローバルソリューションビジネスグループ第二営業本部",
    "サステナビリティ推進室",
    "デジタルインフラサービス統括部運用改善グループ",
    "経営企画",
    "東日本公共システム開発事業本部"
  ];
  const names = [...new Set(rows.map((row) => row[column]))];
  const nameOf = (cell: Row[string]): string => {
    const at = names.indexOf(cell);
    return at < long.length ? (long[at] ?? "") : `${long[at % long.length]} ${Math.floor(at / long.length) + 1}`;
  };
  return rows.map((row) => ({...row, [column]: nameOf(row[column])}));
}

const years = Array.from({length: 9}, (_, i) => 2013 + i);
const departments = ["Sales, east", "Sales, west", "Development", "Operations", "Finance", "People", "Legal"];
const dice = random(6).stream("specimens");
const near = (middle: number, size: number): number => Math.round(1e4 * (middle + size * dice.normal())) / 1e4;
const year = {name: "year", label: "Year", digits: 0};
const department = {name: "department", label: "Department"};

const trending = years.map((at, i) => ({
  year: at,
  participation: near(0.06 * i + 0.05, 0.02),
  outcome: near(3.1 + 0.07 * i, 0.06),
  low: 0,
  high: 0
}));
const banded = trending.map((row) => ({...row, low: row.outcome - 0.14, high: row.outcome + 0.14}));
const shares = trending.map(({year: at, participation: took}, i) => ({
  year: at,
  took,
  asked: near(0.42 + 0.02 * i, 0.03)
}));
const panel = departments.flatMap((name, k) =>
  years.map((at, i) => ({
    department: name,
    year: at,
    share: Math.max(0, near(0.04 * i + 0.03 * k, 0.03)),
    engagement: near(3 + 0.05 * i + 0.08 * k, 0.1),
    n: Math.round(30 + 20 * k + 4 * i + 5 * dice.uniform())
  }))
);
const groups = departments.map((name, k) => {
  const [n, raw] = [12 + 18 * k, near(3.4, 0.35)];
  const shrunken = 3.4 + ((raw - 3.4) * n) / (n + 30);
  return {
    department: name,
    n,
    raw,
    shrunken,
    low: shrunken - 1.1 / Math.sqrt(n + 30),
    high: shrunken + 1.1 / Math.sqrt(n + 30)
  };
});
const questions = [
  "I can say what I think",
  "My work has a purpose",
  "I am trusted to decide",
  "We learn from what fails",
  "I would recommend us"
].map((question, i) => {
  const [never, seldom, neutral, often] = [0.04 + 0.03 * i, 0.1 + 0.03 * i, 0.22 - 0.01 * i, 0.38 - 0.03 * i];
  return {question, never, seldom, neutral, often, always: 1 - never - seldom - neutral - often};
});
const answers = [
  {name: "never", label: "Not at all", digits: 2},
  {name: "seldom", label: "Hardly", digits: 2},
  {name: "neutral", label: "Neither", digits: 2},
  {name: "often", label: "Rather", digits: 2},
  {name: "always", label: "Wholly", digits: 2}
];
const characteristics = [
  ["Age", 0.42, 0.06],
  ["Years in the company", 0.31, 0.04],
  ["Rated above the middle", -0.24, -0.12],
  ["Woman", 0.15, 0.02],
  ["In the capital", 0.08, -0.03],
  ["Manager", -0.05, 0.01]
].map(([covariate = "", before = 0, after = 0]) => ({covariate, before, after}));
const grades = ["Low", "Middle", "High"];
const moves = grades.flatMap((from, i) =>
  grades.map((to, k) => ({
    from,
    to,
    share:
      [
        [0.58, 0.34, 0.08],
        [0.17, 0.6, 0.23],
        [0.05, 0.29, 0.66]
      ][i]?.[k] ?? 0,
    n: 40 + 10 * i
  }))
);
const shifts = Array.from({length: 9}, (_, i) => i - 4).map((lag) => ({
  lag,
  r: near(0.72 * Math.exp(-((lag - 1) ** 2) / 5), 0.06),
  low: -0.48 - 0.02 * Math.abs(lag),
  high: 0.48 + 0.02 * Math.abs(lag)
}));
const specifications = ["All years", "Without 2020"].flatMap((sample, i) =>
  ["None", "Size", "Size and year"].flatMap((controls, k) =>
    ["By unit", "By year", "Bootstrap"].map((errors, j) => {
      const estimate = near(0.32 - 0.13 * k - 0.03 * i, 0.02);
      const half = 0.12 + 0.05 * j;
      return {
        estimate,
        low: estimate - half,
        high: estimate + half,
        sample,
        controls,
        errors,
        planned: i === 0 && k === 2 && j === 0
      };
    })
  )
);
const plane = Array.from({length: 25}, (_, i) => i / 60).flatMap((treatment) =>
  Array.from({length: 25}, (_, i) => i / 60).map((outcome) => ({
    treatment,
    outcome,
    left: 0.3 - 1.6 * Math.sqrt((treatment * outcome) / (1 - treatment))
  }))
);
const piles = Array.from({length: 33}, (_, i) => (i - 16) / 25).map((value) => ({
  value,
  draws: Math.round(1999 * 0.04 * 1.99 * Math.exp(-((value / 0.2) ** 2) / 2))
}));
const effects = Array.from({length: 8}, (_, i) => i - 3).map((at) => {
  const estimate = near(at < 0 ? 0 : 0.08 * (at + 1), 0.03);
  return {at, estimate, low: estimate - 0.12, high: estimate + 0.12, lowest: estimate - 0.18, highest: estimate + 0.18};
});
const without = [
  ...departments.map((name) => ({strip: "Without one department", name})),
  ...years.map((at) => ({strip: "Without one year", name: String(at)}))
].map((row, i) => ({...row, estimate: 0.14 + 0.02 * ((i * 7) % 5) - 0.04}));
const compared = [
  {label: "All departments, as they are", naive: true, control: false, estimate: 0.46, half: 0.12},
  {label: "Within departments, year by year", naive: false, control: false, estimate: 0.14, half: 0.19},
  {label: "Departments that began in the same year", naive: false, control: false, estimate: 0.09, half: 0.24},
  {label: "Commuting time, which no session can change", naive: false, control: true, estimate: 0.11, half: 0.15}
].map(({half, ...row}) => ({...row, low: row.estimate - half, high: row.estimate + half}));

const participation = {name: "participation", label: "Participation", digits: 2};
const outcome = {name: "outcome", label: "Engagement", unit: "points", digits: 2};

const shared = {
  x: {name: "share", label: "Participation", digits: 2},
  y: {name: "engagement", label: "Engagement", unit: "points", digits: 2}
};
const [from, to] = [
  {name: "low", label: "from", digits: 2},
  {name: "high", label: "to", digits: 2}
];
const events = [
  {at: 2015, label: "crisis"},
  {at: 2017.5, label: "new scale"}
];

export const specimens: readonly Specimen[] = [
  {
    kind: "forest",
    name: "Forest",
    title: "The difference shrinks once departments are compared with themselves",
    rows: compared,
    few: 1,
    loses: "estimate",
    names: "label",
    draw: (rows, options) =>
      forest(
        rows.map((row): ForestRow => {
          const {estimate = null} = row;
          if (!("estimate" in row)) throw new RangeError("missing column: estimate; the rows have unrelated");
          return {
            label: String(row.label),
            naive: row.naive === true,
            control: row.control === true,
            estimate: typeof estimate === "number" || isSuppressed(estimate) ? estimate : null,
            low: Number(row.low),
            high: Number(row.high),
            unit: "points",
            df: 62,
            p: null,
            n: 63,
            rows: "department-years",
            note: "invented"
          };
        }),
        options
      )
  },
  {
    kind: "scatter",
    name: "Scatter",
    title: "Departments that take part more are more engaged",
    rows: panel,
    few: 3,
    loses: "engagement",
    names: "department",
    draw: (rows, options) =>
      scatter(rows, shared, {
        unit: department,
        order: year,
        fits: [fitLine(rows, shared, {unit: department}), fitLine(rows, shared, {unit: department, within: true})],
        height: 300,
        ...options
      })
  },
  {
    kind: "slopes",
    name: "Two slopes",
    title: "Departments differ by more than any of them changes",
    rows: panel,
    few: 3,
    loses: "engagement",
    names: "department",
    draw: (rows, options) =>
      slopes(
        rows,
        {
          x: {name: "share", label: "Participation", digits: 2},
          y: {name: "engagement", label: "Engagement", unit: "points", digits: 2},
          unit: department,
          order: year
        },
        {
          between: {label: "between departments +2.1", slope: 2.1},
          within: {label: "each department with itself +1.1", slope: 1.1},
          height: 360,
          ...options
        }
      )
  },
  {
    kind: "strips",
    name: "Left out in turn",
    title: "No department and no year carries the estimate alone",
    rows: without,
    few: 1,
    loses: "estimate",
    names: "name",
    draw: (rows, options) =>
      strips(
        rows,
        {
          strip: {name: "strip", label: "Left out"},
          name: {name: "name", label: "Which"},
          value: {name: "estimate", label: "Estimate", unit: "points", digits: 2}
        },
        {rule: {at: 0.14, label: "all"}, ...options}
      )
  },
  {
    kind: "connected",
    name: "Connected scatter",
    title: "Both rise together, year after year",
    rows: trending,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      connectedScatter(rows, {x: participation, y: outcome, order: year}, {height: 320, ...options})
  },
  {
    kind: "series",
    name: "Annotated series",
    title: "Participation and engagement both rise",
    rows: banded,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      series(
        rows,
        {time: year, columns: [participation, {...outcome, role: "outcome", low: from, high: to}]},
        {events, ...options}
      )
  },
  {
    kind: "together",
    name: "Series together",
    title: "The share that took part came near the share invited",
    rows: shares,
    few: 2,
    loses: "took",
    draw: (rows, options) =>
      series(
        rows,
        {
          time: year,
          columns: [
            {name: "took", label: "took part", role: "participation", digits: 2},
            {name: "asked", label: "invited", role: "reference", digits: 2}
          ]
        },
        {together: true, height: 220, ...options}
      )
  },
  {
    kind: "lenses",
    name: "Trio of lenses",
    title: "What rises together need not move together",
    rows: trending,
    few: 3,
    loses: "outcome",
    draw: (rows, options) => lenses(rows, {time: year, x: participation, y: outcome}, options)
  },
  {
    kind: "band",
    name: "Band",
    title: "Engagement rises by half a point in nine years",
    rows: banded,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      bandPlot(
        rows,
        {
          time: year,
          bands: [
            {
              value: {...outcome, role: "outcome"},
              low: from,
              high: to
            }
          ]
        },
        {events, ...options}
      )
  },
  {
    kind: "event",
    name: "Event study",
    title: "Nothing before the start, a slow rise after it",
    rows: effects,
    few: 2,
    loses: "estimate",
    draw: (rows, options) =>
      eventStudy(
        rows,
        {
          time: {name: "at", label: "Years from the first session", digits: 0},
          estimate: {name: "estimate", label: "Difference", unit: "points", digits: 2},
          low: from,
          high: to,
          uniformLow: {name: "lowest", label: "band from", digits: 2},
          uniformHigh: {name: "highest", label: "band to", digits: 2}
        },
        options
      )
  },
  {
    kind: "likert",
    name: "Diverging answers",
    title: "Most agree; least that they would recommend the company",
    rows: questions,
    few: 1,
    loses: "often",
    names: "question",
    draw: (rows, options) => likert(rows, {item: {name: "question", label: "Question"}, answers}, options)
  },
  {
    kind: "shrinkage",
    name: "Shrinkage dumbbell",
    title: "Small departments' extremes are mostly noise",
    rows: groups,
    few: 1,
    loses: "shrunken",
    names: "department",
    draw: (rows, options) =>
      shrinkage(
        rows,
        {
          label: department,
          n: {name: "n", label: "Persons", digits: 0},
          raw: {name: "raw", label: "Own mean", digits: 2},
          shrunken: {name: "shrunken", label: "Shrunken", unit: "points", digits: 2},
          low: from,
          high: to
        },
        {middle: 3.4, ...options}
      )
  },
  {
    kind: "balance",
    name: "Balance",
    title: "Those who came were older; weighting makes them alike",
    rows: characteristics,
    few: 1,
    loses: "after",
    names: "covariate",
    draw: (rows, options) =>
      balance(
        rows,
        {
          covariate: {name: "covariate", label: "Characteristic"},
          before: {name: "before", label: "As they came", digits: 2},
          after: {name: "after", label: "Weighted", digits: 2}
        },
        options
      )
  },
  {
    kind: "transitions",
    name: "Transitions",
    title: "Two in three keep their standing from one year to the next",
    rows: moves,
    few: 3,
    loses: "share",
    draw: (rows, options) =>
      transitions(
        rows,
        {
          from: {name: "from", label: "Standing before"},
          to: {name: "to", label: "Standing after"},
          share: {name: "share", label: "Share", digits: 2},
          n: {name: "n", label: "Persons", digits: 0}
        },
        options
      )
  },
  {
    kind: "heatmap",
    name: "Heatmap",
    title: "Participation grows in every department",
    rows: panel,
    few: 4,
    loses: "share",
    names: "department",
    draw: (rows, options) =>
      heatmap(rows, {x: year, y: department, value: {name: "share", label: "Participation", digits: 2}}, options)
  },
  {
    kind: "coverage",
    name: "Coverage",
    title: "All departments answered in all years",
    rows: panel,
    few: 4,
    loses: "n",
    names: "department",
    draw: (rows, options) =>
      coverage(rows, {unit: department, time: year, n: {name: "n", label: "Persons", digits: 0}}, options)
  },
  {
    kind: "lead-lag",
    name: "Lead and lag",
    title: "The tie is closest when engagement follows a year later",
    rows: shifts,
    few: 1,
    loses: "r",
    draw: (rows, options) =>
      leadLag(
        rows,
        {
          lag: {name: "lag", label: "Years by which engagement follows", digits: 0},
          r: {name: "r", label: "Correlation", digits: 2},
          nullLow: {name: "low", label: "chance from", digits: 2},
          nullHigh: {name: "high", label: "chance to", digits: 2}
        },
        options
      )
  },
  {
    kind: "specifications",
    name: "Specification curve",
    title: "The more is held equal, the smaller the difference",
    rows: specifications,
    few: 2,
    loses: "estimate",
    names: "controls",
    draw: (rows, options) =>
      specificationCurve(
        rows,
        {
          estimate: {name: "estimate", label: "Difference", unit: "points", digits: 2},
          low: from,
          high: to,
          choices: [
            {name: "sample", label: "Years"},
            {name: "controls", label: "Held equal"},
            {name: "errors", label: "Errors"}
          ],
          planned: {name: "planned", label: "As planned"}
        },
        options
      )
  },
  {
    kind: "contour",
    name: "Contour",
    title: "A cause twice as strong as size would leave nothing",
    rows: plane,
    few: 1,
    lose: (row) =>
      Number(row.treatment) >= 0.3 && Number(row.outcome) >= 0.28
        ? {...row, left: {suppressed: "fewer than 10"}}
        : Number(row.treatment) <= 0.06 && Number(row.outcome) >= 0.32
          ? {...row, left: null}
          : row,
    draw: (rows, options) =>
      contour(
        rows,
        {
          x: {name: "treatment", label: "Variance of participation explained", digits: 2},
          y: {name: "outcome", label: "Variance of engagement explained", digits: 2},
          value: {name: "left", label: "Difference left", unit: "points", digits: 3}
        },
        {
          height: 340,
          benchmarks: [
            {x: 0.07, y: 0.11, label: "size"},
            {x: 0.14, y: 0.22, label: "twice size"}
          ],
          ...options
        }
      )
  },
  {
    kind: "null",
    name: "Null distribution",
    title: "Chance alone seldom gives as much",
    rows: piles,
    few: 20,
    lose: (row) => row,
    draw: (rows, options, state) =>
      nullDistribution(
        rows,
        {
          value: {name: "value", label: "Difference", unit: "points", digits: 2},
          draws: {name: "draws", label: "Draws", digits: 0}
        },
        state === "withheld"
          ? {observed: {suppressed: "fewer than 10"}, ...options}
          : {observed: 0.4, p: 0.041, ...options}
      )
  },
  {
    kind: "null-rows",
    name: "Null distributions, row by row",
    title: "Selection alone would often go as far, chance would not",
    rows: [0, 0.35].flatMap((shift, i) =>
      [1, 3, 9, 17, 24, 17, 9, 3, 1].map((studies, k) => {
        const value = Number((shift + (k - 4) * 0.12).toFixed(2));
        return {group: i === 0 ? "Anyone takes part" : "The better take part", value, studies, far: value > 0.42};
      })
    ),
    few: 3,
    names: "group",
    draw: (rows, options) =>
      nullRows(
        rows,
        {
          group: {name: "group", label: "World"},
          value: {name: "value", label: "Difference", unit: "points", digits: 2},
          count: {name: "studies", label: "Studies", digits: 0},
          far: {name: "far", label: "As far"}
        },
        {
          found: [...new Set(rows.map(({group}) => String(group)))].map((group) => ({
            group,
            value: 0.42,
            words: "+0.42, found"
          })),
          ...options
        }
      )
  }
];
