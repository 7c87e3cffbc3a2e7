import {mixing} from "../../loaders/release/mixing.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(mixing);
