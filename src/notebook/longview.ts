/**
 * The module `longview`, as pages written in an editor import it and cells have it at hand: the released tables, the
 * estimators of `estimate` by their formulas, the report's figures, work in the background.
 */
export * from "./engine.js";
export * from "./figures.js";
export {describe, study, tables} from "./released.js";
export {comparison} from "./comparison.js";
export {background} from "./background.js";
export {progress} from "./progress.js";
