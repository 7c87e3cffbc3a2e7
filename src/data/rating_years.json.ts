import {ratingYears} from "../../loaders/release/ratingYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingYears);
