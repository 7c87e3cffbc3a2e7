import {printRelease} from "../../loaders/release/printRelease.js";
import {surveyWording} from "../../loaders/release/surveyWording.js";

await printRelease(surveyWording);
