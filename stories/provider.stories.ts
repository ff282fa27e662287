import { changeMessages, type CoachingProvider } from '@coachkit/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { demo } from './stage.ts';

/** Two elements side by side that share what one provider hands out. */
const inside = html`<coaching-agenda></coaching-agenda> <coaching-action-list></coaching-action-list>`;

const meta: Meta = { title: 'Provider', component: 'coaching-provider' };
export default meta;

/** One attribute and no code: the sample organisation, kept until the page is closed. */
export const SampleOrganisation: StoryObj = {
  render: () =>
    html`<coaching-provider demo as="employee"><coaching-action-list></coaching-action-list></coaching-provider>`,
};

/** One `Coaching` for everything inside, however deep. */
export const SharedCoaching: StoryObj = {
  render: () => html`<coaching-provider .coaching=${until(demo('manager'))}>${inside}</coaching-provider>`,
};

/** Set tightly, as a table of an intranet is. */
export const Compact: StoryObj = { render: () => dense('compact') };

/** Set with room, as on a page of its own. */
export const Roomy: StoryObj = { render: () => dense('roomy') };

/** Dark inside a light page. */
export const Dark: StoryObj = {
  render: () =>
    html`<coaching-provider theme="dark" .coaching=${until(demo('employee'))}>
      <coaching-action-list></coaching-action-list>
    </coaching-provider>`,
  globals: { theme: 'dark' },
};

/** Words of the host's own in place of ours. */
export const ChangedWords: StoryObj = {
  render: () =>
    html`<coaching-provider
      locale="en-GB"
      .messages=${changeMessages('en-GB', { 'action-list': { overdue: 'Past its date' } })}
      .coaching=${until(demo('employee'))}
    >
      <coaching-action-list></coaching-action-list>
    </coaching-provider>`,
};

/** The host has not handed a `Coaching` over: after a second the elements say so instead of waiting for ever. */
export const WithoutCoaching: StoryObj = {
  render: () => html`<coaching-provider><coaching-action-list></coaching-action-list></coaching-provider>`,
  play: () => new Promise((resolve) => setTimeout(resolve, 1_200)),
};

/** The sample asks for somebody who is not there. */
export const SampleFails: StoryObj = {
  render: () =>
    html`<coaching-provider demo as="nobody-of-that-name"><coaching-agenda></coaching-agenda></coaching-provider>`,
};

function dense(density: NonNullable<CoachingProvider['density']>): TemplateResult {
  return html`<coaching-provider density=${density} .coaching=${until(demo('employee'))}>
    <coaching-action-list></coaching-action-list>
  </coaching-provider>`;
}
