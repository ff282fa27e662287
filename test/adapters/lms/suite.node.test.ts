import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLearningSuite, type LearningHarness } from '@coachkit/testing/lms-suite';
import { openCanvas } from './canvas-laboratory.ts';
import { openMemory } from './memory-laboratory.ts';
import { openMoodle } from './moodle-laboratory.ts';
import { openRest } from './rest-laboratory.ts';
import { openStore } from './xapi-laboratory.ts';

/** The adapters, and the promises for which they offer nothing. */
const adapters: readonly [name: string, harness: LearningHarness, notOffered: readonly number[]][] = [
  ['Moodle', { open: () => openMoodle() }, [8, 10, 11]],
  ['Canvas', { open: () => openCanvas() }, [8, 10, 11]],
  ['a learning record store', { open: () => openStore() }, [4, 5, 9, 11]],
  ['memory', { open: openMemory }, [11, 12, 13]],
  ['a REST interface by a mapping', { open: () => openRest() }, []],
];

for (const [name, harness, notOffered] of adapters) {
  test(`${name} keeps every promise of a learning system that it offers`, async () => {
    const { table, passed, rows } = await runLearningSuite(harness);
    assert.ok(passed, table);
    const left = rows.filter(({ result }) => result === 'not offered').map(({ promise }) => promise);
    assert.deepEqual(left, notOffered, table);
  });
}
