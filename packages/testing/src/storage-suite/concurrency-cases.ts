import { CoachingError, type Storage } from '@coachkit/core';
import { expectSame, expectTrue } from './expectations.js';
import { put } from './samples.js';
import { storageCase } from './storage-case.js';

const writers = Array.from({ length: 20 }, (_, writer) => writer);

/** Promise 13: exactly one of several commits that expect the same version wins. */
export const concurrencyCases = [
  storageCase(13, 'of 20 commits that update the same version one wins', async ({ open }) => {
    const storage = await open();
    await storage.commit([put('session', 's', { writer: -1 })]);
    await raceForOne((writer) => storage.commit([put('session', 's', { writer }, 1)]), storage, 2);
  }),

  storageCase(13, 'of 20 commits that create the same document one wins', async ({ open }) => {
    const storage = await open();
    await raceForOne((writer) => storage.commit([put('session', 's', { writer })]), storage, 1);
  }),

  storageCase(13, 'of 20 commits through two objects one wins', async ({ open }) => {
    const [one, other] = [await open(), await open()];
    await raceForOne((writer) => (writer % 2 === 0 ? one : other).commit([put('session', 's', { writer })]), one, 1);
  }),

  storageCase(13, 'commits of different documents do not hinder each other', async ({ open }) => {
    const storage = await open();
    await Promise.all(writers.map((writer) => storage.commit([put('session', `s${writer}`, { writer })])));
    const { documents } = await storage.query('session', { index: 'id' });
    expectSame(documents.length, writers.length, 'how many were written');
  }),

  storageCase(13, 'commits that share one document exclude each other whole', async ({ open }) => {
    const storage = await open();
    const commits = writers.map((writer) =>
      storage.commit([put('draft', `own-${writer}`, { writer }), put('session', 'shared', { writer })]),
    );
    const won = outcomes(await Promise.allSettled(commits));
    expectSame(won.length, 1, 'how many won');
    const { documents } = await storage.query('draft', { index: 'id' });
    expectSame(
      documents.map(({ id }) => id),
      [`own-${won[0] ?? ''}`],
      'the documents of their own',
    );
  }),

  storageCase(13, 'nothing is lost when 20 writers count together', async ({ open }) => {
    const storage = await open();
    const other = await open();
    await storage.commit([put('goal', 'counter', { count: 0 })]);
    await Promise.all(writers.map((writer) => countOnce(writer % 2 === 0 ? storage : other)));
    const counter = await storage.get('goal', 'counter');
    expectSame([counter?.body, counter?.version], [{ count: writers.length }, writers.length + 1], 'count and version');
  }),
];

async function raceForOne(
  commit: (writer: number) => Promise<unknown>,
  storage: Storage,
  version: number,
): Promise<void> {
  const [winner, ...others] = outcomes(await Promise.allSettled(writers.map((writer) => commit(writer))));
  expectTrue(
    winner !== undefined && others.length === 0,
    `${others.length + (winner === undefined ? 0 : 1)} of 20 commits won`,
  );
  const stored = await storage.get('session', 's');
  expectSame([stored?.body, stored?.version], [{ writer: winner }, version], 'what is stored');
}

/** The writers that won. Fails when one lost for another reason than a conflict. */
function outcomes(results: readonly PromiseSettledResult<unknown>[]): number[] {
  for (const result of results) {
    if (
      result.status === 'rejected' &&
      !(CoachingError.isInstance(result.reason) && result.reason.code === 'conflict')
    ) {
      throw new Error('a commit failed for another reason than a conflict', { cause: result.reason });
    }
  }
  return writers.filter((writer) => results[writer]?.status === 'fulfilled');
}

/** Reads, adds one and writes, again and again until nobody came in between. */
async function countOnce(storage: Storage): Promise<void> {
  for (;;) {
    const counter = await storage.get('goal', 'counter');
    const count = Number(counter?.body?.['count']) + 1;
    try {
      await storage.commit([put('goal', 'counter', { count }, counter?.version ?? 0)]);
      return;
    } catch (error) {
      if (!CoachingError.isInstance(error) || error.code !== 'conflict') throw error;
    }
  }
}
