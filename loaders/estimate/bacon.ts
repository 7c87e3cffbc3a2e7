import {baconDecomposition} from "../../src/stats/did/baconDecomposition.js";
import {defineMethod} from "./defineMethod.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

export const bacon = defineMethod("bacon", panelShape, (asked, read) =>
  baconDecomposition(panelTable(asked, read), panelColumns(asked))
);
