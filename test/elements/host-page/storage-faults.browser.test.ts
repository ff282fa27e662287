import {
  CoachingError,
  createCoaching,
  createMemoryStorage,
  createSkillList,
  type Coaching,
  type Storage,
} from '@coachkit/core';
import {
  demoOrganisation,
  demoSkills,
  demoTenantId,
  createDemoLearningSystem,
  seedDemoStorage,
} from '@coachkit/core/demo';
import '@coachkit/elements/register';
import { expect } from '@open-wc/testing';
import { takeFaults } from '../support/faults.ts';

const today = '2026-11-24';
const organisation = demoOrganisation({ seed: 1, today });

/** What storage does, from the moment the element is on the page. */
const faults: Readonly<Record<string, (storage: Storage) => Partial<Storage>>> = {
  'rejects everything': () => ({
    get: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
    query: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
    commit: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
  }),
  'throws what no port allows': () => ({
    get: () => {
      throw new TypeError('a mistake of the adapter');
    },
    query: () => Promise.reject(new Error('not a CoachingError')),
    commit: () => Promise.reject(new DOMException('unknown', 'UnknownError')),
  }),
  'is full': () => ({ commit: () => Promise.reject(new CoachingError('storage-full', 'no room')) }),
  'can only be read': () => ({ commit: () => Promise.reject(new CoachingError('storage-read-only', 'newer')) }),
  'never answers': () => ({
    get: () => new Promise(() => undefined),
    query: () => new Promise(() => undefined),
    commit: () => new Promise(() => undefined),
  }),
  'dies after a while': (storage) => {
    let calls = 0;
    const failing =
      <Input extends unknown[], Output>(verb: (...input: Input) => Promise<Output>) =>
      (...input: Input) =>
        (calls += 1) > 40 ? Promise.reject(new CoachingError('closed', 'closed')) : verb(...input);
    return {
      get: failing((...input) => storage.get(...input)),
      query: failing((...input) => storage.query(...input)),
      commit: failing((...input) => storage.commit(...input)),
    };
  },
  'has changed under us': () => ({ commit: () => Promise.reject(new CoachingError('conflict', 'changed')) }),
};

const { managerId: manager, employeeId: employee, learningId: learning } = organisation.featured;
const pairOf = organisation.documents.relationship.find((each) => each.managerId === manager && each.end === undefined);
const recorded = organisation.documents.session.find(
  (each) => each.managerId === manager && each.status === 'recorded',
);

/** Every element with the person who uses it and what it is told. */
const elements: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['coaching-session-form', manager, { 'relationship-id': pairOf?.id ?? '' }],
  ['coaching-agenda', manager, {}],
  ['coaching-action-list', employee, {}],
  ['coaching-session-view', manager, { 'session-id': recorded?.id ?? '' }],
  ['coaching-development-record', employee, {}],
  ['coaching-dashboard', learning, {}],
];

async function coachingOver(personId: string, fault: (storage: Storage) => Partial<Storage>): Promise<Coaching> {
  const storage = createMemoryStorage({ tenantId: demoTenantId });
  await seedDemoStorage(storage, () => organisation);
  const faulty: Storage = {
    capabilities: storage.capabilities,
    status: storage.status,
    get: (kind, id) => storage.get(kind, id),
    query: (kind, query) => storage.query(kind, query),
    commit: (changes) => storage.commit(changes),
    subscribe: (listener) => storage.subscribe(listener),
    wipe: () => storage.wipe(),
    close: () => storage.close(),
    ...fault(storage),
  };
  return createCoaching({
    storage: faulty,
    actor: { tenantId: demoTenantId, personId, roles: organisation.roles.get(personId) ?? [] },
    clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
    skills: createSkillList(demoSkills),
    lms: createDemoLearningSystem(),
  });
}

/** Presses and fills everything that can be pressed and filled, as an impatient person would. */
async function useEverything(element: Element): Promise<number> {
  let used = 0;
  for (let round = 0; round < 2; round += 1) {
    const controls = [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, input, textarea, select, summary') ?? []),
    ];
    for (const control of controls.slice(0, 60)) {
      if (!control.isConnected) continue;
      used += 1;
      control.focus();
      if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) {
        control.value = 'Some words @me fri';
        control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        control.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
        );
      } else {
        control.click();
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return used;
}

describe('the host page sees no error of ours', () => {
  for (const [fault, of] of Object.entries(faults)) {
    it(`while storage ${fault}`, async () => {
      for (const [tag, personId, attributes] of elements) {
        const provider = document.createElement('coaching-provider');
        provider.coaching = await coachingOver(personId, of);
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        provider.append(element);
        document.body.append(provider);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(element.shadowRoot, `${tag} is defined`).to.not.equal(null);
        await useEverything(element);
        provider.remove();
        expect(takeFaults(), `${tag} while storage ${fault}`).to.deep.equal([]);
      }
    });
  }

  it('and the use of a healthy element does press something', async () => {
    const provider = document.createElement('coaching-provider');
    provider.coaching = await coachingOver(employee, () => ({}));
    const element = document.createElement('coaching-action-list');
    provider.append(element);
    document.body.append(provider);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await useEverything(element)).to.be.greaterThan(3);
    provider.remove();
  });
});
