import * as fc from 'fast-check';
import {
  CoachingError,
  documentKinds,
  type DocumentKind,
  type DocumentKindDeclaration,
  type IndexValue,
  type JsonObject,
  type Storage,
  type StorageChange,
  type StorageQuery,
} from '@coachkit/core';
import { ModelStore, type ModelCursor } from './model-store.ts';

// Small pools make documents meet: random ids and values would hardly ever conflict or be equal.
const kinds = ['session', 'action', 'sessionVersion', 'draft', 'unit'] as const satisfies readonly DocumentKind[];
const ids = ['a', 'b', 'A', 'a1', 'a10', 'é', 'e\u0301', '😀', 'ａ', '__proto__', 'constructor', ' '];
const values: readonly IndexValue[] = [
  '',
  'm1',
  'm10',
  'M1',
  'open',
  'é',
  '😀',
  '2026-03-29',
  '2026-10-25',
  -1,
  0,
  1,
  2,
  10,
  '10',
];

const kind = fc.constantFrom(...kinds);
const id = fc.constantFrom(...ids);
const value = fc.constantFrom(...values);

interface CommitCommand {
  readonly type: 'commit';
  readonly object: number;
  readonly changes: readonly GeneratedChange[];
}

interface GeneratedChange {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly isDeletion: boolean;
  readonly body: JsonObject;
  /** Added to the version that is stored; mostly 0. */
  readonly versionOff: number;
}

interface QueryCommand {
  readonly type: 'query';
  readonly object: number;
  readonly kind: DocumentKind;
  readonly query: StorageQuery;
}

/** One step of a run. */
export type Command =
  | { readonly type: 'get'; readonly object: number; readonly kind: DocumentKind; readonly id: string }
  | CommitCommand
  | QueryCommand
  | { readonly type: 'next page'; readonly object: number }
  | { readonly type: 'race'; readonly kind: DocumentKind; readonly id: string; readonly writers: number }
  | { readonly type: 'open again'; readonly object: number }
  | { readonly type: 'wipe'; readonly object: number };

const object = fc.constantFrom(0, 1);

function body(of: DocumentKind): fc.Arbitrary<JsonObject> {
  const { indexes }: DocumentKindDeclaration = documentKinds[of];
  const fields = [...new Set(Object.values(indexes).flat())];
  const field = fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, true) });
  const record = Object.fromEntries(fields.map((name) => [name, field]));
  return fc
    .tuple(
      fc.record(record, { requiredKeys: [] }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.jsonValue({ maxDepth: 2 }),
    )
    .map(([indexed, text, other]) => ({ ...indexed, text, other: JSON.parse(JSON.stringify(other)) as JsonObject }));
}

const change = kind.chain((of) =>
  fc.record({
    kind: fc.constant<DocumentKind>(of),
    id,
    isDeletion: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    body: body(of),
    versionOff: fc.integer({ min: -12, max: 12 }).map((number) => (Math.abs(number) > 10 ? Math.sign(number) : 0)),
  }),
);

const query = kind.chain((of) => {
  const { indexes }: DocumentKindDeclaration = documentKinds[of];
  return fc.constantFrom('id', ...Object.keys(indexes)).chain((index) => {
    const fields = index === 'id' ? [] : (indexes[index] ?? []);
    return fc.integer({ min: 0, max: fields.length }).chain((leading) => {
      const end = leading < fields.length ? fc.option(value, { nil: undefined }) : fc.constant(undefined);
      return fc
        .record({
          equals: fc.array(value, { minLength: leading, maxLength: leading }),
          from: end,
          to: end,
          descending: fc.boolean(),
          limit: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        })
        .map((parts) => {
          const asked: StorageQuery = { index };
          for (const [name, part] of Object.entries(parts))
            if (part !== undefined) Object.assign(asked, { [name]: part });
          return { kind: of, query: asked };
        });
    });
  });
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('get' as const), object, kind, id }) },
  {
    weight: 32,
    arbitrary: fc.record({
      type: fc.constant('commit' as const),
      object,
      changes: fc.array(change, { maxLength: 6, size: 'max' }),
    }),
  },
  {
    weight: 24,
    arbitrary: fc.tuple(object, query).map(([of, asked]) => ({ type: 'query' as const, object: of, ...asked })),
  },
  { weight: 16, arbitrary: fc.record({ type: fc.constant('next page' as const), object }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('race' as const), kind, id, writers: fc.integer({ min: 2, max: 6 }) }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('open again' as const), object }) },
  // Rare, or the store would never fill.
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wipe' as const), object }) },
);

/** How much to try. */
export interface ModelRuns {
  readonly runs: number;
  readonly commands: number;
  /** To see a failure again; a new one each time when absent. */
  readonly seed?: number;
}

/**
 * Compares a storage with a plain map over random commands, through two objects over the same documents.
 * @param open opens an object; the same tenant again gives another object over the same documents
 * @returns how many commands were compared
 * @throws Error with the seed and the commands when there is a difference
 */
