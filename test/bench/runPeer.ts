import {execFileSync} from "node:child_process";
import type {Peer} from "./benchCase.js";
import {type Run, short, warm} from "./runOurs.js";

/** Runs a peer on a CSV file until it is warm, and then timed, as ours is. */
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
used <- function() 1000 * sum(proc.time()[1:2])
from <- used(); repeat {f(); if (used() - from > ${warm}) break}
once <- function() {t <- system.time(a <<- f()); c(1000 * t[["elapsed"]], 1000 * (t[["user.self"]] + t[["sys.self"]]))}
times <- rbind(once()); if (times[1, 2] < ${short}) for (i in 1:4) times <- rbind(times, once())
t <- times[order(times[, 2])[nrow(times) %/% 2 + 1], ]
number <- function(x) format(x, digits = 15)
cat('{"ms":', number(t[1]), ',"cpu_ms":', number(t[2]),
  ',"mb":', number(${memory}), ',"answer":[', paste(number(as.numeric(a)), collapse = ","), ']}', sep = "")`;
}

function inPython(code: string, file: string): string {
  return `import csv, json, resource, time
import numpy as np
rows = list(csv.reader(open(${JSON.stringify(file)})))
d = {name: np.array([float(row[i]) for row in rows[1:]]) for i, name in enumerate(rows[0])}
${code}
begun = time.process_time()
while 1000 * (time.process_time() - begun) < ${warm}: f()
def once():
    start, used = time.perf_counter(), time.process_time()
    a = f()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - used), a
runs = [once()]
if runs[0][1] < ${short}: runs += [once() for _ in range(4)]
ms, cpu_ms, a = sorted(runs, key=lambda run: run[1])[len(runs) // 2]
print(json.dumps({"ms": ms, "cpu_ms": cpu_ms,
  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "answer": [float(x) for x in a]}))`;
}
