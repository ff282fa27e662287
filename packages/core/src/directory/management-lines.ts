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

/**
 * Whose wanted line would close a circle, be it with wanted lines or with those that stay as they are. What is refused
 * stays as it was, so what is left is looked at again until there is no circle.
 * @param wanted - only people whose line may otherwise be changed
 */
export async function peopleInCycles(
  documents: Documents,
  wanted: ReadonlyMap<string, WantedLine>,
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  const above = new Map<string, string | undefined>();
  const refused = new Set<string>();
  const look = async (personId: string): Promise<void> => {
    let at: string | undefined = personId;
    while (at !== undefined && !above.has(at)) {
      const line: WantedLine | undefined = refused.has(at) ? undefined : wanted.get(at);
      // Who leaves has their line for some time yet.
      const manager: string | undefined =
        line && line.leftOn === undefined ? line.managerId : (await currentLine(documents, at, today))?.body.managerId;
      above.set(at, manager);
      at = manager;
    }
  };
  for (const personId of wanted.keys()) await look(personId);
  for (;;) {
    const closing = [...inCircles(above)].filter((each) => wanted.has(each) && !refused.has(each));
    if (closing.length === 0) return refused;
    for (const each of closing) {
      refused.add(each);
      above.delete(each);
    }
    for (const each of closing) await look(each);
  }
}

/** Everybody who stands in a circle, and not those below it. */
function inCircles(above: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of above.keys()) {
    const places = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !places.has(at)) {
      places.set(at, places.size);
      at = above.get(at);
    }
    const closes = at === undefined ? undefined : places.get(at);
    for (const [each, place] of places) {
      if (closes !== undefined && place >= closes) found.add(each);
      done.add(each);
    }
  }
  return found;
}

async function currentLine(
  documents: Documents,
  employeeId: string,
  today: CalendarDate,
): Promise<Kept<'reportingLine'> | undefined> {
  const lines = await documents.list('reportingLine', { index: 'byEmployee', equals: [employeeId], to: today });
  return lines.find(({ body }) => isWithin(today, body.start, body.end));
}

/** The changes that bring one person's line to what is wanted; none when it is so already. */
export async function lineChanges(
  { documents, newId, today }: { readonly documents: Documents; readonly newId: NewId; readonly today: CalendarDate },
  employeeId: string,
  { managerId, leftOn }: WantedLine,
): Promise<StorageChange[]> {
  const current = await currentLine(documents, employeeId, today);
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
