import type { Coaching } from '@coachkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { demo, failing, loading, onStage } from './stage.ts';

const meta: Meta = { title: 'Skill picker', component: 'coaching-skill-picker' };
export default meta;

const picker = (coaching: Coaching | Promise<Coaching>, content: TemplateResult) =>
  onStage(coaching, html`<form>${content}</form>`);

const plain = html`<coaching-skill-picker name="skill" hint="The skill that this goal is about"></coaching-skill-picker>`;

/** Types into the field of the story. */
const typed =
  (text: string): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const element = canvasElement.querySelector('coaching-skill-picker');
    const field = element?.shadowRoot?.querySelector('input');
    if (!field) return;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await new Promise((resolve) => setTimeout(resolve, 400));
  };

/** The first skill that the sample has. */
async function someSkill(coaching: Promise<Coaching>): Promise<string> {
  return (await (await coaching).skills.find('negotiate', 1))[0]?.id ?? '';
}

/** Nothing chosen yet. */
export const Empty: StoryObj = { render: () => picker(demo('manager'), plain) };

/** What is found for a word. */
export const Found: StoryObj = { ...Empty, play: typed('c') };

/** No skill has the words. */
export const NoMatch: StoryObj = { ...Empty, play: typed('helicopter') };

/** A skill that was chosen before. */
export const Chosen: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    return picker(
      coaching,
      html`<coaching-skill-picker name="skill" value=${until(someSkill(coaching), '')}></coaching-skill-picker>`,
    );
  },
};

/** A skill that the framework does not have any more. */
export const Unknown: StoryObj = {
  render: () =>
    picker(demo('manager'), html`<coaching-skill-picker name="skill" value="gone"></coaching-skill-picker>`),
};

/** The form asks for a skill. */
export const Required: StoryObj = {
  render: () => picker(demo('manager'), html`<coaching-skill-picker name="skill" required></coaching-skill-picker>`),
  play: async ({ canvasElement }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    canvasElement.querySelector('coaching-skill-picker')?.reportValidity();
  },
};

/** Nobody can use it now. */
export const Disabled: StoryObj = {
  render: () => picker(demo('manager'), html`<coaching-skill-picker name="skill" disabled></coaching-skill-picker>`),
};

/** What is chosen cannot be read, and nothing can be searched. */
export const Failing: StoryObj = {
  render: () => picker(failing(), html`<coaching-skill-picker name="skill"></coaching-skill-picker>`),
};

/** Before anything has answered. */
export const Loading: StoryObj = { render: () => picker(loading(), plain) };

/** In a dark host. */
export const Dark: StoryObj = { ...Found, globals: { theme: 'dark' } };

/** In the narrowest place it is made for. */
export const Narrow: StoryObj = { ...Found, globals: { width: '280' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Found, globals: { direction: 'rtl' } };
