import {element} from "../../../src/components/parts/element.js";
import {htmlMark, type Marks} from "../../../src/components/parts/mark.js";
import {percent} from "../../../src/evidence/format.js";
import type {FindingId} from "../../../src/findings/registry.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {overviewPanels, type OverviewInput, type OverviewPanel} from "../../../src/overview/overviewSeries.js";
import {overviewSheet, type OverviewWords} from "../../../src/overview/overviewSheet.js";
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import {named} from "../../../src/words/language.js";
import {say} from "../../../src/words/say.js";
import type {MarkInput} from "./markInput.js";

const width = 760;
const findingOf: Readonly<Record<OverviewPanel["id"], FindingId>> = {
  participation: "departments",
  accounts: "organisation",
  sessions: "sessions",
  ratings: "managers",
  survey: "engagement"
};

/** The overview's sheet, drawn as it is read without JavaScript and on paper. */
export function overviewMarks({release, context, tables, document}: MarkInput): Marks {
  const {programmeYears, words: called} = release.study;
  const purpose = (context.purpose?.measures ?? []).flatMap((name) => context.measures.get(name) ?? []);
  const input: OverviewInput = {tables, programmeYears, person: called.person, purpose};
  const panels = overviewPanels(input);
  const years = panels.flatMap(({axis, series}) =>
    axis === "years" ? series.flatMap(({points}) => points.map(([year]) => year)) : []
  );
  if (years.length === 0)
    return {
      "overview.sheet": htmlMark(
        element(document, "p", {}, say("No measure has two years or more, so there is nothing to draw."))
      )
    };
  const events = ((tables.get("events") as ReleasedTable | undefined)?.rows ?? []).flatMap(
    ({fiscal_year: year, label}) =>
      typeof year === "number" && typeof label === "string" ? [{year, label: named(label)}] : []
  );
  const frame = {
    years: [leastOf(years), greatestOf(years)] as const,
    programmeYears,
    events: eventsByYear(events),
    width,
    document
  };
  return {"overview.sheet": htmlMark(overviewSheet(panels, wordsFor({release, tables}, panels), frame))};
}

/** Events of one year share a rule. */
function eventsByYear(events: readonly {year: number; label: string}[]): {year: number; label: string}[] {
  const byYear = new Map<number, string[]>();
  for (const {year, label} of events) byYear.set(year, [...(byYear.get(year) ?? []), label]);
  return Array.from(byYear, ([year, labels]) => ({year, label: labels.join("; ")})).toSorted((a, b) => a.year - b.year);
}

function wordsFor(
  {release, tables}: Pick<MarkInput, "release" | "tables">,
  panels: readonly OverviewPanel[]
): Partial<Record<OverviewPanel["id"], OverviewWords>> {
  const {findings} = release.findings.value;
  const modules = [...tables].find(([, table]) =>
    ((table as Partial<ReleasedTable>).rows ?? []).some((row) => "module_id" in row)
  )?.[0];
  const explore: Readonly<Record<OverviewPanel["id"], string | undefined>> = {
    participation: "table=department_years",
    accounts: "table=organisation_years",
    sessions: modules === undefined ? undefined : `table=${modules}`,
    ratings: "table=rating_years",
    survey: "table=department_years&view=all"
  };
  return Object.fromEntries(
    panels.map((one) => {
      const finding = findings.find(({id}) => id === findingOf[one.id]);
      const sentence =
        one.id === "participation" ? takeUp(one, release.study.words.person.many) : (finding?.title ?? one.subtitle);
      const query = explore[one.id];
      return [
        one.id,
        {
          sentence: closed(sentence),
          finding: finding && `findings/${finding.id}.html`,
          explore: query && `explore.html?${query}`
        }
      ];
    })
  );
}

function takeUp({series}: OverviewPanel, persons: string): string {
  const points = series[0]?.points.filter(([, value]) => value > 0) ?? [];
  const [start, end] = [points[0], points.at(-1)];
  return start && end
    ? say(
        "In {0}, {1} of {2} took part; in {3}, {4}",
        String(start[0]),
        percent(start[1]),
        named(persons),
        String(end[0]),
        percent(end[1])
      )
    : "";
}

function closed(sentence: string): string {
  return sentence === "" || /[.。]$/.test(sentence) ? sentence : say("{0}.", sentence);
}
