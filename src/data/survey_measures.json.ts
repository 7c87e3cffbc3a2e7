import {surveyMeasures} from "../../loaders/release/tables/surveyMeasures.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(surveyMeasures);
