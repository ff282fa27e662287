/** Our session form on memory storage with the same two actions and two skills as the plain page. */
import '@coachkit/elements/provider/define';
import '@coachkit/elements/session-form/define';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createCoaching, createSkillList, type JsonObject, type StorageChange } from '@coachkit/core';

const put = (kind: StorageChange['kind'], body: JsonObject & { readonly id: string }): StorageChange => ({
  type: 'put',
  kind,
  id: body.id,
  body,
  expectedVersion: 0,
});

const people = { managerId: 'priya', employeeId: 'tom' };
const action = {
  ...people,
  relationshipId: 'pair',
  ownerId: 'tom',
  dueDate: '2026-11-13',
  status: 'open',
  activities: [],
  createdAt: '2026-10-20T09:00:00.000Z',
  createdBy: 'priya',
};

const storage = await createMemoryStorage({ tenantId: 'bench' });
await storage.commit([
  put('person', { id: 'priya', name: 'Priya Nair', timeZone: 'Europe/London' }),
  put('person', { id: 'tom', name: 'Tom Okafor', timeZone: 'Europe/London' }),
  put('reportingLine', { id: 'line', ...people, start: '2026-01-01' }),
  put('relationship', {
    id: 'pair',
    ...people,
    start: '2026-01-01',
    cadences: [{ cadence: { unit: 'month', every: 1 }, from: '2026-01-01' }],
  }),
  put('action', { ...action, id: 'a1', text: 'Shadow the pricing call' }),
  put('action', { ...action, id: 'a2', text: 'Ask Elena for two recorded calls' }),
]);

const provider = document.createElement('coaching-provider');
provider.coaching = createCoaching({
  storage,
  actor: { tenantId: 'bench', personId: 'priya', roles: [] },
  skills: createSkillList([
    { id: 'negotiation', label: 'Negotiation' },
    { id: 'forecasting', label: 'Forecasting' },
  ]),
  clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
});
const form = document.createElement('coaching-session-form');
form.setAttribute('relationship-id', 'pair');
provider.append(form);
(document.querySelector('main') ?? document.body).append(provider);

const look = (): void => {
  if (form.shadowRoot?.querySelector('textarea')) performance.measure('ready', 'start');
  else requestAnimationFrame(look);
};
look();
