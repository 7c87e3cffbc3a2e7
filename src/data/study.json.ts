import {describeStudy} from "../../loaders/release/describeStudy.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(describeStudy);
