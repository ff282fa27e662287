import { refusalOf, type DeliveryReceipt } from '@coachkit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LearningLaboratory, LearningMood } from '@coachkit/testing/lms-suite';
import { openCanvas } from './canvas-laboratory.ts';
import type { FakeSystem } from './fake-system.ts';
import { openMoodle } from './moodle-laboratory.ts';
import { openRest } from './rest-laboratory.ts';

const faults: readonly LearningMood[] = ['down', 'busy', 'forgetful', 'odd', 'refusing'];

/** Numbers that are the same in every run (a linear congruential generator), 0 up to, not including, 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

const openings: readonly [string, () => Promise<LearningLaboratory & { readonly system: FakeSystem }>][] = [
  ['Moodle', openMoodle],
  ['Canvas', openCanvas],
  ['a REST interface', openRest],
];

for (const [name, open] of openings) {
  test(`while four of ten requests to ${name} fail, every assignment is delivered once or has a reason`, async () => {
    const { lms, system, enrolments, close } = await open();
    try {
      const next = numbers(20_261_124);
      system.moodOf = () => (next() < 0.4 ? faults[Math.floor(next() * faults.length)]! : 'well');
      let delivered = 0;
      let refused = 0;
      for (let each = 0; each < 40; each += 1) {
        const pair = { personId: each % 2 === 0 ? 'tom' : 'ada', courseId: String(101 + Math.floor(each / 2)) };
        const outcome = await deliver(() => lms.assign({ requestId: `request-${each}`, ...pair }));
        const inBooks = enrolments().filter(
          (found) => found.personId === pair.personId && found.courseId === pair.courseId,
        );
        if (typeof outcome === 'string') refused += 1;
        else delivered += 1;
        assert.ok(typeof outcome !== 'string' || outcome !== '', 'a refusal has a reason');
        if (typeof outcome !== 'string') assert.equal(inBooks.length, 1, `${pair.personId} in ${pair.courseId}`);
        else assert.ok(inBooks.length <= 1, `${pair.personId} in ${pair.courseId}`);
      }
      assert.equal(delivered + refused, 40);
      assert.ok(delivered > 0 && refused > 0, `${delivered} delivered, ${refused} refused`);
    } finally {
      await close();
    }
  });
}

/** Tries until it is done or refused for good, as an outbox would. @returns the receipt, or the code of the refusal */
async function deliver(assign: () => Promise<DeliveryReceipt>): Promise<DeliveryReceipt | string> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    try {
      return await assign();
    } catch (error) {
      const { reason, code = '' } = refusalOf(error);
      if (reason !== 'unavailable') return code;
    }
  }
  throw new Error('neither delivered nor refused');
}
