import * as z from "zod/mini";
import {imputation as impute} from "../../src/stats/did/imputation.js";
import {defineMethod} from "./defineMethod.js";
import {countFromNought, level} from "./optionTypes.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

export const imputation = defineMethod(
  "imputation",
  {...panelShape, anticipation: z.optional(countFromNought), level},
  (asked, read) =>
    impute(panelTable(asked, read), panelColumns(asked), {anticipation: asked.anticipation, level: asked.level})
);
