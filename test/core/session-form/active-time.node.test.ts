import { createActiveTime, longestPause } from '@coachkit/core/session-form';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePair, openForm, stateOf } from './pair.ts';

/** A clock that is set by hand, in seconds. */
function handClock() {
  let now = 1_000_000;
  return { clock: { now: () => now }, pass: (seconds: number) => void (now += seconds * 1_000) };
}

describe('the time spent on a record', () => {
  test('counts from key to key, no pause for longer than half a minute', () => {
    const { clock, pass } = handClock();
    const time = createActiveTime(clock, 60);
    time.touch();
    pass(10);
    time.touch();
    assert.equal(time.seconds, 70);
    pass(600);
    assert.equal(time.seconds, 70 + longestPause / 1_000);
    time.touch();
    pass(5);
    time.pause();
    pass(100);
    assert.equal(time.seconds, 105);
  });

  test('a clock that is set back takes nothing away', () => {
    const { clock, pass } = handClock();
    const time = createActiveTime(clock);
    time.touch();
    pass(8);
    time.touch();
    pass(-3_600);
    time.touch();
    assert.equal(time.seconds, 8);
  });

  test('goes on where an earlier sitting ended, and is part of the draft alone', async () => {
    const coaching = await makePair();
    const { clock, pass } = handClock();
    const form = await openForm(coaching, { clock });
    form.setPoint(0, 'a');
    pass(20);
    form.setPoint(0, 'ab');
    await form.dispose();
    const again = await openForm(coaching, { clock });
    assert.equal(stateOf(again).content.activeSeconds, 20);
    again.touch();
    pass(15);
    again.setPoint(0, 'abc');
    assert.equal(stateOf(again).content.activeSeconds, 35);
  });
});
