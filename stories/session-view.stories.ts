import { createMemoryStorage, type Coaching, type SessionStatus } from '@coachkit/core';
import { changeMessages } from '@coachkit/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import {
  conflicting,
  demo,
  failing,
  featuredPair,
  featuredSession,
  loading,
  onStage,
  storyDay,
  type Conflicting,
} from './stage.ts';

const view = (coaching: Coaching | Promise<Coaching>, sessionId: string | Promise<string>) =>
  onStage(coaching, html`<coaching-session-view session-id=${until(sessionId)}></coaching-session-view>`);

const inside = (canvasElement: HTMLElement): ShadowRoot | null | undefined =>
  canvasElement.querySelector('coaching-session-view')?.shadowRoot;

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));

const as = (who: 'manager' | 'employee') => () => {
  const coaching = demo(who);
  return view(coaching, featuredSession(coaching));
};

/** The first session in a state on the manager's agenda. */
const inState = (status: SessionStatus) => () => {
  const coaching = demo('manager');
  const found = coaching.then(async ({ sessions }) => {
    const { entries } = await sessions.agenda();
    return entries.find(({ session }) => session?.status === status)?.session?.id ?? '';
  });
  return view(coaching, found);
};

/** A session documented today, so that it can still be corrected. */
async function documented(coaching: Promise<Coaching>, label: string, points: readonly string[]): Promise<string> {
  const { sessions, actor } = await coaching;
  const { value } = await sessions.record({
    relationshipId: await featuredPair(coaching),
    date: storyDay,
    durationMinutes: 50,
    focus: { kind: 'specific-development-area', label },
    points,
    actions: [{ text: `${label}: once more`, ownerId: actor.personId, dueDate: '2026-12-01' }],
  });
  return value.session.id;
}

const meta: Meta = { title: 'Session view', component: 'coaching-session-view' };
export default meta;

/** As the employee reads it. */
export const Employee: StoryObj = { render: as('employee') };

/** As the manager reads it. */
export const Manager: StoryObj = { render: as('manager') };

/** Corrected twice on the day it was saved; the earlier wordings are unfolded. */
export const Corrected: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    const corrected = async (): Promise<string> => {
      const sessionId = await documented(coaching, 'Discounts', ['Two renewal calls.', 'He gives the discount early.']);
      const { sessions } = await coaching;
      for (const point of [
        'With Northwind he offered 8% unasked.',
        'With Northwind he offered 8% before they asked.',
      ]) {
        const { version } = await sessions.get({ sessionId });
        await sessions.correct({
          sessionId,
          version,
          focus: { kind: 'specific-development-area', label: 'Holding the price' },
          points: ['Two renewal calls.', point, 'He wants to name the trade-off first.'],
        });
      }
      return sessionId;
    };
    return view(coaching, corrected());
  },
  play: async ({ canvasElement }) => {
    await settled();
    for (const details of inside(canvasElement)?.querySelectorAll('details') ?? []) details.open = true;
  },
};

/** An action and a comment that were refused, each with the reason under its field. */
export const Refused: StoryObj = {
  render: as('employee'),
  play: async ({ canvasElement }) => {
    await settled();
    const root = inside(canvasElement);
    root?.querySelector<HTMLElement>('#add')?.click();
    await settled();
    root?.querySelector('#text')?.closest('form')?.requestSubmit();
    await settled();
  },
};

/** Planned; nothing is written yet. */
export const Planned: StoryObj = { render: inState('planned') };

/** Somebody did not come. */
export const Missed: StoryObj = { render: inState('missed') };

/** Does not exist, or belongs to others: the two look the same. */
export const NotYours: StoryObj = { render: () => view(demo('employee'), 'no-such-session') };

/** No session is named. */
export const NoneChosen: StoryObj = { render: () => view(demo('employee'), '') };

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => view(loading(), 'any') };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => view(failing(), 'any') };

