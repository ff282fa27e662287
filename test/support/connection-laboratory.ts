import { connectCoaching, type ConnectOptions } from '@coachkit/adapters/http/connect';
import { createMemoryMedium, createMemoryStorage, type MemoryMedium } from '@coachkit/adapters/storage/memory';
import { createCoaching, createMemoryStorageSource, millisecondsOf, type Actor, type Coaching } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { foundCompany, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createFakeLearningSystem } from '@coachkit/testing/fakes';
import { authenticateByToken, handlerFetch, tokenOf } from './handler-fetch.ts';
import { createVirtualTime } from './virtual-time.ts';

/** A request, as a test may want to answer it itself; undefined lets it through to the server. */
export type Meddle = (
  path: string,
  init: RequestInit | undefined,
  reach: () => Promise<Response>,
) => Promise<Response> | undefined;

/** The company of the suite on a server, devices of its people, and a network that does what a test wants. */
export async function createConnectionLaboratory() {
  const time = createVirtualTime(millisecondsOf(suiteStart));
  const source = createMemoryStorageSource();
  const actorOf = (personId: string): Actor => ({
    tenantId: 'suite',
    personId,
    roles: personId === 'it' ? ['technical-admin'] : [],
  });
  const onServer = (personId: string): Coaching =>
    createCoaching({ storage: source.storageFor(actorOf(personId)), actor: actorOf(personId), clock: time });
  const company = await foundCompany({
    clock: { now: () => time.now(), set: () => undefined },
    lms: createFakeLearningSystem([]),
    as: (personId) => Promise.resolve(onServer(personId)),
    cleanUp: () => Promise.resolve(),
  });
  const handler = createHandler({ storage: source, authenticate: authenticateByToken, clock: time });
  const reach = handlerFetch(handler);
  const laboratory = {
    time,
    source,
    company,
    relationshipId: company.relationshipId,
    record: typicalRecord(company.relationshipId),
    onServer,
    /** Every request that was sent, as `GET /replica`. */
    requests: [] as string[],
    /** Who answers requests; the server when it answers undefined. */
    meddle: (() => undefined) as Meddle,
    down: (() => Promise.reject(new TypeError('no network'))) as Meddle,
    async connect(personId: string, options: Partial<ConnectOptions> & { readonly medium?: MemoryMedium } = {}) {
      const { medium = createMemoryMedium(), ...rest } = options;
      const actor = actorOf(personId);
      return connectCoaching({
        url: 'https://hr.example/coaching',
        actor,
        getToken: () => tokenOf(actor),
        storage: createMemoryStorage({ tenantId: 'suite', medium }),
        fetch: (address, init) => {
          const path = new URL(String(address)).pathname.replace('/coaching/v1', '');
          laboratory.requests.push(`${init?.method ?? 'GET'} ${path}`);
          const through = () => time.hold(reach(String(address).replace('/coaching/', '/'), init));
          return laboratory.meddle(path, init, through) ?? through();
        },
        clock: time,
        timers: time.timers,
        random: () => 0.5,
        changes: 'ask',
        ...rest,
      });
    },
    /** Lets time pass until the work is done. */
    async run<Value>(work: Promise<Value>): Promise<Value> {
      let isOver = false;
      work.then(
        () => (isOver = true),
        () => (isOver = true),
      );
      await time.passUntil(() => isOver);
      if (!isOver) throw new Error('the work does not end');
      return work;
    },
    wait: (milliseconds: number): Promise<void> => laboratory.run(time.sleep(milliseconds)),
    close: () => handler.close(),
  };
  return laboratory;
}
