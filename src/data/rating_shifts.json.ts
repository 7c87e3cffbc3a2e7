import {ratingShifts} from "../../loaders/release/tables/ratingShifts.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingShifts);
