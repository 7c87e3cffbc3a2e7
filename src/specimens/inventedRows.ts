/** Rows that say nothing about any organisation, the same whenever they are made. */
import {random} from "../stats/random.js";

export const years = Array.from({length: 9}, (_, i) => 2013 + i);
export const departments = ["Sales, east", "Sales, west", "Development", "Operations", "Finance", "People", "Legal"];
const dice = random(6).stream("specimens");
export const near = (middle: number, size: number): number => Math.round(1e4 * (middle + size * dice.normal())) / 1e4;
export const year = {name: "year", label: "Year", digits: 0};
export const department = {name: "department", label: "Department"};

export const trending = years.map((at, i) => ({
  year: at,
  participation: near(0.06 * i + 0.05, 0.02),
  outcome: near(3.1 + 0.07 * i, 0.06),
  low: 0,
  high: 0
}));
export const banded = trending.map((row) => ({...row, low: row.outcome - 0.14, high: row.outcome + 0.14}));
export const shares = trending.map(({year: at, participation: took}, i) => ({
  year: at,
  took,
  asked: near(0.42 + 0.02 * i, 0.03)
}));
export const panel = departments.flatMap((name, k) =>
  years.map((at, i) => ({
    department: name,
    year: at,
    share: Math.max(0, near(0.04 * i + 0.03 * k, 0.03)),
    engagement: near(3 + 0.05 * i + 0.08 * k, 0.1),
    n: Math.round(30 + 20 * k + 4 * i + 5 * dice.uniform())
  }))
);
export const groups = departments.map((name, k) => {
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
export const questions = [
  "I can say what I think",
  "My work has a purpose",
  "I am trusted to decide",
  "We learn from what fails",
  "I would recommend us"
].map((question, i) => {
  const [never, seldom, neutral, often] = [0.04 + 0.03 * i, 0.1 + 0.03 * i, 0.22 - 0.01 * i, 0.38 - 0.03 * i];
  return {question, never, seldom, neutral, often, always: 1 - never - seldom - neutral - often};
});
export const answers = [
  {name: "never", label: "Not at all", digits: 2},
  {name: "seldom", label: "Hardly", digits: 2},
  {name: "neutral", label: "Neither", digits: 2},
  {name: "often", label: "Rather", digits: 2},
  {name: "always", label: "Wholly", digits: 2}
];
export const characteristics = [
  ["Age", 0.42, 0.06],
  ["Years in the company", 0.31, 0.04],
  ["Rated above the middle", -0.24, -0.12],
  ["Woman", 0.15, 0.02],
  ["In the capital", 0.08, -0.03],
  ["Manager", -0.05, 0.01]
].map(([covariate = "", before = 0, after = 0]) => ({covariate, before, after}));
export const grades = ["Low", "Middle", "High"];
export const moves = grades.flatMap((from, i) =>
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
export const shifts = Array.from({length: 9}, (_, i) => i - 4).map((lag) => ({
  lag,
  r: near(0.72 * Math.exp(-((lag - 1) ** 2) / 5), 0.06),
  low: -0.48 - 0.02 * Math.abs(lag),
  high: 0.48 + 0.02 * Math.abs(lag)
}));
export const specifications = ["All years", "Without 2020"].flatMap((sample, i) =>
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
export const plane = Array.from({length: 25}, (_, i) => i / 60).flatMap((treatment) =>
  Array.from({length: 25}, (_, i) => i / 60).map((outcome) => ({
    treatment,
    outcome,
    left: 0.3 - 1.6 * Math.sqrt((treatment * outcome) / (1 - treatment))
  }))
);
export const piles = Array.from({length: 33}, (_, i) => (i - 16) / 25).map((value) => ({
  value,
  draws: Math.round(1999 * 0.04 * 1.99 * Math.exp(-((value / 0.2) ** 2) / 2))
}));
export const effects = Array.from({length: 8}, (_, i) => i - 3).map((at) => {
  const estimate = near(at < 0 ? 0 : 0.08 * (at + 1), 0.03);
  return {at, estimate, low: estimate - 0.12, high: estimate + 0.12, lowest: estimate - 0.18, highest: estimate + 0.18};
});
export const without = [
  ...departments.map((name) => ({strip: "Without one department", name})),
  ...years.map((at) => ({strip: "Without one year", name: String(at)}))
].map((row, i) => ({...row, estimate: 0.14 + 0.02 * ((i * 7) % 5) - 0.04}));
export const compared = [
  {label: "All departments, as they are", naive: true, control: false, estimate: 0.46, half: 0.12},
  {label: "Within departments, year by year", naive: false, control: false, estimate: 0.14, half: 0.19},
  {label: "Departments that began in the same year", naive: false, control: false, estimate: 0.09, half: 0.24},
  {label: "Commuting time, which no session can change", naive: false, control: true, estimate: 0.11, half: 0.15}
].map(({half, ...row}) => ({...row, low: row.estimate - half, high: row.estimate + half}));

export const participation = {name: "participation", label: "Participation", digits: 2};
export const outcome = {name: "outcome", label: "Engagement", unit: "points", digits: 2};

export const shared = {
  x: {name: "share", label: "Participation", digits: 2},
  y: {name: "engagement", label: "Engagement", unit: "points", digits: 2}
};
export const [from, to] = [
  {name: "low", label: "from", digits: 2},
  {name: "high", label: "to", digits: 2}
];
export const events = [
  {at: 2015, label: "crisis"},
  {at: 2017.5, label: "new scale"}
];
