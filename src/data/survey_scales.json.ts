import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyScales} from "../../loaders/release/surveyScales.js";

await printRelease(surveyScales);
