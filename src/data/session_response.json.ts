import {sessionResponse} from "../../loaders/release/tables/sessionResponse.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(sessionResponse);
