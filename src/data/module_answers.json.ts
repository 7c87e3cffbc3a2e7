import {moduleAnswers} from "../../loaders/release/tables/moduleAnswers.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleAnswers);
