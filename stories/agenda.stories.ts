import type { Coaching } from '@coachkit/core';
import { agendaCatalogue, changeMessages } from '@coachkit/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { demo, failing, loading, nothingYet, onStage } from './stage.ts';

const agenda = (coaching: Coaching | Promise<Coaching>) => onStage(coaching, html`<coaching-agenda></coaching-agenda>`);

const meta: Meta = { title: 'Agenda', component: 'coaching-agenda' };
export default meta;

type Canvas = { readonly canvasElement: HTMLElement };

async function press({ canvasElement }: Canvas, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    canvasElement.querySelector('coaching-agenda')?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  }
}

/** A manager's: who is due, what is planned, who is away. */
export const Manager: StoryObj = { render: () => agenda(demo('manager')) };

/** An employee's: a row to read, and a focus to propose. */
export const Employee: StoryObj = { render: () => agenda(demo('employee')) };

/** The further things to do, folded out. */
export const More: StoryObj = { ...Manager, play: (canvas) => press(canvas, 'li:nth-child(4) .further') };

/** A new date for a session that was missed. */
export const NewDate: StoryObj = { ...Manager, play: (canvas) => press(canvas, '.act') };

/** It did not take place: who did not come? */
export const Absence: StoryObj = {
  ...Manager,
  play: (canvas) => press(canvas, 'li:nth-child(3) .further', '.choices :nth-child(2)'),
};

/** How often a pair meets. */
export const Cadence: StoryObj = {
  ...Manager,
  play: (canvas) => press(canvas, 'li:nth-child(2) .further', '.choices :last-child'),
};

/** A date was left empty: the field says so. */
export const Refused: StoryObj = { ...Manager, play: (canvas) => press(canvas, '.act', '.editor .button') };

/** What an employee would like to talk about. */
export const Focus: StoryObj = { ...Employee, play: (canvas) => press(canvas, '.act') };

/** Nobody to coach, nobody who coaches. */
export const NothingYet: StoryObj = { render: () => agenda(nothingYet()) };

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => agenda(loading()) };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => agenda(failing()) };

const { words } = agendaCatalogue;
const longWord = 'Kraftfahrzeughaftpflichtversicherung';

/** Words as long as they get in other languages, in the narrowest place. */
export const LongWords: StoryObj = {
  render: () =>
    html`<coaching-provider
      .coaching=${until(demo('manager'))}
      .messages=${changeMessages('en', {
        agenda: {
          act: (act) => `${words.act(act)} ${longWord}`,
          overdue: (days) => `${longWord} ${words.overdue(days)}`,
          cadence: (cadence) => `${words.cadence(cadence)} ${longWord}`,
        },
      })}
      ><coaching-agenda></coaching-agenda
    ></coaching-provider>`,
  play: (canvas) => press(canvas, 'li:nth-child(2) .further', '.choices :last-child'),
  globals: { width: '280' },
};

/** In a dark host. */
export const Dark: StoryObj = { ...More, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Manager, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...More, globals: { direction: 'rtl' } };
