import {ratingEffects} from "../../loaders/release/tables/ratingEffects.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingEffects);
