import {sessionResponse} from "../../loaders/release/sessionResponse.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(sessionResponse);
