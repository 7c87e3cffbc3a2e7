import type {Column} from "../../../components/parts/column.js";
import type {EvidenceContext} from "../../../evidence/context.js";
import {capital} from "../../../evidence/format.js";

export const unitNames = (context: EvidenceContext): Column => ({name: "name", label: capital(context.unit.one)});
