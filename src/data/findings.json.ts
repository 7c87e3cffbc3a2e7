import {findings} from "../../loaders/release/findings.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(findings);
