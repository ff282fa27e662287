import { CoachingError, type RefusedChange, type SyncStatus } from '@coachkit/core';
import { changeMessages } from '@coachkit/elements';
import { createFakeSynchronisation } from '@coachkit/testing/fakes';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { connected, demo, refusedChanges } from './stage.ts';

/** In its place in the page, with what it stands over. */
const inPage = (status: Partial<SyncStatus>, refused: readonly RefusedChange[] = []): TemplateResult => {
  const sync = createFakeSynchronisation(status);
  if (refused.length > 0) sync.refuse(...refused);
  return html`<coaching-provider no-sync-status .coaching=${until(connected(demo('employee'), sync))}>
    <coaching-sync-status show-saved></coaching-sync-status>
    <coaching-action-list></coaching-action-list>
  </coaching-provider>`;
};

/** Over the page, as the provider shows it by itself. */
const overPage = (status: Partial<SyncStatus>, refused: readonly RefusedChange[] = []): TemplateResult => {
  const sync = createFakeSynchronisation(status);
  if (refused.length > 0) sync.refuse(...refused);
  return html`<coaching-provider .coaching=${until(connected(demo('employee'), sync))}>
    <coaching-action-list></coaching-action-list>
  </coaching-provider>`;
};

type Canvas = { readonly canvasElement: HTMLElement };

/** What somebody finds in the status of a story, in its place in the page or in the provider, once it is there. */
async function find({ canvasElement }: Canvas, selector: string): Promise<HTMLElement | null | undefined> {
  for (let tries = 0; tries < 20; tries += 1) {
    const provider = canvasElement.querySelector('coaching-provider');
    const element = [provider?.shadowRoot, canvasElement]
      .map((root) => root?.querySelector('coaching-sync-status'))
      .find(Boolean);
    const found = element?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

async function press(canvas: Canvas, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) (await find(canvas, selector))?.click();
}

const meta: Meta = { title: 'Sync status', component: 'coaching-sync-status', globals: { width: '720' } };
export default meta;

/** All is well. */
export const Saved: StoryObj = { render: () => inPage({}) };

/** On its way. */
export const Saving: StoryObj = { render: () => inPage({ waiting: 2 }) };

/** No connection, in the place that the host gave it. */
export const Offline: StoryObj = { render: () => inPage({ connection: 'offline', waiting: 3 }) };

/** The host's session has ended. */
export const SignedOut: StoryObj = { render: () => inPage({ connection: 'signed-out', waiting: 1 }) };

/** Changes that the server did not accept, folded out. */
export const NeedsAttention: StoryObj = {
  render: () => inPage({}, refusedChanges),
  play: (canvas) => press(canvas, '#show'),
};

/** Before one of them is given up for good. */
export const GivingUp: StoryObj = {
  render: () => inPage({}, refusedChanges),
  play: (canvas) => press(canvas, '#show', '[id="give-up-change-1"]'),
};

/** The last one was sent again: what had the focus stays until it is closed. */
export const NothingLeft: StoryObj = {
  render: () => inPage({}, refusedChanges.slice(0, 1)),
  play: (canvas) => press(canvas, '#show', '.change .button'),
};

/** Sending again has failed. */
export const StillRefused: StoryObj = {
  render: () => {
    const sync = createFakeSynchronisation();
    sync.refuse(...refusedChanges);
    const retry = (): Promise<void> =>
      Promise.reject(new CoachingError('unreachable', 'the story wants it so', { retryable: true }));
    return html`<coaching-provider
      no-sync-status
      .coaching=${until(connected(demo('employee'), Object.assign(sync, { retry })))}
    >
      <coaching-sync-status></coaching-sync-status>
    </coaching-provider>`;
  },
  play: (canvas) => press(canvas, '#show', '.change .button'),
};

/** Over the page, as the provider shows it by itself. */
export const OverThePage: StoryObj = { render: () => overPage({ connection: 'offline', waiting: 3 }) };

/** Over the page, signed out and with changes that were not accepted. */
export const OverThePageOpen: StoryObj = {
  render: () => overPage({ connection: 'signed-out', waiting: 1 }, refusedChanges),
  play: (canvas) => press(canvas, '#show'),
};

/** In a dark host. */
export const Dark: StoryObj = { ...OverThePageOpen, globals: { theme: 'dark' } };

/** On a phone. */
export const Narrow: StoryObj = { ...NeedsAttention, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...OverThePageOpen, globals: { direction: 'rtl' } };

const longWord = 'Kraftfahrzeughaftpflichtversicherung';

/** Words as long as they get in other languages, in the narrowest place. */
export const LongWords: StoryObj = {
  render: () => {
    const sync = createFakeSynchronisation({ connection: 'signed-out', waiting: 12 });
    sync.refuse(...refusedChanges);
    return html`<coaching-provider
      no-sync-status
      .coaching=${until(connected(demo('employee'), sync))}
      .messages=${changeMessages('en', {
        'sync-status': { signedOut: `${longWord} ${longWord}`, signIn: longWord, show: longWord },
        attention: { copy: longWord, giveUp: longWord, download: longWord.repeat(2) },
      })}
      ><coaching-sync-status></coaching-sync-status
    ></coaching-provider>`;
  },
  play: (canvas) => press(canvas, '#show'),
  globals: { width: '280' },
};
