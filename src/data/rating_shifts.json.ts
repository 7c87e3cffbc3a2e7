import {ratingShifts} from "../../loaders/release/ratingShifts.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingShifts);
