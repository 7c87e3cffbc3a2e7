/** What is known of a measure that a finding speaks of: how to call it, and how to print a difference in it. */
export interface MeasureDescription {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: "higher" | "lower";
  readonly role: "outcome" | "negative control" | "exposure" | "context";
}

const always = (currency: string): MeasureDescription[] => [
  {name: "participation", label: "participation", unit: "share", direction: "higher", role: "exposure"},
  {name: "stock", label: "share who ever completed", unit: "share", direction: "higher", role: "exposure"},
  {name: "dose", label: "sessions attended a manager", unit: "programmes", direction: "higher", role: "exposure"},
  {name: "margin", label: "profit margin", unit: "share", direction: "higher", role: "outcome"},
  {name: "profit", label: "profit", unit: currency, direction: "higher", role: "outcome"},
  {name: "profit_per_head", label: "profit per head", unit: currency, direction: "higher", role: "outcome"},
  {name: "revenue", label: "revenue", unit: currency, direction: "higher", role: "outcome"},
  {name: "headcount", label: "employees", unit: "people", direction: "higher", role: "context"},
  {name: "managers", label: "managers", unit: "people", direction: "higher", role: "context"},
  {name: "comparator", label: "sector", unit: "index", direction: "higher", role: "context"}
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
