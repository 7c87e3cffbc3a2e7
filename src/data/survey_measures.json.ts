import {surveyMeasures} from "../../loaders/release/surveyMeasures.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(surveyMeasures);
