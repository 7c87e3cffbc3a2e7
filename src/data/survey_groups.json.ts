import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyGroups} from "../../loaders/release/surveyGroups.js";

await printRelease(surveyGroups);
