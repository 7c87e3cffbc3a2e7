import {events} from "../../loaders/release/events.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(events);
