import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyScales} from "../../loaders/release/tables/surveyScales.js";

await printRelease(surveyScales);
