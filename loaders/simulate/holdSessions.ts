import {modules} from "./catalogue.js";
import {chance} from "./chance.js";
import type {Manager, Office} from "./office.js";
import {onScale} from "./onScale.js";
import {progressOf} from "./takePart.js";

/**
 * Groups of one year, put together within lines at first and regardless of line later. Each meets weekly on a day of its
 * own, with a break in summer, and takes the modules in an order of its own, those on reflection rather early.
 */
export function holdSessions(office: Office, year: number, attendees: readonly Manager[]): void {
  const {parameters: p, tables, counts, prefix} = office;
  const source = office.stream("sessions");
  const mixing = p.mixingFirst + (p.mixingLast - p.mixingFirst) * progressOf(office, year);
  const lined = attendees
    .map((manager) => {
      const place = source.uniform();
      const regardless = source.uniform() < mixing;
      tables.hidden_members.push({fiscal_year: year, manager_id: manager.id, regardless});
      return {manager, key: regardless ? place : (manager.department.line + place) / 2};
    })
    .toSorted((a, b) => a.key - b.key);
  const count = Math.max(1, Math.round(lined.length / p.groupSize));
  for (let g = 0; g < count; g++) {
    counts.groups += 1;
    const group = `${prefix}G${String(counts.groups).padStart(3, "0")}`;
    const members = lined.slice(Math.floor((g * lined.length) / count), Math.floor(((g + 1) * lined.length) / count));
    const weekday = source.below(5);
    const coming = new Set(members.map(({manager}) => manager));
    const sequence = modules
      .map((_, i) => ({i, at: i + source.normal() * 5}))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, p.sessions);
    for (const [place, {i}] of sequence.entries()) {
      const late = place / Math.max(1, p.sessions - 1);
      const session = `${prefix}S${String(counts.groups).padStart(3, "0")}-${String(place + 1).padStart(2, "0")}`;
      tables.sessions.push({
        session_id: session,
        group_id: group,
        module_id: moduleId(i),
        position: place + 1,
        held_on: dayOf(year, 14 + weekday + 7 * place + (place >= 17 ? 28 : 0)),
        minutes: p.minutes
      });
      for (const manager of coming) {
        if (source.uniform() < p.quitting) coming.delete(manager);
        if (source.uniform() >= chance(p.presence, manager.reliability - p.presenceFall * late)) continue;
        tables.attendance.push({session_id: session, manager_id: manager.id});
        const liking =
          p.ratingMean +
          (modules[i]?.mindset === "reflective" ? p.ratingReflective : 0) +
          (office.moduleQuality[i] ?? 0) +
          manager.leniency +
          p.ratingFatigue * late +
          source.normal() * p.ratingNoise;
        const odds = p.ratingResponseLiking * (liking - p.ratingMean) - p.ratingResponseFall * late;
        const rated = source.uniform() < chance(p.ratingResponse, odds);
        tables.hidden_likings.push({manager_id: manager.id, module_id: moduleId(i), late, liking, rated});
        if (!rated) continue;
        tables.session_ratings.push({
          session_id: session,
          manager_id: manager.id,
          rating: onScale(liking, 1, 5, p.coarse),
          scale_id: "session"
        });
      }
    }
  }
}

export function moduleId(index: number): string {
  return `MOD${String(index + 1).padStart(2, "0")}`;
}

/** The day so many days after the fiscal year's first, counted in UTC. */
function dayOf(year: number, days: number): string {
  return new Date(Date.UTC(year, 3, 1 + days)).toISOString().slice(0, 10);
}
