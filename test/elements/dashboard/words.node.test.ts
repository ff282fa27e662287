import { dashboardCatalogue, formatFor } from '@coachkit/elements';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeInWords } from '../../../packages/elements/dist/dashboard/period-words.js';

const { words } = dashboardCatalogue;

test('the change of a share is said in points, from what is shown on both sides', () => {
  assert.equal(changeInWords(0.72, 0.757, 'September 2026', words), '4 points lower than in September 2026');
  assert.equal(changeInWords(0.76, 0.75, 'September 2026', words), '1 point higher than in September 2026');
  assert.equal(changeInWords(0.751, 0.749, 'September 2026', words), 'the same as in September 2026');
  assert.equal(changeInWords(undefined, 0.7, 'September 2026', words), undefined);
  assert.equal(changeInWords(0.7, undefined, 'September 2026', words), undefined);
});

test('the words know one from many', () => {
  assert.equal(words.hiddenGroups(1), '1 group is hidden to protect people.');
  assert.equal(words.hiddenGroups(14), '14 groups are hidden to protect people.');
  assert.equal(words.people(1), '1 person');
  assert.equal(formatFor('en-GB').month('2026-10-01'), 'October 2026');
});
