import {dataTable} from "../../../components/parts/dataTable.js";
import {capital, decimal, interval} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import {exposureStep} from "../../../evidence/exposureStep.js";
import type {ReleasedRow} from "../../../released/table.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {leastOf} from "../../../stats/description/leastOf.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

/** Reliability and agreement by measure; and what became of measures of which an item was put in other words. */
export function scalesTable({tables, context, plan, document}: FindingInput): Mark {
  const step = exposureStep(plan, context);
  const scales = tables.get("survey_scales")?.rows ?? [];
  if (scales.length === 0) return htmlMark();
  const label = (row: ReleasedRow): string => capital(measureNamed(context.measures, String(row.measure)).label);
  const forms = (row: ReleasedRow): number => scales.filter(({measure}) => measure === row.measure).length;
  const two = (value: unknown): string => (typeof value === "number" ? decimal(value) : "");
  const rows = scales.map((row) => ({
    measure: forms(row) > 1 ? say("{0}, {1} to {2}", label(row), String(row.since), String(row.until)) : label(row),
    items: row.items ?? null,
    respondents: row.respondents ?? null,
    alpha:
      typeof row.alpha_low === "number"
        ? `${two(row.alpha)} (${interval(row.alpha_low, Number(row.alpha_high), 2)})`
        : "",
    omega: two(row.omega),
    rwgj: two(row.rwgj),
    icc1: two(row.icc1),
    icc2: two(row.icc2)
  }));
  const changed = (tables.get("survey_wording")?.rows ?? []).map((row) =>
    figures.scales.changed(
      label(row).toLowerCase(),
      String(row.since),
      typeof row.estimate === "number"
        ? {estimate: step * row.estimate, low: step * Number(row.low), high: step * Number(row.high)}
        : null
    )
  );
  return exhibit(
    document,
    {
      heading: figures.scales.heading,
      level: "h3",
      text: figures.scales.text(context.unit, leastOf(scales.map(({respondents}) => Number(respondents))), changed)
    },
    dataTable(rows, columns, {caption: figures.scales.caption, document})
  );
}

const columns = [
  {
    name: "measure",
    get label() {
      return say("Measure");
    }
  },
  {
    name: "items",
    get label() {
      return say("Items");
    },
    digits: 0
  },
  {
    name: "respondents",
    get label() {
      return say("Complete answers");
    },
    digits: 0
  },
  {
    name: "alpha",
    get label() {
      return say("Alpha (95 % interval)");
    }
  },
  {
    name: "omega",
    get label() {
      return say("Omega");
    }
  },
  {name: "rwgj", label: "rwg(j)"},
  {name: "icc1", label: "ICC(1)"},
  {name: "icc2", label: "ICC(2)"}
];
