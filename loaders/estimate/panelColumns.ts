import type {PanelColumns} from "../../src/stats/did/panel.js";
import type {SpecificationReader} from "./specificationReader.js";

/** The columns of a panel that a specification of staggered treatment names. */
export function panelColumns(read: SpecificationReader): PanelColumns {
  return {
    outcome: read.text("outcome"),
    unit: read.text("unit"),
    time: read.text("time"),
    firstTreated: read.text("first_treated"),
    covariates: read.texts("covariates"),
    ...(read.has("cluster") ? {cluster: read.text("cluster")} : {})
  };
}
