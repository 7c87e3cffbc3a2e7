import {events} from "../../loaders/release/tables/events.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(events);
