import {sunAbraham} from "../../src/stats/did/eventStudy.js";
import {defineMethod} from "./defineMethod.js";
import {level} from "./optionTypes.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

export const sunab = defineMethod("sunab", {...panelShape, level}, (asked, read) =>
  sunAbraham(panelTable(asked, read), panelColumns(asked), {level: asked.level})
);