export async function compareWithModel(
  open: (tenantId: string) => Promise<Storage>,
  { runs, commands, seed }: ModelRuns,
): Promise<number> {
  let count = 0;
  const oneRun = fc.asyncProperty(
    fc.array(command, { minLength: commands, maxLength: commands, size: 'max' }),
    async (list) => {
      const run = new ModelRun(open, `model-${crypto.randomUUID()}`);
      try {
        for (const each of list) {
          await run.step(each);
          count += 1;
        }
      } finally {
        await run.end();
      }
    },
  );
  await fc.assert(oneRun, { numRuns: runs, endOnFailure: true, ...(seed === undefined ? {} : { seed }) });
  return count;
}

class ModelRun {
  readonly #open: (tenantId: string) => Promise<Storage>;
  readonly #tenantId: string;
  readonly #model = new ModelStore();
  readonly #objects: (Storage | undefined)[] = [];
  #events = 0;
  #cursor:
    | { readonly kind: DocumentKind; readonly query: StorageQuery; readonly next: string; readonly model: ModelCursor }
    | undefined;

  constructor(open: (tenantId: string) => Promise<Storage>, tenantId: string) {
    this.#open = open;
    this.#tenantId = tenantId;
  }

  async step(command: Command): Promise<void> {
    switch (command.type) {
      case 'get':
        same(
          await (await this.#object(command.object)).get(command.kind, command.id),
          this.#model.get(command.kind, command.id),
        );
        return;
      case 'commit':
        return this.#commit(await this.#object(command.object), command.changes);
      case 'query':
        return this.#query(await this.#object(command.object), command.kind, command.query);
      case 'next page':
        return this.#nextPage(await this.#object(command.object));
      case 'race':
        return this.#race(command.kind, command.id, command.writers);
      case 'open again':
        await this.#objects[command.object]?.close();
        this.#objects[command.object] = undefined;
        return;
      case 'wipe':
        await (await this.#object(command.object)).wipe();
        this.#objects.length = 0;
        this.#model.clear();
        this.#cursor = undefined;
    }
  }

  async end(): Promise<void> {
    await (await this.#object(0)).wipe();
    for (const storage of this.#objects) await storage?.close();
  }

  async #object(number: number): Promise<Storage> {
    const existing = this.#objects[number];
    if (existing) return existing;
    const opened = await this.#open(this.#tenantId);
    opened.subscribe((event) => {
      if (event.type === 'changed' && event.origin === 'here') this.#events += 1;
    });
    this.#objects[number] = opened;
    return opened;
  }

  async #commit(storage: Storage, generated: readonly GeneratedChange[]): Promise<void> {
    // The version a change expects counts earlier changes of the same commit.
    const staged = new Map<string, number>();
    const changes = generated.map(({ kind: of, id: name, isDeletion, body: written, versionOff }): StorageChange => {
      const key = `${of} ${name}`;
      const now = staged.get(key) ?? this.#model.get(of, name)?.version ?? 0;
      const expectedVersion = Math.max(0, now + versionOff);
      staged.set(key, isDeletion ? 0 : expectedVersion + 1);
      return isDeletion
        ? { type: 'delete', kind: of, id: name, expectedVersion }
        : { type: 'put', kind: of, id: name, body: structuredClone(written), expectedVersion };
    });
    const expected = this.#model.commit(changes);
    const before = this.#events;
    const committing = storage.commit(changes);
    // The storage has its own copy by now.
    for (const each of changes) if (each.type === 'put') Object.assign(each.body, { text: 'written into afterwards' });
    let conflicts: readonly object[] = [];
    try {
      await committing;
    } catch (error) {
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
      conflicts = error.documents;
    }
    same(conflicts.map(inOrder).sort(), expected.conflicts.map(inOrder).sort());
    same(this.#events - before, expected.changesSomething ? 1 : 0);
  }

  async #query(storage: Storage, of: DocumentKind, asked: StorageQuery): Promise<void> {
    const { documents, next } = await storage.query(of, asked);
    const expected = this.#model.query(of, asked);
    same(documents, expected.documents);
    same(next !== undefined, expected.cursor !== undefined);
    if (next !== undefined && expected.cursor) this.#cursor = { kind: of, query: asked, next, model: expected.cursor };
  }

  async #nextPage(storage: Storage): Promise<void> {
    if (!this.#cursor) return;
    const { kind: of, query: asked, next: after, model } = this.#cursor;
    const { documents, next } = await storage.query(of, { ...asked, after });
    const expected = this.#model.query(of, asked, model);
    same(documents, expected.documents);
    same(next !== undefined, expected.cursor !== undefined);
    this.#cursor =
      next !== undefined && expected.cursor ? { kind: of, query: asked, next, model: expected.cursor } : undefined;
  }

  async #race(of: DocumentKind, name: string, writers: number): Promise<void> {
    const expectedVersion = this.#model.get(of, name)?.version ?? 0;
    const commits = Array.from({ length: writers }, async (_, writer): Promise<StorageChange> => {
      const written: StorageChange = { type: 'put', kind: of, id: name, body: { writer }, expectedVersion };
      await (await this.#object(writer % 2)).commit([written]);
      return written;
    });
    const results = await Promise.allSettled(commits);
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as CoachingError).code] : [],
    );
    same([won.length, new Set(lost).size], [1, 1]);
    same(lost[0], 'conflict');
    this.#model.commit(won);
    same(await (await this.#object(0)).get(of, name), this.#model.get(of, name));
  }
}

function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted}, got ${found}`);
}

function inOrder(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
