import {moduleMeans} from "../../loaders/release/moduleMeans.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleMeans);
