import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyGroups} from "../../loaders/release/tables/surveyGroups.js";

await printRelease(surveyGroups);
