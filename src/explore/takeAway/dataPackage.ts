import {licencesOf} from "./licencesOf.js";
import {measureIn} from "../grain.js";
import {usedColumns, type ExplorerComparison} from "./explorerComparison.js";

/** The Frictionless description of data.csv. */
export function dataPackage(taken: ExplorerComparison): string {
  const {study, version, grain, comparison, data, badge} = taken;
  const fields = usedColumns(taken).map((name) => {
    const known = grain.measures.find((one) => one.name === name);
    const made = name === data.x ? comparison.exposure : name === data.y ? comparison.outcome : null;
    const numeric = data.columns[name] instanceof Float64Array;
    const measure = known ?? (made === null ? null : measureIn(grain, made));
    return {
      name,
      type: numeric ? "number" : "string",
      ...(measure
        ? {title: known ? measure.label : `${measure.label}, as it enters the estimate`, unit: measure.unit}
        : {title: name.replaceAll("_", " ")})
    };
  });
  const keys = grain.keys.filter((name) => name === grain.unit || name === grain.time);
  return `${JSON.stringify(
    {
      profile: "tabular-data-package",
      name: "comparison",
      title: `${study.title}: ${badge === "Exploratory" ? "exploratory comparison" : `comparison ${badge.toLowerCase()}`}`,
      version,
      description: study.synthetic ? "Simulated data: no figure comes from a real organisation." : study.title,
      ...licencesOf(study),
      resources: [
        {
          profile: "tabular-data-resource",
          name: "data",
          path: "data.csv",
          encoding: "utf-8",
          schema: {
            fields,
            missingValues: [""],
            ...(keys.length === 0 ? {} : {primaryKey: keys})
          }
        }
      ]
    },
    null,
    2
  )}\n`;
}
