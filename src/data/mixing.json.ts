import {mixing} from "../../loaders/release/tables/mixing.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(mixing);
