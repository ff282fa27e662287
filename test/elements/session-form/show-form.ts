import type { Coaching } from '@coachkit/core';
import type { CoachingProvider, CoachingSessionForm } from '@coachkit/elements';
import '@coachkit/elements/session-form/define';
import { sendKeys } from '@web/test-runner-commands';
import { inside, mount, settled, type Mounted } from '../support/mount.ts';
import { withMethods, type Methods } from '../support/stand-in.ts';
import { sampleCoaching } from './sample-pair.ts';

/** The form of Priya and Tom on the page, and what it acts on. */
export interface Shown extends Mounted<'coaching-session-form'> {
  readonly coaching: Coaching;
}

/** What to show the form with. */
export interface ShowOptions {
  readonly coaching?: Coaching;
  /** Methods of the `Coaching` that do something else. */
  readonly methods?: Methods | ((coaching: Coaching) => Methods);
  readonly properties?: Partial<CoachingSessionForm>;
  readonly provider?: Partial<CoachingProvider>;
  readonly into?: Element;
  /** Of the column around it, in pixels; 640 when absent. */
  readonly width?: number;
}

/** Shows the form, ready to be written in, in a column of 640 px. */
export async function showForm(options: ShowOptions = {}): Promise<Shown> {
  const { coaching = await sampleCoaching(), methods = {}, properties = {}, provider = {}, width = 640 } = options;
  const changed = withMethods(coaching, typeof methods === 'function' ? methods(coaching) : methods);
  const { into = document.body } = options;
  const column = into.ownerDocument.createElement('div');
  column.style.inlineSize = `${width}px`;
  into.append(column);
  columns.push(column);
  const shown = await mount('coaching-session-form', {
    coaching: changed,
    properties: { relationshipId: 'pair', ...properties },
    provider,
    into: column,
  });
  await until(() => shown.element.shadowRoot?.querySelector('.form, .note, .empty') ?? false);
  return { ...shown, coaching };
}

const columns: Element[] = [];

afterEach(() => {
  for (const column of columns.splice(0)) column.remove();
});

/** Waits until something is so, or resolves with what is. @throws Error after five seconds */
export async function until(isSo: () => unknown): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not become so within five seconds: ${String(isSo)}`);
}

/** What has the focus inside the form. */
export const focused = (element: Element): HTMLInputElement | null =>
  (element.shadowRoot?.activeElement ?? null) as HTMLInputElement | null;

/** Presses keys one after the other ("k", "Control+Enter"), and waits for each to have its effect. */
export async function press(element: Element, ...keys: readonly string[]): Promise<void> {
  for (const each of keys) {
    const [key = '', modifier] = each.split('+').reverse();
    if (modifier) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    if (modifier) await sendKeys({ up: modifier });
    await settled(element);
  }
}

/** Types where the focus is. */
export async function write(element: Element, text: string): Promise<void> {
  await sendKeys({ type: text });
  await settled(element);
}

/** Puts a text into a field, as far as the element can tell, and leaves the field. */
export async function fill(element: Element, selector: string, text: string): Promise<void> {
  const field = inside<HTMLInputElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

/** Adds an action through the quick entry. */
export async function addAction(element: Element, text: string): Promise<void> {
  await fill(element, '#quickEntry', text);
  inside(element, '#quickEntry').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await settled(element);
}

/** Fills in what a record needs and saves it. */
export async function writeAndSave(element: Element, point = 'One'): Promise<void> {
  await fill(element, '#points-0', point);
  inside(element, '.button-primary').click();
  await settled(element);
}

/** What stands in the points. */
export const pointsOf = (element: Element): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLTextAreaElement>('.points .text') ?? [])].map(({ value }) => value);

/** What is kept of the draft. */
export const draftOf = async (coaching: Coaching, sessionId?: string) => {
  const { session } = await coaching.sessions.prepare({ relationshipId: 'pair' });
  const id = sessionId ?? session?.id;
  return (await coaching.drafts.get({ relationshipId: 'pair', ...(id && { sessionId: id }) }))?.draft;
};
