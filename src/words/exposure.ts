import * as en from "./en/exposure.js";
import * as ja from "./ja/exposure.js";
import {spoken} from "./spoken.js";

export type {Exposure, ExposureKind, ExposurePhrases} from "./en/exposure.js";

export {exposureKinds} from "./en/exposure.js";

export const {exposurePhrases, unitsWithMore} = spoken<typeof en>({en, ja});
