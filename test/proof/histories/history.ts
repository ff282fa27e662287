import { connectCoaching } from '@coachkit/adapters/http/connect';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import {
  createCoaching,
  createMemoryStorageSource,
  documentKinds,
  millisecondsOf,
  type Actor,
  type Coaching,
  type DocumentKind,
  type JsonObject,
  type Storage,
  type StorageSource,
} from '@coachkit/core';
import { createReplicaReader } from '@coachkit/core/wire';
import { createHandler, type Handler } from '@coachkit/server';
import { foundCompany, suiteStart } from '@coachkit/testing/coaching-suite';
import { createFakeLearningSystem } from '@coachkit/testing/fakes';
import { createChance, type Chance } from '../../support/chance.ts';
import { createFaultyNetwork, type FaultyNetwork } from '../../support/faulty-network.ts';
import { authenticateByToken, handlerFetch, tokenOf } from '../../support/handler-fetch.ts';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time.ts';
import { edit, type Ledger } from './edits.ts';

/** What came of one history. */
export interface HistoryResult {
  readonly acknowledged: number;
  readonly faulted: number;
  readonly requests: number;
  readonly conflicts: number;
  readonly refused: number;
  /** What must not be, in words; empty when all is well. */
  readonly problems: readonly string[];
}

/** One device of a person, with a clock of its own. */
export interface Device {
  readonly name: string;
  readonly personId: string;
  readonly coaching: Coaching;
  readonly local: Storage;
  readonly network: FaultyNetwork;
}

const tenantId = 'suite';
const day = 86_400_000;

/**
 * Three devices, two of a manager and one of an employee, with clocks off by up to 400 days, that write at random over
 * a network in which 60 % of the requests go wrong, until it is healed. Same seed, same history.
 */
export async function runHistory(seed: number): Promise<HistoryResult> {
  const chance = createChance(seed);
  const time = createVirtualTime(millisecondsOf(suiteStart));
  const source = createMemoryStorageSource();
  const relationshipId = await found(source, time);
  const handler = createHandler({
    storage: source,
    authenticate: authenticateByToken,
    clock: time,
    limits: { burst: 1_000_000 },
  });
  let share = 0;
  const devices: Device[] = [];
  for (const [name, personId] of [
    ['laptop', 'priya'],
    ['phone', 'priya'],
    ['desk', 'tom'],
  ] as const) {
    devices.push(await connect({ name, personId, time, chance, handler, share: () => share, newIdSeed: `${seed}` }));
  }
  await pass(time, Promise.all(devices.map(({ coaching }) => coaching.sync.now())));

  share = 0.6;
  const ledger: Ledger = { edits: 0, writes: [], relationshipId, running: new Map(), saved: new Map() };
  for (let edits = chance.whole(8, 16); edits > 0; edits -= 1) {
    const device = chance.pick(devices);
    // One person does one thing after the other.
    const run = (ledger.running.get(device.name) ?? Promise.resolve()).then(() => edit(device, chance, ledger));
    ledger.running.set(device.name, run);
    await pass(time, time.sleep(chance.pick([0, 50, 700, 5_000, 60_000, 900_000])));
  }
  await pass(time, Promise.all(ledger.running.values()));

  share = 0;
  for (let round = 0; round < 4; round += 1)
    await pass(time, Promise.all(devices.map(({ coaching }) => coaching.sync.now())));

  const problems = await findProblems(source.storageFor(actorOf('priya')), devices, ledger, time);
  const result: HistoryResult = {
    acknowledged: ledger.writes.filter(({ isAcknowledged }) => isAcknowledged).length,
    faulted: devices.reduce((sum, { network }) => sum + network.faulted, 0),
    requests: devices.reduce((sum, { network }) => sum + network.requests, 0),
    conflicts: (await source.storageFor(actorOf('priya')).query('conflict', { index: 'id' })).documents.length,
    refused: devices.reduce((sum, { coaching }) => sum + coaching.sync.getStatus().needsAttention, 0),
    problems,
  };
  await Promise.all(devices.map(({ coaching }) => coaching.close()));
  handler.close();
  return result;
}

function actorOf(personId: string): Actor {
  return { tenantId, personId, roles: personId === 'it' ? ['technical-admin'] : [] };
}

