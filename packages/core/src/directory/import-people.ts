import { dateInZone, type CalendarDate } from '../calendar.js';
import { Documents, put } from '../documents.js';
import { CoachingError } from '../errors.js';
import { parse } from '../model/parse.js';
import { personSchema, type Person } from '../model/person.js';
import { decide, relationsOfRoles } from '../policy/decide.js';
import { randomId, systemClock, type Clock, type NewId } from '../ports/clock.js';
import type { Actor } from '../ports/identity.js';
import type { DurabilityLevel, Storage, StorageChange } from '../ports/storage.js';
import type { RejectedRow } from '../skills/imported-framework.js';
import { lineChanges, peopleInCycles, type WantedLine } from './management-lines.js';
import type { ImportedPerson, PeopleBatch } from './people-batch.js';
import { UnitsOfPeople, type PersonUnits } from './units-of-people.js';

/** Where people are imported to, and by whom. */
export interface ImportPeopleOptions {
  readonly storage: Storage;
  /** Needs a role that may change the configuration. */
  readonly actor: Actor;
  /** The IANA time zone of people whose own the directory does not say; `UTC` when absent. */
  readonly timeZone?: string;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Random ids when absent. */
  readonly newId?: NewId;
  readonly signal?: AbortSignal;
}

/** What an import has done. */
export interface PeopleImport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** People of whom the directory says, for the first time, that they have left. */
  readonly left: number;
  /** People whose line has begun, changed or ended. */
  readonly moved: number;
  readonly rejected: readonly RejectedRow[];
  readonly level: DurabilityLevel;
}

/** How many people are looked at in one go, and written in one commit. */
const together = 200;

/**
 * Takes in people, their units and their lines, batch by batch, so that a directory of any size fits. Doing it twice
 * changes nothing the second time. Who moves gets a new line from today on, and the pair under the old one ends; who has
 * left keeps every record. People that the directory does not name stay as they are.
 *
 * People are kept as they come; lines are changed only when all of them were read, so that a source that fails half-way
 * leaves no line half-changed, and the next run goes on. In memory stand ids alone.
 *
 * A line in a circle (`reporting-cycle`), to oneself (`same-person`) or to nobody known (`unknown-person`) is named in
 * `rejected` and stays as it was.
 * @throws CoachingError `forbidden` for somebody who may not change the configuration; whatever the source or
 *   `Storage.commit` reject with
 */
export async function importPeople(
  options: ImportPeopleOptions,
  source: AsyncIterable<PeopleBatch>,
): Promise<PeopleImport> {
  if (!decide(relationsOfRoles(options.actor), 'update', 'configuration'))
    throw new CoachingError('forbidden', 'only those who may change the configuration import people');
  const run = new PeopleRun(options);
  for await (const { people, rejected } of source) {
    options.signal?.throwIfAborted();
    for (const row of rejected) run.rejected.push(row);
    for (let from = 0; from < people.length; from += together) await run.keep(people.slice(from, from + together));
  }
  return run.finish();
}

class PeopleRun {
  readonly rejected: RejectedRow[] = [];
  readonly #counts = { added: 0, changed: 0, unchanged: 0, left: 0, moved: 0 };
  readonly #lines = new Map<string, WantedLine>();
  readonly #documents: Documents;
  readonly #units: UnitsOfPeople;
  readonly #today: CalendarDate;
  readonly #newId: NewId;

  constructor(private readonly options: ImportPeopleOptions) {
    this.#documents = new Documents(options.storage, () => undefined);
    this.#units = new UnitsOfPeople(this.#documents);
    this.#today = dateInZone((options.clock ?? systemClock).now(), options.timeZone ?? 'UTC');
    this.#newId = options.newId ?? randomId;
  }

