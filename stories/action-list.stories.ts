import { createMemoryStorage, type Coaching } from '@coachkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { conflicting, connected, demo, failing, featuredPair, loading, nothingYet, onStage } from './stage.ts';

const list = (coaching: Coaching | Promise<Coaching>) =>
  onStage(coaching, html`<coaching-action-list></coaching-action-list>`);

const meta: Meta = { title: 'Action list', component: 'coaching-action-list' };
export default meta;

/** A manager's: what she and her people have agreed. */
export const Manager: StoryObj = { render: () => list(demo('manager')) };

/** An employee's own. */
export const Employee: StoryObj = { render: () => list(demo('employee')) };

/** Of one pair, with the button that adds an action. */
export const OnePair: StoryObj = {
  render: () => {
    const coaching = demo('employee');
    return onStage(
      coaching,
      html`<coaching-action-list relationship-id=${until(featuredPair(coaching))}></coaching-action-list>`,
    );
  },
};

/** What is done, unfolded. */
export const Done: StoryObj = {
  render: () => list(demo('manager')),
  play: async ({ canvasElement }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    canvasElement.querySelector('coaching-action-list')?.shadowRoot?.querySelector<HTMLElement>('summary')?.click();
  },
};

/** Ticked off a moment ago, with the editor of another action open. */
export const UndoAndEdit: StoryObj = {
  render: () => list(demo('employee')),
  play: async ({ canvasElement }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const root = canvasElement.querySelector('coaching-action-list')?.shadowRoot;
    root?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
    root?.querySelectorAll<HTMLElement>('.button-icon')[1]?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
};

/** One was changed on two devices: both versions are there until one of the two people chooses. */
export const Conflict: StoryObj = {
  render: () => {
    const storage = createMemoryStorage({ tenantId: 'northwind' });
    const coaching = demo('employee', storage);
    const withConflict = async (): Promise<Coaching> => {
      const own = await coaching;
      const { actions } = await own.actions.list();
      const action = actions.find(({ action: { status, sessionId } }) => status === 'open' && sessionId)?.action;
      if (action) {
        const { relationshipId, sessionId = '', id: entityId } = action;
        const other = `${action.text}, in person`;
        await conflicting(own, storage, { relationshipId, sessionId }, [
          { entityKind: 'action', entityId, field: 'text', other },
        ]);
      }
      return connected(own, {});
    };
    return list(withConflict());
  },
};

/** Nobody has agreed on anything. */
export const NothingYet: StoryObj = { render: () => list(nothingYet()) };

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => list(loading()) };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => list(failing()) };

/** In a dark host. */
export const Dark: StoryObj = { ...Employee, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Employee, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Employee, globals: { direction: 'rtl' } };
