import { test } from 'node:test';

test('passes', () => {});
setTimeout(() => process.exit(3), 50);
test('never ends', () => new Promise(() => setTimeout(() => {}, 60_000)));
