import {moduleAnswers} from "../../loaders/release/moduleAnswers.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleAnswers);
