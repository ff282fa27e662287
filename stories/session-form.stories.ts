import { CoachingError, type Coaching } from '@coachkit/core';
import { changeMessages, sessionFormCatalogue } from '@coachkit/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import {
  demo,
  demoOver,
  failing,
  featuredPair,
  featuredSession,
  firstSession,
  loading,
  onDevice,
  onStage,
} from './stage.ts';

const form = (coaching: Coaching | Promise<Coaching>, pair: string | Promise<string>): TemplateResult =>
  onStage(coaching, html`<coaching-session-form relationship-id=${until(pair)}></coaching-session-form>`);

/** The form of Priya Nair and Tom Okafor. */
const featured = (coaching: Promise<Coaching>): TemplateResult => form(coaching, featuredPair(coaching));

const refused = (code: 'storage-full' | 'storage-unavailable') => () =>
  Promise.reject(new CoachingError(code, 'the story wants it so'));

type Canvas = { readonly canvasElement: HTMLElement };

const pause = (milliseconds = 200): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What somebody finds in the form of a story, once it is there. */
async function find<Found extends HTMLElement>(
  { canvasElement }: Canvas,
  selector: string,
): Promise<Found | undefined> {
  for (let tries = 0; tries < 10; tries += 1) {
    const found = canvasElement.querySelector('coaching-session-form')?.shadowRoot?.querySelector<Found>(selector);
    if (found) return found;
    await pause(100);
  }
  return undefined;
}

async function press(canvas: Canvas, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    (await find(canvas, selector))?.click();
    await pause(50);
  }
}

async function type(canvas: Canvas, selector: string, text: string): Promise<void> {
  const field = await find<HTMLInputElement>(canvas, selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await pause(50);
}

const enter = async (canvas: Canvas, selector: string): Promise<void> => {
  (await find(canvas, selector))?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await pause(50);
};

/** A whole record, with a line that is not added yet. */
async function write(canvas: Canvas): Promise<void> {
  await press(
    canvas,
    'li:nth-child(1) .choice label:nth-of-type(1) input',
    'li:nth-child(2) .choice label:nth-of-type(2) input',
  );
  await type(canvas, '#points-0', 'Tom led two renewal calls on his own. The opening went as he planned it.');
  await type(canvas, '#points-1', 'He gives the discount before the customer asks.');
  await type(canvas, '#points-2', 'He wants to name the trade-off first, then wait for an answer.');
  await type(canvas, '#quickEntry', 'Draft three trade-off questions for the Alder call @tom fri');
  await enter(canvas, '#quickEntry');
  await type(canvas, '#quickEntry', 'Sit in on the Alder call @me fri');
}

async function writeAndSave(canvas: Canvas): Promise<void> {
  await write(canvas);
  await press(canvas, '.button-primary');
}

const meta: Meta = { title: 'Session form', component: 'coaching-session-form', globals: { width: '720' } };
export default meta;

/** The person who is due, with two old actions and a course under way. */
export const Due: StoryObj = { render: () => featured(demo('manager')) };

/** Two people who meet for the first time; the programme has no skills framework. */
export const FirstSession: StoryObj = { render: () => form(firstSession(), 'pair') };

/** A focus in one's own words: it counts as not linked to a skill. */
export const OwnWords: StoryObj = {
  ...FirstSession,
  play: async (canvas) => {
    await type(canvas, '#focus', 'Holding the price');
    await pause(300);
    await press(canvas, '.option-last');
  },
};

/** Everything written, with the reading of the line that is not added yet. */
export const Written: StoryObj = { ...Due, play: write };

/** A skill is looked for. */
export const TypeAhead: StoryObj = {
  ...Due,
  play: async (canvas) => {
    await type(canvas, '#focus', 'ques');
    await pause(300);
  },
};

/** A course is assigned without leaving. */
export const WithCourse: StoryObj = {
  ...Due,
  play: async (canvas) => {
    await write(canvas);
    await press(canvas, '.after summary');
    await type(canvas, '#courses', 'neg');
    await pause(300);
    await press(canvas, '.after .option');
  },
};

/** Who sees what, folded out. */
export const WhoSeesWhat: StoryObj = { ...Due, play: (canvas) => press(canvas, '.head summary') };

/** Questions and the last session, folded out where there is no room beside. */
export const Questions: StoryObj = { ...Due, play: (canvas) => press(canvas, '.ask summary') };

/** A point and an action were taken away and can be brought back. */
export const Undo: StoryObj = {
  ...Due,
  play: async (canvas) => {
    await write(canvas);
    await press(canvas, '.points li:nth-child(2) .button-icon');
  },
};

/** Saved too early: what is to be put right, each with the way to its field. */
export const Errors: StoryObj = {
  ...Due,
  play: async (canvas) => {
    await type(canvas, '#date', '31 feb');
    await type(canvas, '#quickEntry', 'Call Elena');
    await enter(canvas, '#quickEntry');
    await type(canvas, '#actions-0-dueDate', '3 Nov 2026');
    await press(canvas, '.button-primary');
  },
};

/** A point that is longer than a point may be. */
export const TooLong: StoryObj = { ...Due, play: (canvas) => type(canvas, '#points-0', 'Too long. '.repeat(61)) };

/** There is no room on the device: the text stays, and can be taken along. */
export const StorageFull: StoryObj = {
  render: () => featured(demoOver(() => ({ commit: refused('storage-full') }))),
  play: async (canvas) => {
    await write(canvas);
    await pause(900);
  },
};

/** The record could not be saved. */
export const NotSaved: StoryObj = {
  render: () =>
    featured(
      demoOver(({ commit }) => ({
        commit: (changes) =>
          changes.some(({ kind }) => kind === 'session') ? refused('storage-unavailable')() : commit(changes),
      })),
    ),
  play: writeAndSave,
};

/** Another tab has written the same record: both versions are there until one is chosen. */
export const Conflict: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    const pair = featuredPair(coaching);
    const other = async (): Promise<void> => {
      const { sessions, drafts } = await coaching;
      const { relationship, session, date, durationMinutes } = await sessions.prepare({ relationshipId: await pair });
      const draft = {
        relationshipId: relationship.id,
        ...(session && { sessionId: session.id }),
        date,
        durationMinutes,
        reviews: [],
        focusQuery: '',
        points: ['Two renewal calls.', 'Written in the other tab.'],
        actions: [],
        quickEntry: '',
        activeSeconds: 0,
      };
      await drafts.save({ draft, version: 0 });
    };
    return html`${form(coaching, pair)}<button type="button" hidden @click=${() => void other()}>Write elsewhere</button>`;
  },
  play: async (canvas) => {
    await find(canvas, '#points-0');
    canvas.canvasElement.querySelector('button')?.click();
    await pause();
    await type(canvas, '#points-0', 'Written in this tab.');
    await pause(900);
  },
};

