import {twoWayEventStudy} from "../../src/stats/did/eventStudy.js";
import {defineMethod} from "./defineMethod.js";
import {level} from "./optionTypes.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

export const twfe_event = defineMethod("twfe_event", {...panelShape, level}, (asked, read) =>
  twoWayEventStudy(panelTable(asked, read), panelColumns(asked), {level: asked.level})
);
