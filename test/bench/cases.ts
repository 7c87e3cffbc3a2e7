import type {BenchCase} from "./benchCase.js";
import {designCases} from "./designCases.js";
import {drawCases} from "./drawCases.js";
import {effectCases} from "./effectCases.js";
import {modelCases} from "./modelCases.js";
import {rankCases} from "./rankCases.js";

/** Cases of the engine. */
export const cases: readonly BenchCase[] = [...rankCases, ...effectCases, ...drawCases, ...modelCases, ...designCases];
