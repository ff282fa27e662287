import { addDays, isWithin, type CalendarDate } from '../calendar.js';
import { put, remove, type Documents, type Kept } from '../documents.js';
import type { NewId } from '../ports/clock.js';
import type { StorageChange } from '../ports/storage.js';
import { endLine } from '../use-cases/directory/directory.js';

/** What an import wants of one person's line: the manager from today on, or the last day with any. */
export interface WantedLine {
  readonly row: number;
  readonly managerId?: string;
  readonly leftOn?: CalendarDate;
}

/** Who has no end above them: everybody who stands in a circle of managers, and not those below it. */
export function peopleInCycles(lines: ReadonlyMap<string, WantedLine>): ReadonlySet<string> {
  const inCycle = new Set<string>();
  const done = new Set<string>();
  for (const start of lines.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !places.has(at)) {
      places.set(at, path.push(at) - 1);
      at = lines.get(at)?.managerId;
    }
    const closes = at === undefined ? undefined : places.get(at);
    if (closes !== undefined) for (const member of path.slice(closes)) inCycle.add(member);
    for (const each of path) done.add(each);
  }
  return inCycle;
}

/** The changes that bring one person's line to what is wanted; none when it is so already. */
export async function lineChanges(
  { documents, newId, today }: { readonly documents: Documents; readonly newId: NewId; readonly today: CalendarDate },
  employeeId: string,
  { managerId, leftOn }: WantedLine,
): Promise<StorageChange[]> {
  const lines = await documents.list('reportingLine', { index: 'byEmployee', equals: [employeeId], to: today });
  const current = lines.find(({ body }) => isWithin(today, body.start, body.end));
  if (leftOn !== undefined) {
    // A line that began after the last day never was.
    if (!current || (current.body.end !== undefined && current.body.end <= leftOn)) return [];
    return leftOn < current.body.start ? [removed(current)] : endLine({ documents }, current, leftOn);
  }
  if (current?.body.managerId === managerId) return [];
  const next =
    managerId === undefined ? [] : [put('reportingLine', { id: newId(), employeeId, managerId, start: today })];
  if (!current) return next;
  if (current.body.start === today) return [removed(current), ...next];
  return [...next, ...(await endLine({ documents }, current, addDays(today, -1), managerId))];
}

function removed({ body, version }: Kept<'reportingLine'>): StorageChange {
  return remove('reportingLine', body.id, version);
}
