import {type Extract, field, required} from "./extract.js";

export const sector: Extract = {
  name: "sector_index",
  path: "finance/sector-index.csv",
  title: "Sector: index of revenue, 2009 = 100",
  encoding: "utf-8",
  delimiter: ";",
  header: [["year", "index"]],
  dialect: {delimiter: ";"},
  fields: [field("year", "integer"), field("index", "number", {decimalChar: ",", ...required})],
  primaryKey: ["year"],
  missingValues: [""],
  once: true,
  *rows({sector_years: years = []}) {
    for (const {fiscal_year: year, comparator} of years) yield [year, Number(comparator).toFixed(1).replace(".", ",")];
  }
};
