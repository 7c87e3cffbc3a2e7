import {describeViolation} from "./violation.js";
import type {Violation} from "./violation.js";

const shown = 20;

/** A study that can't be used as it is, with every violation found. Its message is safe to print: it holds no value. */
export class StudyError extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[], summary = "the study's files break its rules") {
    const lines = violations.slice(0, shown).map((violation) => `  ${describeViolation(violation)}`);
    if (violations.length > shown) lines.push(`  and ${violations.length - shown} more`);
    super([`${summary}:`, ...lines].join("\n"));
    this.name = "StudyError";
    this.violations = violations;
  }
}
