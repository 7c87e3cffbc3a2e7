import {moduleRatings} from "../../loaders/release/moduleRatings.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleRatings);
