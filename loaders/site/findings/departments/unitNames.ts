import type {Column} from "../../../../src/components/parts/column.js";
import type {EvidenceContext} from "../../../../src/evidence/context.js";
import {capital} from "../../../../src/evidence/format.js";

export const unitNames = (context: EvidenceContext): Column => ({name: "name", label: capital(context.unit.one)});
