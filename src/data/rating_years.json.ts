import {ratingYears} from "../../loaders/release/tables/ratingYears.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingYears);
