import {balance} from "../../components/figures/balance.js";
import {bandPlot} from "../../components/figures/bandPlot.js";
import {dataTable} from "../../components/parts/dataTable.js";
import {eventStudy} from "../../components/figures/eventStudy.js";
import {likert} from "../../components/figures/likert.js";
import {capital} from "../../evidence/format.js";
import type {ReleasedRow} from "../../released/table.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {exhibit} from "../../components/parts/exhibit.js";
import type {ManagersDerived} from "./derive.js";
import type {FindingInput, FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";
import {figures} from "./figures.js";
import {ratedScales} from "../ratedScales.js";
import {named} from "../../words/language.js";
import {say} from "../../words/say.js";

export const managersPage: FindingPage<ManagersDerived> = {
  lead: standing,
  small: ({finding}, options) => smallForest(finding, options),
  exhibits(input) {
    const {document, context} = input;
    const {many} = context.person;
    return {
      events: exhibit(
        document,
        {
          text: figures.events.text(many)
        },
        events(input)
      ),
      shifts: exhibit(
        document,
        {
          text: figures.shifts.text(many, kindsIn(input))
        },
        shifts(input)
      ),
      balance: exhibit(
        document,
        {
          heading: figures.balance.heading,
          text: figures.balance.text(many)
        },
        likeness(input)
      ),
      flow: exhibit(document, {text: figures.flow.text(many)}, flow(input))
    };
  }
};

const eventColumns = {
  time: {
    name: "years",
    get label() {
      return figures.events.years;
    },
    digits: 0
  },
  estimate: {
    name: "estimate",
    get label() {
      return figures.events.difference;
    },
    unit: "standard deviations",
    digits: 2
  },
  low: {
    name: "low",
    get label() {
      return say("from");
    },
    digits: 2
  },
  high: {
    name: "high",
    get label() {
      return say("to");
    },
    digits: 2
  },
  uniformLow: {
    name: "uniform_low",
    get label() {
      return say("band from");
    },
    digits: 2
  },
  uniformHigh: {
    name: "uniform_high",
    get label() {
      return say("band to");
    },
    digits: 2
  }
};

function events(input: FindingInput): Element | null {
  const rows = input.tables.get("rating_effects")?.rows ?? [];
  const after = rows.filter((row) => Number(row.years) >= 0);
  if (after.length === 0) return null;
  const clear = after.filter((row) => Number(row.low) > 0 || Number(row.high) < 0).length;
  const title = figures.events.title(clear, after.length);
  return eventStudy(
    rows,
    eventColumns,
    figureOptions(input, "managers-events", title, {
      subtitle: figures.events.subtitle
    })
  );
}

/** The way that regression to the mean alone would go, the same as was gone until the eve of the start, and the way gone. */
function standing(input: FindingInput<ManagersDerived>): Element | null {
  const rows = input.derived.standing.map((row): ReleasedRow => ({
    ...row,
    expected: Number(row.years_from_start) < 0 ? (row.mean ?? null) : (row.expected ?? null)
  }));
  if (!rows.some((row) => typeof row.mean === "number")) return null;
  const later = rows.find((row) => row.years_from_start === 1);
  const title =
    typeof later?.mean === "number" && typeof later.expected === "number"
      ? figures.standing.title(later.mean, later.expected)
      : figures.standing.plainTitle;
  const band = {low: figures.standing.from, high: figures.standing.to};
  return bandPlot(
    rows,
    {
      time: {name: "years_from_start", label: figures.standing.years, digits: 0},
      bands: [
        {
          value: {
            name: "expected",
            label: figures.standing.expected,
            unit: "standard deviations",
            role: "reference",
            digits: 2
          },
          low: {name: "expected", label: band.low, digits: 2},
          high: {name: "expected", label: band.high, digits: 2}
        },
        {
          value: {name: "mean", label: figures.standing.rated, unit: "standard deviations", role: "outcome", digits: 2},
          low: {name: "low", label: band.low, digits: 2},
          high: {name: "high", label: band.high, digits: 2}
        }
      ]
    },
    figureOptions(input, "managers-lead", title, {
      subtitle: figures.standing.subtitle(input.context.person.many),
      note: figures.standing.note
    })
  );
}

/** Kinds of rating scales: relative, absolute or both. */
const kindsIn = ({tables}: FindingInput): string[] => [
  ...new Set((tables.get("rating_shifts")?.rows ?? []).map(({kind}) => String(kind)))
];

/** Shares rated lower, the same and higher, by scale, of those who took part and of their like. */
function shifts(input: FindingInput): Element | null {
  const table = input.tables.get("rating_shifts")?.rows ?? [];
  const several = kindsIn(input).length > 1;
  const kindOf = (kind: string): string | null => (several ? kind : null);
  const rows = table.map((row): ReleasedRow => ({
    ...row,
    name: figures.shifts.scale(row.started === 1 ? figures.shifts.took : figures.shifts.alike, kindOf(String(row.kind)))
  }));
  const rated = ratedScales(input.tables).map(({kind, up, alike}) =>
    figures.shifts.rated(kindOf(kind), up, alike, input.context.person.many)
  );
  if (rated.length === 0) return null;
  return likert(
    rows,
    {
      item: {name: "name", label: figures.shifts.group},
      answers: [
        {name: "down", label: figures.shifts.lower},
        {name: "same", label: figures.shifts.same},
        {name: "up", label: figures.shifts.higher}
      ]
    },
    figureOptions(input, "managers-shifts", figures.shifts.title(rated), {
      subtitle: figures.shifts.subtitle
    })
  );
}

/** a difference under the first is as good as none, one over the second asks for adjustment (What Works Clearinghouse 2022) */
const marks = [0.05, 0.25] as const;

/** The line of business that the table calls the first: the first by name. */
function firstLine({tables}: FindingInput): string | undefined {
  const lines = (tables.get("department_years")?.rows ?? []).flatMap(({division}) =>
    typeof division === "string" ? [division] : []
  );
  return [...new Set(lines)].toSorted()[0];
}

function likeness(input: FindingInput): Element | null {
  const {unit, person} = input.context;
  const line = firstLine(input);
  const rows = (input.tables.get("manager_balance")?.rows ?? []).map((row) => ({
    ...row,
    name:
      row.covariate === "first_line" && line !== undefined
        ? figures.balance.inLine(named(line))
        : (figures.balance.characteristics[String(row.covariate)] ?? figures.balance.size(person.many, unit.one))
  }));
  const known = rows.flatMap(({before}: ReleasedRow) => (typeof before === "number" ? [Math.abs(before)] : []));
  if (known.length === 0) return null;
  const far = known.filter((size) => size > marks[1]).length;
  return balance(
    rows,
    {
      covariate: {name: "name", label: figures.balance.characteristic},
      before: {name: "before", label: figures.balance.year, digits: 2},
      after: {name: "after", label: figures.balance.rating, digits: 2}
    },
    {
      small: marks[0],
      large: marks[1],
      ...figureOptions(input, "managers-balance", figures.balance.title(far, known.length, marks[1]), {
        subtitle: figures.balance.subtitle
      })
    }
  );
}

function flow(input: FindingInput): Element | null {
  const {many} = input.context.person;
  const alike = input.plan.outcome.name === "z_after";
  const stages = figures.flow.stages(alike ? "alike" : "absorbed");
  const rows = (input.tables.get("manager_flow")?.rows ?? []).map((row) => ({
    ...row,
    step: stages[String(row.stage)] ?? String(row.stage)
  }));
  if (rows.length === 0) return null;
  return dataTable(
    rows,
    [
      {name: "step", label: figures.flow.step},
      {name: "managers", label: capital(many), digits: 0}
    ],
    {caption: figures.flow.caption(many), document: input.document}
  );
}
