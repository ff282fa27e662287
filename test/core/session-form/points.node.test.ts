import { splitPoints, type SessionForm } from '@coachkit/core/session-form';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePair, openForm, stateOf } from './pair.ts';

const pointsOf = (form: SessionForm): readonly string[] => stateOf(form).content.points;

describe('a pasted list', () => {
  const pasted: readonly (readonly [string, readonly string[]])[] = [
    ['one', ['one']],
    ['a\nb', ['a', 'b']],
    ['- a\n- b\n\n- c', ['a', 'b', 'c']],
    ['• a\r\n• b', ['a', 'b']],
    ['1. a\n2) b', ['a', 'b']],
    ['[x] a\n[ ] b', ['a', 'b']],
    ['• a\n   more of a\n• b', ['a more of a', 'b']],
    ['2026 plan\nnext', ['2026 plan', 'next']],
    ['- \n- ', []],
  ];
  for (const [text, points] of pasted) {
    test(JSON.stringify(text), () => assert.deepEqual(splitPoints(text), points));
  }
});

describe('the points of a form', () => {
  test('three lines to begin with, five at most', async () => {
    const form = await openForm(await makePair());
    assert.deepEqual(pointsOf(form), ['', '', '']);
    assert.equal(form.addPoint(2), true);
    assert.equal(form.addPoint(0), true);
    assert.equal(form.addPoint(4), false);
    assert.equal(pointsOf(form).length, 5);
  });

  test('a list goes into the lines from where it is pasted; what stood around the cursor stays with its ends', async () => {
    const form = await openForm(await makePair());
    form.setPoint(0, 'before');
    assert.equal(form.pastePoints(1, 'he ', '- said\n- did', ' so'), 2);
    assert.deepEqual(pointsOf(form), ['before', 'he said', 'did so']);
    assert.equal(form.pastePoints(0, '', 'no list', ''), undefined);
  });

  test('a list beyond five lines loses nothing: the rest stands in the fifth', async () => {
    const form = await openForm(await makePair());
    assert.equal(form.pastePoints(0, '', '- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7', ''), 4);
    assert.deepEqual(pointsOf(form), ['1', '2', '3', '4', '5\n6\n7']);
  });

  test('a removed point comes back to its place; what was written since stays', async () => {
    const form = await openForm(await makePair());
    ['One', 'Two', 'Three'].forEach((text, index) => form.setPoint(index, text));
    form.removePoint(1);
    assert.deepEqual(pointsOf(form), ['One', 'Three']);
    assert.equal(stateOf(form).undoable, 'point');
    form.setPoint(0, 'One, changed');
    form.undo();
    assert.deepEqual(pointsOf(form), ['One, changed', 'Two', 'Three']);
    assert.equal(stateOf(form).undoable, undefined);
  });

  test('an empty line that is removed is nothing to bring back; the last line stays', async () => {
    const form = await openForm(await makePair());
    form.removePoint(2);
    form.removePoint(1);
    form.removePoint(0);
    assert.deepEqual(pointsOf(form), ['']);
    assert.equal(stateOf(form).undoable, undefined);
    form.removePoint(7);
    assert.deepEqual(pointsOf(form), ['']);
  });

  test('undo into five full lines joins the point to the last one', async () => {
    const form = await openForm(await makePair());
    form.pastePoints(0, '', '- 1\n- 2\n- 3\n- 4\n- 5', '');
    form.removePoint(4);
    form.addPoint(3);
    form.setPoint(4, 'new');
    form.undo();
    assert.deepEqual(pointsOf(form), ['1', '2', '3', '4', '5\nnew']);
  });

  test('a point moves, and not beyond the ends', async () => {
    const form = await openForm(await makePair());
    ['One', 'Two', 'Three'].forEach((text, index) => form.setPoint(index, text));
    form.movePoint(2, 0);
    form.movePoint(0, -1);
    assert.deepEqual(pointsOf(form), ['Three', 'One', 'Two']);
  });

  test('right-to-left, combining and unpaired characters are kept exactly as typed', async () => {
    const coaching = await makePair();
    const form = await openForm(coaching);
    const texts = ['سأل قبل أن يعرض \u200Fالخصم', 'e\u0301a\u0308 👩‍👩‍👧 \u2067x\u2069', '  two spaces  '];
    texts.forEach((text, index) => form.setPoint(index, text));
    await form.flush();
    assert.deepEqual(pointsOf(await openForm(coaching)), texts);
  });
});
