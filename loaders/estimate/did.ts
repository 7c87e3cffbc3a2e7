import * as z from "zod/mini";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {defineMethod} from "./defineMethod.js";
import {countFromNought, flag, level, one, seed} from "./optionTypes.js";
import {panelColumns, panelShape, panelTable} from "./panelColumns.js";

export const did = defineMethod(
  "did",
  {
    ...panelShape,
    control: z.optional(one("never", "not-yet")),
    estimator: z.optional(one("dr", "reg", "ipw")),
    base: z.optional(one("varying", "universal")),
    anticipation: z.optional(countFromNought),
    unbalanced: z.optional(one("drop", "pairs")),
    band: z.optional(flag),
    draws: z.optional(countFromNought),
    seed,
    level
  },
  ({band, draws, ...asked}, read) =>
    groupTimeEffects(panelTable(asked, read), panelColumns(asked), {
      control: asked.control,
      estimator: asked.estimator,
      base: asked.base,
      anticipation: asked.anticipation,
      unbalanced: asked.unbalanced,
      draws: band === false ? 0 : draws,
      seed: asked.seed,
      level: asked.level
    })
);
