import {personNoun} from "../words/studyNouns.js";
import {say} from "../words/say.js";

/** What is known of a measure that a finding speaks of: how to call it, and how to print a difference in it. */
export interface MeasureDescription {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: "higher" | "lower";
  readonly role: "outcome" | "negative control" | "exposure" | "context";
  /** what its values are, where the unit does not say it */
  readonly about?: string;
}

const always = (currency: string): MeasureDescription[] => [
  {name: "participation", label: say("participation"), unit: "share", direction: "higher", role: "exposure"},
  {name: "stock", label: say("share who ever completed"), unit: "share", direction: "higher", role: "exposure"},
  {
    name: "dose",
    label: say("sessions attended per {0}", personNoun().one),
    unit: "programmes",
    direction: "higher",
    role: "exposure"
  },
  {name: "margin", label: say("profit margin"), unit: "share", direction: "higher", role: "outcome"},
  {name: "profit", label: say("profit"), unit: currency, direction: "higher", role: "outcome"},
  {name: "profit_per_head", label: say("profit per head"), unit: currency, direction: "higher", role: "outcome"},
  {name: "revenue", label: say("revenue"), unit: currency, direction: "higher", role: "outcome"},
  {name: "headcount", label: say("employees"), unit: "people", direction: "higher", role: "context"},
  {
    name: "managers",
    label: say("number of {0}", personNoun().many),
    unit: "people",
    direction: "higher",
    role: "context"
  },
  {name: "comparator", label: say("sector"), unit: "index", direction: "higher", role: "context"}
];

/** Every measure of a study by name: those that Longview derives, and the study's own. */
export function describeMeasures(
  declared: readonly MeasureDescription[],
  currency: string
): ReadonlyMap<string, MeasureDescription> {
  return new Map([...always(currency), ...declared].map((measure) => [measure.name, measure]));
}

/** The measure's description; one that nobody described goes by its name. */
export function measureNamed(measures: ReadonlyMap<string, MeasureDescription>, name: string): MeasureDescription {
  const label = name.replaceAll("_", " ");
  return measures.get(name) ?? {name, label, unit: "", direction: "higher", role: "context"};
}
