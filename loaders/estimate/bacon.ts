import {baconDecomposition} from "../../src/stats/did/baconDecomposition.js";
import {defineMethod} from "./defineMethod.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

const {outcome, unit, time, first_treated} = panelShape;

/** It has no errors and no covariates: its parts sum up to the plain two-way estimate. */
export const bacon = defineMethod("bacon", {outcome, unit, time, first_treated}, (asked, read) =>
  baconDecomposition(panelTable(asked, read), panelColumns(asked))
);
