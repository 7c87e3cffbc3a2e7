import {execFileSync} from "node:child_process";
import type {Peer} from "./benchCase.js";
import type {Run} from "./runOurs.js";

/** Runs a peer on a CSV file until it is warm, five times or for a second, and once timed. */
export function runPeer({language, packages, code}: Peer, file: string): Run {
  const [program, script] =
    language === "R" ? ["Rscript", ["-e", inR(packages, code, file)]] : ["python3", ["-c", inPython(code, file)]];
  return JSON.parse(
    execFileSync(program as string, script as string[], {stdio: ["ignore", "pipe", "ignore"]})
      .toString()
      .trim()
  ) as Run;
}

/** The packages of a peer that this machine lacks. */
export function lacking({language, packages}: Peer): readonly string[] {
  return packages.filter((name) => {
    const [program, script] =
      language === "R"
        ? ["Rscript", `if (!requireNamespace("${name}", quietly = TRUE)) quit(status = 1)`]
        : ["python3", `import ${name}`];
    try {
      execFileSync(program!, [language === "R" ? "-e" : "-c", script!], {stdio: "ignore"});
      return false;
    } catch {
      return true;
    }
  });
}

function inR(packages: readonly string[], code: string, file: string): string {
  const load = packages.map((name) => `suppressMessages(library(${name}))`).join("; ");
  const memory = `as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024`;
  return `${load}
set.seed(1); d <- read.csv(${JSON.stringify(file)})
${code}
from <- proc.time()[[3]]; for (i in 1:5) {f(); if (proc.time()[[3]] - from > 1) break}
t <- system.time(a <- f())
number <- function(x) format(x, digits = 15)
cat('{"ms":', number(1000 * t[["elapsed"]]), ',"cpu_ms":', number(1000 * (t[["user.self"]] + t[["sys.self"]])),
  ',"mb":', number(${memory}), ',"answer":[', paste(number(as.numeric(a)), collapse = ","), ']}', sep = "")`;
}

function inPython(code: string, file: string): string {
  return `import csv, json, resource, time
import numpy as np
rows = list(csv.reader(open(${JSON.stringify(file)})))
d = {name: np.array([float(row[i]) for row in rows[1:]]) for i, name in enumerate(rows[0])}
${code}
begun = time.perf_counter()
for _ in range(5):
    f()
    if time.perf_counter() - begun > 1: break
start, used = time.perf_counter(), time.process_time()
a = f()
print(json.dumps({"ms": 1000 * (time.perf_counter() - start), "cpu_ms": 1000 * (time.process_time() - used),
  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "answer": [float(x) for x in a]}))`;
}
