import {managerFlow} from "../../loaders/release/managerFlow.js";
import {printRelease} from "../../loaders/release/printRelease.js";

await printRelease(managerFlow);
