import { test } from 'node:test';

test('passes', () => {});
test('is left out', { skip: true }, () => {});
