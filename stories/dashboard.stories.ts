import type { Coaching } from '@coachkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demo, failing, loading, nothingYet, onStage } from './stage.ts';

const dashboard = (coaching: Coaching | Promise<Coaching>) =>
  onStage(coaching, html`<coaching-dashboard></coaching-dashboard>`);

const unfold = async (canvasElement: HTMLElement): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const details of canvasElement.querySelector('coaching-dashboard')?.shadowRoot?.querySelectorAll('details') ??
    []) {
    details.open = true;
  }
};

const meta: Meta = { title: 'Dashboard', component: 'coaching-dashboard' };
export default meta;

/** The last month that is over. */
export const Month: StoryObj = { render: () => dashboard(demo('learning')) };

/** The last quarter that is over. */
export const Quarter: StoryObj = {
  render: () => onStage(demo('learning'), html`<coaching-dashboard unit="quarter"></coaching-dashboard>`),
};

/** The month that is going on, said to be so. */
export const Running: StoryObj = {
  render: () => onStage(demo('learning'), html`<coaching-dashboard date="2026-11-24"></coaching-dashboard>`),
};

/** With teams, numbers and definitions unfolded. */
export const Unfolded: StoryObj = { ...Month, play: ({ canvasElement }) => unfold(canvasElement) };

/** A month before anybody had begun. */
export const NothingYet: StoryObj = { render: () => dashboard(nothingYet(['programme-admin'])) };

/** For somebody who does not look after the programme. */
export const NotAllowed: StoryObj = { render: () => dashboard(demo('employee')) };

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => dashboard(loading()) };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => dashboard(failing()) };

/** In a dark host. */
export const Dark: StoryObj = { ...Month, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Month, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Month, globals: { direction: 'rtl' } };
