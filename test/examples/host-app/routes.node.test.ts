import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf, routeOf, type Route } from '../../../examples/host-app/src/routes.ts';

const routes: readonly Route[] = [
  { page: 'sign-in' },
  { page: 'team' },
  { page: 'record', relationshipId: 'r1' },
  { page: 'record', relationshipId: 'r1', sessionId: 's-2.3:4@5' },
  { page: 'person', employeeId: 'p037' },
  { page: 'session', section: 'manager', sessionId: 's1' },
  { page: 'session', section: 'employee', sessionId: 's1' },
  { page: 'development' },
  { page: 'programme' },
];

describe('addresses', () => {
  for (const route of routes) {
    test(`${addressOf(route)} leads back to its page`, () => assert.deepEqual(routeOf(addressOf(route)), route));
  }

  for (const path of [
    '/manager/record',
    '/manager/record/',
    '/manager/record/a/b/c',
    '/manager/person/%3Cscript%3E',
    '/manager/session/..',
    '/employee/person/p037',
    `/manager/person/${'x'.repeat(129)}`,
    '/Manager',
    '/app/main.js',
  ]) {
    test(`${path.slice(0, 40)} leads nowhere`, () => assert.deepEqual(routeOf(path), { page: 'unknown' }));
  }
});
