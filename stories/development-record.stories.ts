import type { Coaching } from '@coachkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { demo, failing, featuredPair, loading, nothingYet, onStage } from './stage.ts';

const record = (coaching: Coaching | Promise<Coaching>, employeeId?: Promise<string>) =>
  onStage(coaching, html`<coaching-development-record employee-id=${until(employeeId)}></coaching-development-record>`);

const own = (coaching: Coaching | Promise<Coaching>) =>
  onStage(coaching, html`<coaching-development-record></coaching-development-record>`);

const inside = (canvasElement: HTMLElement): ShadowRoot | null | undefined =>
  canvasElement.querySelector('coaching-development-record')?.shadowRoot;

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));

const meta: Meta = { title: 'Development record', component: 'coaching-development-record' };
export default meta;

/** The employee's own, with the export. */
export const Employee: StoryObj = { render: () => own(demo('employee')) };

/** Of one of her people, as the current manager reads it. */
export const Manager: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    const employeeId = coaching.then(async ({ relationships }) => {
      const pair = await featuredPair(coaching);
      return (await relationships.list()).find(({ id }) => id === pair)?.employeeId ?? '';
    });
    return record(coaching, employeeId);
  },
};

/** The form for a goal, with the list of skills open. */
export const AddingAGoal: StoryObj = {
  render: () => own(demo('employee')),
  play: async ({ canvasElement }) => {
    await settled();
    const root = inside(canvasElement);
    root?.querySelector<HTMLElement>('#add')?.click();
    await settled();
    const skill = root?.querySelector<HTMLInputElement>('#skill');
    if (!skill) return;
    skill.focus();
    skill.value = 'ne';
    skill.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
    skill.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  },
};

/** A goal that was refused: what is wrong stands under each field. */
export const RefusedGoal: StoryObj = {
  render: () => own(demo('employee')),
  play: async ({ canvasElement }) => {
    await settled();
    const root = inside(canvasElement);
    root?.querySelector<HTMLElement>('#add')?.click();
    await settled();
    root?.querySelector('#goal')?.closest('form')?.requestSubmit();
    await settled();
  },
};

/** A goal that was reached a moment ago, with the way back. */
export const GoalReached: StoryObj = {
  render: () => own(demo('employee')),
  play: async ({ canvasElement }) => {
    await settled();
    inside(canvasElement)?.querySelector<HTMLElement>('.goal button')?.click();
    await settled();
  },
};

const showCourses = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await settled();
  inside(canvasElement)?.querySelectorAll<HTMLElement>('[name=filter]')[2]?.click();
};

/** Only the courses. */
export const CoursesOnly: StoryObj = { render: () => own(demo('employee')), play: showCourses };

/** Nothing of the kind that was asked for: somebody who was never given a course. */
export const NoMatch: StoryObj = {
  render: () => own(demo('p012')),
  play: showCourses,
};

/** Nothing has happened yet. */
export const NothingYet: StoryObj = { render: () => own(nothingYet()) };

/** Somebody else's: it looks the same as one that does not exist. */
export const NotYours: StoryObj = { render: () => record(demo('employee'), Promise.resolve('p001')) };

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => own(loading()) };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => own(failing()) };

/** A goal in words that are longer than the page is wide. */
export const LongWords: StoryObj = {
  render: () => {
    const coaching = demo('employee').then(async (sample) => {
      const title = 'Kraftfahrzeughaftpflichtversicherungsgesellschaft'.repeat(3);
      await sample.plans.addGoal({ employeeId: sample.actor.personId, title, targetDate: '2026-12-01' });
      return sample;
    });
    return own(coaching);
  },
  globals: { width: '280' },
};

/** In a dark host. */
export const Dark: StoryObj = { ...Employee, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Employee, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Employee, globals: { direction: 'rtl' } };
