import { describe, test } from 'node:test';

describe('a group', () => {
  test('passes', () => {});
});
