import type { Storage, StorageEvent, StoredDocument } from '@coachkit/core';
import { expectRefusal, expectSame, expectTrue } from './expectations.js';
import { put, remove, session } from './samples.js';
import { pause, record, storageCase, until } from './storage-case.js';

/** Promise 15: listeners hear every committed change, after it can be read. */
export const listeningCases = [
  storageCase(15, 'a listener hears what was written and what was deleted', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 'goes', session())]);
    const heard = record(storage);
    await storage.commit([put('session', 's', session()), put('draft', 'd', {}), remove('session', 'goes')]);
    await until(() => changesIn(heard.events).length >= 3, 'a listener hears of three changes');
    expectSame(
      changesIn(heard.events).sort(),
      ['here draft d written', 'here session goes deleted', 'here session s written'],
      'what it heard',
    );
    heard.stop();
  }),

  storageCase(15, 'what a listener hears of can be read', async ({ open }) => {
    const storage = await open();
    const reading: Promise<StoredDocument | undefined>[] = [];
    storage.subscribe((event) => {
      if (event.type === 'changed') for (const { kind, id } of event.documents) reading.push(storage.get(kind, id));
    });
    for (let version = 1; version <= 10; version += 1)
      await storage.commit([put('goal', 'g', { version }, version - 1)]);
    await until(() => reading.length >= 10, 'a listener hears of ten changes');
    const versions = (await Promise.all(reading)).map((document) => document?.version ?? 0);
    expectTrue(
      versions.every((version, position) => version > position),
      `it read the versions ${versions.join(' ')}`,
    );
  }),

  storageCase(15, 'a listener hears nothing of a commit that was refused or empty', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 's', session())]);
    await pause(50);
    const heard = record(storage);
    await expectRefusal(
      () => storage.commit([put('session', 's', session()), put('draft', 'd', {})]),
      'conflict',
      'the commit',
    );
    await storage.commit([]);
    await pause(100);
    expectSame(changesIn(heard.events), [], 'what it heard');
  }),

  storageCase(15, 'a listener hears nothing after it was taken off, and others go on', async ({ open }) => {
    const storage = await open();
    const [first, second] = [record(storage), record(storage)];
    first.stop();
    first.stop();
    await storage.commit([put('session', 's', session())]);
    await until(() => second.events.length > 0, 'the other listener hears of the change');
    expectSame(first.events, [], 'what the first listener heard');
  }),

  storageCase(15, 'a listener that throws neither fails the commit nor silences others', async ({ open }) => {
    const storage = await open();
    storage.subscribe(() => {
      throw new Error('a listener that throws');
    });
    const heard = record(storage);
    await storage.commit([put('session', 's', session())]);
    await until(() => heard.events.length > 0, 'another listener hears of the change');
    expectSame((await storage.get('session', 's'))?.version, 1, 'the version');
  }),

  storageCase(
    15,
    'changes made through another object are heard as made elsewhere, and can be read',
    async ({ open }) => {
      const [storage, other] = [await open(), await open()];
      const reading: Promise<StoredDocument | undefined>[] = [];
      other.subscribe((event) => {
        if (event.type === 'changed') for (const { kind, id } of event.documents) reading.push(other.get(kind, id));
      });
      const heard = record(other);
      await storage.commit([put('session', 's', session()), put('draft', 'd', {})]);
      await storage.commit([remove('draft', 'd')]);
      await until(() => changesIn(heard.events).length >= 3, 'another object hears of three changes');
      expectSame(
        changesIn(heard.events),
        ['elsewhere session s written', 'elsewhere draft d written', 'elsewhere draft d deleted'],
        'what it heard',
      );
      expectSame((await reading[0])?.body, session(), 'what it read');
    },
    'hearsOthers',
  ),

  storageCase(
    15,
    'who makes a change hears of it once',
    async ({ open }) => {
      const [storage] = [await open(), await open()] as [Storage, Storage];
      const heard = record(storage);
      await storage.commit([put('session', 's', session())]);
      await pause(150);
      expectSame(changesIn(heard.events), ['here session s written'], 'what it heard');
    },
    'hearsOthers',
  ),
];

function changesIn(events: readonly StorageEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'changed'
      ? event.documents.map(
          ({ kind, id, deleted }) => `${event.origin} ${kind} ${id} ${deleted ? 'deleted' : 'written'}`,
        )
      : [],
  );
}
