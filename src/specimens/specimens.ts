/**
 * Every kind of figure in each of its states, on rows that are invented. The style page shows them; the tests keep their
 * drawings.
 */
import {modelSpecimens} from "./modelSpecimens.js";
import {pictureSpecimens} from "./pictureSpecimens.js";
import type {Specimen} from "./specimen.js";
import {tileSpecimens} from "./tileSpecimens.js";

export const specimens: readonly Specimen[] = [...pictureSpecimens, ...modelSpecimens, ...tileSpecimens];
