import { connectCoaching, type ConnectOptions } from '@coachkit/adapters/http/connect';
import { databaseNameFor } from '@coachkit/adapters/storage/indexeddb';
import { createCoaching, createMemoryStorageSource, type Actor, type Coaching } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { foundCompany, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import { expect } from '@open-wc/testing';
import { authenticateByToken, handlerFetch, tokenOf } from '../../support/handler-fetch.ts';
import { until } from '../storage/frames.ts';

type Connect = typeof connectCoaching;

/** A frame with an SDK of its own, as another tab has. */
async function openOtherTab(): Promise<{ readonly connect: Connect; close(): void }> {
  const frame = document.createElement('iframe');
  frame.src = new URL('./other-tab.html', import.meta.url).href;
  document.body.append(frame);
  const inside = frame.contentWindow as unknown as { connectCoaching?: Connect };
  await until(() => inside.connectCoaching !== undefined);
  return { connect: inside.connectCoaching!, close: () => frame.remove() };
}

/** A server in this page, and a network to it that can be cut. */
async function openServer() {
  const tenantId = `tenant-${crypto.randomUUID()}`;
  const source = createMemoryStorageSource();
  const clock = createFakeClock(suiteStart);
  const actorOf = (personId: string): Actor => ({
    tenantId,
    personId,
    roles: personId === 'it' ? ['technical-admin'] : [],
  });
  const onServer = (personId: string): Coaching =>
    createCoaching({ storage: source.storageFor(actorOf(personId)), actor: actorOf(personId), clock });
  const { relationshipId } = await foundCompany({
    clock,
    lms: createFakeLearningSystem([]),
    as: (personId) => Promise.resolve(onServer(personId)),
    cleanUp: () => Promise.resolve(),
  });
  const handler = createHandler({
    storage: source,
    authenticate: authenticateByToken,
    clock,
    deviceKeySecret: 'a secret of at least thirty-two characters',
    limits: { burst: 100_000 },
  });
  const reach = handlerFetch(handler);
  const server = {
    tenantId,
    relationshipId,
    record: typicalRecord(relationshipId),
    onServer,
    isDown: false,
    /** Whether a batch of operations is taken in and never answered. */
    isHanging: false,
    /** Ids of the operations that have come, each time they came. */
    operations: [] as string[],
    optionsFor: (personId: string): ConnectOptions => ({
      url: 'https://hr.example',
      actor: actorOf(personId),
      getToken: () => tokenOf(actorOf(personId)),
      fetch: async (address, init) => {
        if (server.isDown) throw new TypeError('no network');
        if (String(address).endsWith('/operations')) {
          if (server.isHanging) return new Promise<never>(() => undefined);
          const { operations } = JSON.parse(String(init?.body)) as { operations: { id: string }[] };
          server.operations.push(...operations.map(({ id }) => id));
        }
        return reach(address, init);
      },
    }),
    close: () => handler.close(),
  };
  return server;
}

describe('connected in two tabs', () => {
  let server: Awaited<ReturnType<typeof openServer>>;
  let other: Awaited<ReturnType<typeof openOtherTab>>;
  const opened: Coaching[] = [];

  const open = async (connect: Connect, personId = 'priya'): Promise<Coaching> => {
    const coaching = await connect(server.optionsFor(personId));
    opened.push(coaching);
    return coaching;
  };

  beforeEach(async () => {
    server = await openServer();
    other = await openOtherTab();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((coaching) => coaching.close().catch(() => undefined)));
    other.close();
    server.close();
  });

  it('what is written without a network in either is there in both, and is sent once', async () => {
    const tabs = [await open(connectCoaching), await open(other.connect)];
    await Promise.all(tabs.map((tab) => tab.sync.now()));
    server.isDown = true;
    for (const [index, tab] of tabs.entries()) {
      const { level } = await tab.plans.addGoal({ employeeId: 'tom', title: `Goal ${index}` });
      expect(level).to.equal('device');
    }
    for (const tab of tabs) {
      await until(() => tab.sync.getStatus().waiting === 2);
      expect((await tab.plans.goals({ employeeId: 'tom' })).map(({ title }) => title).sort()).to.deep.equal([
        'Goal 0',
        'Goal 1',
      ]);
    }
    server.isDown = false;
    await Promise.all(tabs.map((tab) => tab.sync.now()));
    expect(await server.onServer('tom').plans.goals({ employeeId: 'tom' })).to.have.length(2);
    expect(server.operations).to.have.length(2);
    for (const tab of tabs) await until(() => tab.sync.getStatus().waiting === 0);
  });

  it('a tab that dies while it sends lets go: the other one sends', async () => {
    const here = await open(connectCoaching);
    const there = await open(other.connect);
    await Promise.all([here.sync.now(), there.sync.now()]);
    server.isHanging = true;
    await there.plans.addGoal({ employeeId: 'tom', title: 'Left behind' });
    opened.splice(opened.indexOf(there), 1);
    other.close();
    server.isHanging = false;
    await until(() => here.sync.getStatus().waiting === 0 && server.operations.length > 0);
    expect(await server.onServer('tom').plans.goals({ employeeId: 'tom' })).to.have.length(1);
  });

  it('what one person saves the other one sees without asking', async () => {
    const manager = await open(connectCoaching);
    const employee = await open(other.connect, 'tom');
    const live = employee.live({ name: 'actions' });
    const off = live.subscribe(() => undefined);
    await until(() => live.getSnapshot().status === 'ready');
    const saved = await manager.sessions.record(server.record);
    expect(saved.level).to.equal('server');
    await until(() => {
      const snapshot = live.getSnapshot();
      return snapshot.status === 'ready' && snapshot.data.actions.length === 2;
    });
    off();
  });

  it('no word of the queue or of the replica lies on the device in the clear, and signing out offline leaves nothing', async () => {
    const here = await open(connectCoaching);
    await here.sync.now();
    server.isDown = true;
    await here.sessions.record({ ...server.record, points: ['Marzipanschwein'] });
    const name = await databaseNameFor(server.tenantId, 'priya');
    expect(await everythingIn(name))
      .to.include('queuedOperation')
      .and.not.include('Marzipanschwein');
    await here.signOut();
    expect((await indexedDB.databases()).map((each) => each.name)).not.to.include(name);
  });
});

async function everythingIn(name: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('it does not open'));
  });
  const parts: string[] = [];
  for (const store of Array.from(database.objectStoreNames)) {
    const records = await new Promise<readonly unknown[]>((resolve) => {
      const reading = database.transaction(store).objectStore(store).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    const decoder = new TextDecoder();
    const text = JSON.stringify(records, (_, value: unknown) =>
      value instanceof Uint8Array ? decoder.decode(value) : value,
    );
    if (records.length > 0) parts.push(store, text);
  }
  database.close();
  return parts.join('\n');
}