  /** Writes people that are new or different. */
  async keep(people: readonly ImportedPerson[]): Promise<void> {
    const fresh = people.filter((person) => {
      const isTwice = this.#lines.has(person.id);
      if (isTwice) this.rejected.push({ row: person.row, column: 'id', reason: 'twice' });
      else this.#lines.set(person.id, { row: person.row });
      return !isTwice;
    });
    const kept = await Promise.all(fresh.map((person) => this.#documents.find('person', person.id)));
    const changes: StorageChange[] = [];
    for (const [at, imported] of fresh.entries()) {
      const before = kept[at];
      const { units, changes: made } = await this.#units.of(imported);
      const person = this.#personOf(imported, units, before?.body);
      if (!person) continue;
      this.#lines.set(person.id, {
        row: imported.row,
        ...(imported.managerId !== undefined && { managerId: imported.managerId }),
        ...(person.leftOn !== undefined && { leftOn: person.leftOn }),
      });
      changes.push(...made);
      if (before && JSON.stringify(before.body) === JSON.stringify(person)) this.#counts.unchanged += 1;
      else {
        this.#counts[before ? 'changed' : 'added'] += 1;
        if (person.leftOn !== undefined && before?.body.leftOn === undefined) this.#counts.left += 1;
        changes.push(put('person', person, before));
      }
    }
    await this.#documents.commit(changes);
  }

  /** Brings the lines to what the directory says, now that everybody is known. */
  async finish(): Promise<PeopleImport> {
    const possible = new Map<string, WantedLine>();
    for (const [employeeId, line] of this.#lines) {
      const reason = await this.#whyNot(employeeId, line);
      if (reason) this.rejected.push({ row: line.row, column: 'managerId', reason });
      else possible.set(employeeId, line);
    }
    const inCycle = await peopleInCycles(this.#documents, possible, this.#today);
    for (const employeeId of inCycle) {
      this.rejected.push({ row: possible.get(employeeId)?.row ?? 0, column: 'managerId', reason: 'reporting-cycle' });
    }
    const wanted = [...possible].filter(([employeeId]) => !inCycle.has(employeeId));
    const parts = { documents: this.#documents, newId: this.#newId, today: this.#today };
    for (let from = 0; from < wanted.length; from += together) {
      this.options.signal?.throwIfAborted();
      const some = wanted.slice(from, from + together);
      const changes = await Promise.all(some.map(([employeeId, line]) => lineChanges(parts, employeeId, line)));
      this.#counts.moved += changes.filter(({ length }) => length > 0).length;
      await this.#documents.commit(changes.flat());
    }
    return { ...this.#counts, rejected: this.rejected, level: this.#documents.level };
  }

  async #whyNot(
    employeeId: string,
    { managerId, leftOn }: WantedLine,
  ): Promise<'same-person' | 'unknown-person' | undefined> {
    if (managerId === undefined || leftOn !== undefined) return undefined;
    if (managerId === employeeId) return 'same-person';
    const isKnown = this.#lines.has(managerId) || (await this.#documents.find('person', managerId)) !== undefined;
    return isKnown ? undefined : 'unknown-person';
  }

  /** The person as it is to be kept; undefined, and told, when it breaks a rule. */
  #personOf(imported: ImportedPerson, units: PersonUnits, before: Person | undefined): Person | undefined {
    const { id, name, jobTitle, email, employeeNumber, isInactive, row } = imported;
    const leftOn = imported.leftOn ?? (isInactive ? (before?.leftOn ?? this.#today) : undefined);
    try {
      return parse(personSchema, {
        id,
        name,
        ...(jobTitle && { jobTitle }),
        ...(email && { email }),
        timeZone: imported.timeZone ?? before?.timeZone ?? this.options.timeZone ?? 'UTC',
        ...units,
        ...(employeeNumber && { employeeNumber }),
        ...(leftOn && { leftOn }),
      });
    } catch (error) {
      if (!CoachingError.isInstance(error)) throw error;
      const { path = '', rule = 'wrong-type' } = error.problems[0] ?? {};
      this.rejected.push({ row, column: path, reason: rule });
      this.#lines.delete(id);
      return undefined;
    }
  }
}