/** The record is saved; what happens next. */
export const Saved: StoryObj = { ...Due, play: writeAndSave };

const writeAndWait = async (canvas: Canvas): Promise<void> => {
  await write(canvas);
  await pause(900);
};

/** The form alone says how things stand: the stories of the sync status show the line over the page. */
const withServer = (sync: Parameters<typeof onDevice>[0]): TemplateResult => {
  const coaching = onDevice(sync);
  return html`<coaching-provider no-sync-status .coaching=${until(coaching)}>
    <coaching-session-form relationship-id=${until(featuredPair(coaching))}></coaching-session-form>
  </coaching-provider>`;
};

/** Online: what was written is on the server. */
export const SavedOnServer: StoryObj = { render: () => withServer({}), play: writeAndWait };

/** Offline: what was written is kept on this device. */
export const Offline: StoryObj = {
  render: () => withServer({ connection: 'offline', waiting: 3 }),
  play: writeAndWait,
};

/** The host's session has ended while somebody writes: the draft stays, and goes on being written. */
export const SignedOut: StoryObj = {
  render: () => withServer({ connection: 'signed-out', waiting: 1 }),
  play: writeAndWait,
};

/** The server has refused an earlier change. */
export const NeedsAttention: StoryObj = { render: () => withServer({ needsAttention: 2 }), play: writeAndWait };

/** Saved without a connection: it says so, and changes by itself when the server has it. */
export const SavedOffline: StoryObj = {
  render: () => withServer({ connection: 'offline', waiting: 1 }),
  play: writeAndSave,
};

/** A saved record is corrected: words, date and length only. */
export const Correcting: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    return onStage(
      coaching,
      html`<coaching-session-form
        relationship-id=${until(featuredPair(coaching))}
        session-id=${until(featuredSession(coaching))}
      ></coaching-session-form>`,
    );
  },
};

/** A newer version was used on this device: nothing can be changed with this one. */
export const ReadOnly: StoryObj = {
  render: () =>
    featured(
      demoOver(({ status }) => ({
        status: { ...status, readOnly: true },
        commit: () => Promise.reject(new CoachingError('storage-read-only', 'the story wants it so')),
      })),
    ),
};

/** While it is being loaded: the height is kept. */
export const Loading: StoryObj = { render: () => form(loading(), 'pair') };

/** Storage cannot be reached. */
export const Failing: StoryObj = { render: () => form(failing(), 'pair') };

/** Somebody who is not part of the pair. */
export const NotAllowed: StoryObj = { render: () => form(demo('learning'), featuredPair(demo('manager'))) };

/** Nobody was chosen yet. */
export const NobodyChosen: StoryObj = { render: () => form(demo('manager'), '') };

/** On a phone. */
export const Narrow: StoryObj = { ...Written, globals: { width: '280' } };

/** With the panel beside it. */
export const Wide: StoryObj = { ...Written, globals: { width: '1080' } };

/** In a dark host. */
export const Dark: StoryObj = { ...Written, globals: { theme: 'dark', width: '1080' } };

/** Where people read from right to left. */
export const RightToLeft: StoryObj = { ...Written, globals: { direction: 'rtl', width: '1080' } };

const { words } = sessionFormCatalogue;
const longWord = 'Kraftfahrzeughaftpflichtversicherung';

/** Words as long as they get in other languages, in the narrowest place. */
export const LongWords: StoryObj = {
  render: () => {
    const coaching = demo('manager');
    return html`<coaching-provider
      .coaching=${until(coaching)}
      .messages=${changeMessages('en', {
        'session-form': {
          review: `${words.review} ${longWord}`,
          keep: longWord,
          otherSkill: longWord,
          points: longWord,
          pointsHint: longWord,
          reads: longWord,
          adds: longWord,
          addCourse: longWord,
          keptInMemory: `${longWord} ${words.keptInMemory}`,
          save: longWord,
        },
      })}
      ><coaching-session-form relationship-id=${until(featuredPair(coaching))}></coaching-session-form
    ></coaching-provider>`;
  },
  play: write,
  globals: { width: '280' },
};

/** The same for how things stand with the server. */
export const LongWordsSignedOut: StoryObj = {
  render: () => {
    const coaching = onDevice({ connection: 'signed-out', waiting: 1 });
    return html`<coaching-provider
      no-sync-status
      .coaching=${until(coaching)}
      .messages=${changeMessages('en', {
        'session-form': { signInToSend: `${words.signInToSend} ${longWord}`, keptSignedOut: longWord },
      })}
      ><coaching-session-form relationship-id=${until(featuredPair(coaching))}></coaching-session-form
    ></coaching-provider>`;
  },
  play: writeAndWait,
  globals: { width: '280' },
};
