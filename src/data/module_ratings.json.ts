import {moduleRatings} from "../../loaders/release/tables/moduleRatings.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleRatings);
