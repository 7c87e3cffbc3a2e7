import {moduleMeans} from "../../loaders/release/tables/moduleMeans.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(moduleMeans);
