import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import {
  CoachingError,
  documentKinds,
  type Actor,
  type DocumentKind,
  type DocumentKindDeclaration,
  type StorageQuery,
  type StoredDocument,
} from '@coachkit/core';
import { createFakeClock } from '@coachkit/testing/fakes';
import type { TestPostgres } from '../../support/postgres.ts';
import { makeWorld, settle, worldToday, type WorldDocument } from './row-world.ts';

/** What PostgreSQL alone has let out and taken in, with nothing above it that refuses anything. */
export interface RowSecurityFigures {
  readonly requests: number;
  /** Rows that somebody got who may not have them. */
  readonly foreign: readonly string[];
  /** Rows that somebody may have and did not get. */
  readonly missing: readonly string[];
  /** How many rows were let out rightly. */
  readonly own: number;
  /** Writes to rows of others that were not refused, and rows that were changed by them. */
  readonly changed: readonly string[];
}

const kinds = Object.keys(documentKinds) as DocumentKind[];

/**
 * Asks as random people for random things, many at the same time over two connections, and compares every answer with
 * what they may have.
 */
export async function measureRowSecurity(
  server: TestPostgres,
  requests: number,
  seed: number,
): Promise<RowSecurityFigures> {
  const { connectionString } = await server.createDatabase();
  const clock = createFakeClock(`${worldToday}T12:00:00.000Z`);
  const source = await openPostgresStorage({ connectionString, poolSize: 2, clock });
  try {
    const world = makeWorld();
    await settle(world, (tenantId) => source.storageOfTenant(tenantId));
    const before = await wholeOf(['north', 'south'], (tenantId, kind) =>
      source.storageOfTenant(tenantId).query(kind, { index: 'id' }),
    );
    const chance = numbers(seed);
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(chance() * values.length)]!;
    const [foreign, missing, changed]: [string[], string[], string[]] = [[], [], []];
    let own = 0;

    const compare = (actor: Actor, got: readonly StoredDocument[], candidates: readonly WorldDocument[]): void => {
      const wanted = new Set(
        candidates.filter((each) => world.mayHave(actor, each)).map(({ body }) => String(body['marker'])),
      );
      for (const { body } of got) {
        const marker = String(body?.['marker']);
        if (wanted.delete(marker)) own += 1;
        else foreign.push(`${marker} to ${nameOf(actor)}`);
      }
      for (const marker of wanted) missing.push(`${marker} to ${nameOf(actor)}`);
    };

    const ask = async (): Promise<void> => {
      const actor = pick(world.actors);
      const storage = source.storageFor(actor);
      const sample = pick(world.documents);
      const { kind, id } = sample;
      const ofTenant = world.documents.filter((each) => each.tenantId === actor.tenantId && each.kind === kind);
      const way = chance();
      if (way < 0.4) {
        const found = await storage.get(kind, id);
        compare(
          actor,
          found ? [found] : [],
          ofTenant.filter((each) => each.id === id),
        );
      } else if (way < 0.85) {
        const indexes = Object.entries((documentKinds[kind] as DocumentKindDeclaration).indexes);
        const [index, fields] = indexes.length === 0 || chance() < 0.3 ? ['id', []] : pick(indexes);
        const equals = fields
          .filter((field) => sample.body[field] !== undefined)
          .slice(0, Math.ceil(chance() * fields.length))
          .map((field) => sample.body[field] as string);
        const query: StorageQuery = { index, equals, descending: chance() < 0.5 };
        const { documents } = await storage.query(kind, query);
        const matching = ofTenant.filter(
          ({ body }) =>
            fields.every((field) => body[field] !== undefined) &&
            equals.every((value, place) => body[fields[place]!] === value),
        );
        compare(actor, documents, matching);
      } else {
        if (sample.tenantId !== actor.tenantId || world.mayHave(actor, sample)) return;
        // Not theirs: neither a change, nor a deletion, nor another document in its place.
        const changes = [
          { type: 'put', kind, id, body: { ...sample.body, spoilt: true }, expectedVersion: pick([0, 1]) } as const,
          { type: 'delete', kind, id, expectedVersion: 1 } as const,
        ];
        const outcome = await storage.commit([pick(changes)]).then(
          () => 'kept',
          (error: unknown) => (CoachingError.isInstance(error) ? error.code : String(error)),
        );
        if (!['conflict', 'forbidden'].includes(outcome))
          changed.push(`${outcome}: ${sample.tenantId} ${kind} ${id} by ${nameOf(actor)}`);
      }
    };

    const left = { requests };
    const asker = async (): Promise<void> => {
      while (left.requests > 0) {
        left.requests -= 1;
        await ask();
      }
    };
    await Promise.all(Array.from({ length: 20 }, asker));

    const after = await wholeOf(['north', 'south', 'west'], (tenantId, kind) =>
      source.storageOfTenant(tenantId).query(kind, { index: 'id' }),
    );
    if (after !== before) changed.push('what is stored is not as it was');
    return { requests, foreign, missing, own, changed };
  } finally {
    await source.close();
  }
}

async function wholeOf(
  tenantIds: readonly string[],
  read: (tenantId: string, kind: DocumentKind) => Promise<{ readonly documents: readonly StoredDocument[] }>,
): Promise<string> {
  const found: StoredDocument[] = [];
  for (const tenantId of tenantIds) for (const kind of kinds) found.push(...(await read(tenantId, kind)).documents);
  return JSON.stringify(found);
}

function nameOf({ tenantId, personId, roles }: Actor): string {
  return `${tenantId}/${personId} (${roles.join(', ')})`;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
