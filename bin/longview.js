#!/usr/bin/env node
import {runPart} from "./compiledCode.js";

await runPart("cli");
