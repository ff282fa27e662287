import type { Coaching, SessionStatus } from '@coachkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { demo, failing, featuredPair, featuredSession, loading, onStage, storyDay } from './stage.ts';

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