async function found(source: StorageSource, clock: VirtualTime): Promise<string> {
  const lms = createFakeLearningSystem([]);
  const company = await foundCompany({
    clock: { now: () => clock.now(), set: () => undefined },
    lms,
    as: (personId) => {
      const actor = actorOf(personId);
      return Promise.resolve(createCoaching({ storage: source.storageFor(actor), actor, clock }));
    },
    cleanUp: () => Promise.resolve(),
  });
  await company.manager.sessions.record({
    relationshipId: company.relationshipId,
    date: '2026-11-23',
    durationMinutes: 50,
    focus: { kind: 'performance-goals', label: 'The first one' },
    points: ['as it was'],
    actions: [{ id: 'action-first', text: 'as it was', ownerId: 'tom', dueDate: '2026-12-10' }],
  });
  await company.employee.plans.addGoal({ employeeId: 'tom', title: 'as it was' });
  return company.relationshipId;
}

async function connect(parts: {
  readonly name: string;
  readonly personId: string;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly handler: Handler;
  readonly share: () => number;
  readonly newIdSeed: string;
}): Promise<Device> {
  const { name, personId, time, chance, handler, share } = parts;
  const actor = actorOf(personId);
  const network = createFaultyNetwork(handlerFetch(handler), time, chance, share);
  const off = chance.whole(-400, 400) * day;
  const local = createMemoryStorage({ tenantId });
  let made = 0;
  const coaching = await connectCoaching({
    url: 'https://hr.example',
    actor,
    getToken: () => tokenOf(actor),
    storage: local,
    fetch: network.fetch,
    clock: { now: () => time.now() + off },
    timers: time.timers,
    random: () => chance.next(),
    newId: () => `${name}-${parts.newIdSeed}-${(made += 1)}`,
    changes: 'ask',
  });
  return { name, personId, coaching, local, network };
}

async function pass(time: VirtualTime, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  void work.finally(() => (isOver = true));
  await time.passUntil(() => isOver);
  if (!isOver) throw new Error('nothing is to come, and the work is not done');
}

async function findProblems(
  server: Storage,
  devices: readonly Device[],
  { writes }: Ledger,
  clock: VirtualTime,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const documents = await everything(server);
  const refused = await Promise.all(devices.map(async ({ coaching }) => JSON.stringify(await coaching.sync.refused())));
  for (const { kind, words, isAcknowledged, isSuperseded, device } of writes) {
    if (!isAcknowledged) continue;
    const found = documents.filter((each) => each.kind !== 'operation' && each.text.includes(words));
    const isKept = refused.some((text) => text.includes(words));
    if (found.length === 0 && !isKept && !isSuperseded) problems.push(`lost: ${kind} ${words} of ${device}`);
    const original = found.filter((each) => each.kind === kind);
    if (original.length > 1) problems.push(`doubled: ${kind} ${words}`);
    if (found.length > 0 && isKept && kind !== 'draft') problems.push(`applied and refused: ${kind} ${words}`);
  }
  for (const device of devices) problems.push(...(await differences(device, server, clock)));
  return problems;
}

async function everything(storage: Storage): Promise<{ readonly kind: string; readonly text: string }[]> {
  const all = await Promise.all(
    (Object.keys(documentKinds) as DocumentKind[]).map(async (kind) =>
      (await storage.query(kind, { index: 'id' })).documents.map(({ body }) => ({ kind, text: JSON.stringify(body) })),
    ),
  );
  return all.flat();
}

async function differences(
  { name, personId, coaching, local }: Device,
  storage: Storage,
  clock: VirtualTime,
): Promise<readonly string[]> {
  const { waiting, connection } = coaching.sync.getStatus();
  if (waiting > 0 || connection !== 'online') return [`${name} still has ${waiting} waiting, ${connection}`];
  const reader = createReplicaReader({ storage, actor: actorOf(personId), clock });
  const manifest = await reader.manifest();
  const wanted = new Map<string, string>();
  for (const { kind, id, body } of await reader.read(manifest.documents)) wanted.set(`${kind}/${id}`, canonical(body));
  const problems: string[] = [];
  for (const kind of Object.keys(documentKinds) as DocumentKind[]) {
    if (kind === 'queuedOperation' || kind === 'replicaDocument') continue;
    for (const { id, body } of (await local.query(kind, { index: 'id' })).documents) {
      const expected = wanted.get(`${kind}/${id}`);
      if (expected !== canonical(body ?? {}))
        problems.push(`${name} holds ${kind}/${id}: ${canonical(body ?? {})} instead of ${expected}`);
      wanted.delete(`${kind}/${id}`);
    }
  }
  return [...problems, ...[...wanted.keys()].map((missing) => `${name} lacks ${missing}`)];
}

function canonical(body: JsonObject): string {
  return JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
