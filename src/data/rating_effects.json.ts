import {ratingEffects} from "../../loaders/release/ratingEffects.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(ratingEffects);
