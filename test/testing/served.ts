import { CoachingError, createMemoryStorageSource, type Actor, type StorageSource } from '@coachkit/core';
import { createHandler, type Handler } from '@coachkit/server';
import type { ServerHarness } from '@coachkit/testing/server-suite';
import { withCommits } from '../support/watched-storage.ts';

/** The handler over a storage, with everything that a harness of the server suite can offer. */
export function served(
  storage: StorageSource = createMemoryStorageSource(),
): ServerHarness & { readonly fetch: Handler } {
  const left = new Map<string, number>();
  const handler = createHandler({
    storage: breakable(storage, left),
    authenticate: ({ headers }) => actorOf(headers.get('authorization')),
    deviceKeySecret: 'a secret of the tests, long enough',
    // A suite asks faster than people do.
    limits: { burst: 100_000, perSecond: 100_000 },
  });
  let tenants = 0;
  return {
    url: 'https://coaching.example',
    fetch: handler,
    newTenant: () => `tenant-${(tenants += 1)}`,
    headersFor: (actor) => ({ Authorization: `Actor ${btoa(JSON.stringify(actor))}` }),
    breakCommits(tenantId, after) {
      left.set(tenantId, after);
      return () => void left.delete(tenantId);
    },
    cleanUp: () => handler.close(),
  };
}

function actorOf(header: string | null): Actor | undefined {
  const [, encoded] = /^Actor (\S+)$/.exec(header ?? '') ?? [];
  return encoded === undefined ? undefined : (JSON.parse(atob(encoded)) as Actor);
}

/** Storage of which each tenant can be told to fail after so many commits. */
function breakable(source: StorageSource, left: Map<string, number>): StorageSource {
  return withCommits(source, ({ tenantId }, changes, good) => {
    const more = left.get(tenantId);
    if (more === 0) throw new CoachingError('storage-unavailable', 'no disk', { retryable: true });
    if (more !== undefined) left.set(tenantId, more - 1);
    return good.commit(changes);
  });
}