/** A record of today of which some fields have two versions: what the employee's phone sent came second. */
function conflicted(
  points: readonly string[],
  other: readonly string[],
  more: readonly Conflicting[] = [],
): { readonly coaching: Promise<Coaching>; readonly sessionId: Promise<string> } {
  const storage = createMemoryStorage({ tenantId: 'northwind' });
  const coaching = demo('manager', storage);
  const made = async (): Promise<string> => {
    const sessionId = await documented(coaching, 'Holding the price', points);
    const own = await coaching;
    const relationshipId = await featuredPair(coaching);
    const { actions } = await own.sessions.get({ sessionId });
    const actionId = actions[0]?.action.id ?? '';
    const changes: readonly Conflicting[] = [{ entityKind: 'sessionContent', field: 'points', other }, ...more];
    await conflicting(
      own,
      storage,
      { relationshipId, sessionId },
      changes.map((change) => (change.entityKind === 'action' ? { ...change, entityId: actionId } : change)),
    );
    return sessionId;
  };
  return { coaching, sessionId: made() };
}

const inConflict =
  (more: readonly Conflicting[] = []) =>
  () => {
    const { coaching, sessionId } = conflicted(ours, theirs, more);
    return view(coaching, sessionId);
  };

const [ours, theirs] = [
  [
    'Two renewal calls: the opening went as he planned it.',
    'He always gives the discount before the customer asks.',
    'He wants to name the trade-off first.',
  ],
  [
    'Two renewal calls: the opening went as he planned it.',
    'With Northwind he offered 8% before they had asked for anything.',
    'He wants to name the trade-off first, then wait.',
  ],
];

/** The same record was changed on two devices: both versions are there until one of the two people chooses. */
export const Conflict: StoryObj = { render: inConflict() };

/** Every kind of field at once: words, an action, dates, a length, something that was removed. */
export const Conflicts: StoryObj = {
  render: inConflict([
    { entityKind: 'action', field: 'text', other: 'Holding the price: once more, with the Alder team' },
    { entityKind: 'action', field: 'dueDate', other: '2026-12-04' },
    { entityKind: 'session', field: 'durationMinutes', other: 45 },
    { entityKind: 'sessionContent', field: 'proposedFocus' },
  ]),
};

/** One is made of both. */
export const ConflictMerging: StoryObj = {
  ...Conflict,
  play: async ({ canvasElement }) => {
    for (let tries = 0; tries < 20; tries += 1) {
      const button = inside(canvasElement)?.querySelector<HTMLElement>('[id="merge-conflict-0"]');
      button?.click();
      if (button) return;
      await settled();
    }
  },
};

/** Two versions in a dark host. */
export const ConflictDark: StoryObj = { ...Conflicts, globals: { theme: 'dark' } };

/** Two versions, one under the other. */
export const ConflictNarrow: StoryObj = { ...Conflicts, globals: { width: '280' } };

/** Two versions where people read from right to left. */
export const ConflictRightToLeft: StoryObj = { ...Conflicts, globals: { direction: 'rtl' } };

const longWord = 'Kraftfahrzeughaftpflichtversicherungsgesellschaft';

/** Words that are longer than the page is wide, and text from right to left. */
export const LongWords: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    return view(
      coaching,
      documented(coaching, longWord.repeat(2), [
        longWord.repeat(8),
        'تحدثنا عن السعر قبل أن يسأل العميل.',
        'שיחה קצרה.',
      ]),
    );
  },
  globals: { width: '280' },
};

/** In a dark host. */
export const Dark: StoryObj = { ...Employee, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Employee, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Employee, globals: { direction: 'rtl' } };

/** Two versions in words that are longer than the page is wide. */
export const ConflictLongWords: StoryObj = {
  render: () => {
    const { coaching, sessionId } = conflicted(
      [longWord.repeat(3), 'سأل قبل أن يعرض الخصم.'],
      [longWord.repeat(2), 'سأل بعد أن عرض الخصم.'],
    );
    return html`<coaching-provider
      .coaching=${until(coaching)}
      .messages=${changeMessages('en', {
        conflicts: { keep: longWord, take: longWord, merge: longWord, heading: longWord.repeat(2), current: longWord },
      })}
      ><coaching-session-view session-id=${until(sessionId)}></coaching-session-view
    ></coaching-provider>`;
  },
  globals: { width: '280' },
};
