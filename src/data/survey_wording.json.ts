import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyWording} from "../../loaders/release/tables/surveyWording.js";

await printRelease(surveyWording);
