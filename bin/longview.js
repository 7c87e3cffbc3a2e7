#!/usr/bin/env node
import {compiledCode} from "./compiledCode.js";

const compiled = await compiledCode();
if (compiled === null) (await import("tsx/esm/api")).register();
await import(compiled ?? "../loaders/cli.ts");
