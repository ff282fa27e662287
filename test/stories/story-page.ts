/**
 * Shows every story in a plain page, one after the other, without Storybook around it: under the strict policy of a
 * careful host, and for axe. Runs in the browser; `stories.e2e.test.ts` bundles it with the list of stories.
 */
import { html, render } from 'lit';
import axe from 'axe-core';

interface Story {
  readonly render?: (args: Record<string, unknown>, context: object) => unknown;
  readonly args?: Record<string, unknown>;
  readonly globals?: Record<string, string>;
  readonly play?: (context: { canvasElement: HTMLElement; args: object }) => Promise<void> | void;
}

/** A module of stories as the component story format has it. */
export interface StoryModule {
  readonly default: Story & { readonly title?: string };
  readonly [story: string]: Story;
}

/** What was seen while one story was shown. */
export interface StoryReport {
  readonly story: string;
  /** Directives of the policy that were violated. */
  readonly violations: readonly string[];
  /** Errors that the page heard. */
  readonly errors: readonly string[];
  /** Rules of axe that were broken, with the elements that break them. */
  readonly axe: readonly string[];
  /** How many elements the story shows, inside shadow roots as well: nothing shown means nothing checked. */
  readonly elements: number;
}

const violations: string[] = [];
const errors: string[] = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber, sample }) =>
  violations.push(`${violatedDirective} ${sourceFile ?? ''}:${lineNumber} ${sample}`),
);
addEventListener('error', ({ message }) => errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

/** Names of all stories: `<title>/<story>`. */
export function namesOf(modules: readonly StoryModule[]): string[] {
  return modules.flatMap((module) => storiesOf(module).map(([name]) => `${module.default.title ?? '?'}/${name}`));
}

/** Shows one story and says what was seen. */
export async function check(modules: readonly StoryModule[], wanted: string): Promise<StoryReport> {
  const found = modules
    .flatMap((module) =>
      storiesOf(module).map(([name, story]) => ({ module, story, name: `${module.default.title ?? '?'}/${name}` })),
    )
    .find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no story ${wanted}`);
  const { module, story } = found;
  violations.length = errors.length = 0;
  const place = document.querySelector('main');
  if (place === null) throw new Error('the page has no main');
  const globals = { theme: 'light', direction: 'ltr', locale: 'en-GB', ...module.default.globals, ...story.globals };
  document.documentElement.dir = globals.direction;
  document.documentElement.dataset['theme'] = globals.theme;
  const args = { ...module.default.args, ...story.args };
  const draw = story.render ?? module.default.render;
  if (draw === undefined) throw new Error(`${wanted} has no render`);
  const canvasElement = document.createElement('div');
  place.replaceChildren(canvasElement);
  render(html`${draw(args, { args, globals })}`, canvasElement);
  await settled(canvasElement);
  await (story.play ?? module.default.play)?.({ canvasElement, args });
  await settled(canvasElement);
  const elements = shape(canvasElement).elements;
  // What axe itself does to the page is not ours, so it comes last.
  const seen = { violations: [...violations], errors: [...errors] };
  const report: StoryReport = { story: wanted, ...seen, elements, axe: await brokenRules(canvasElement) };
  render(html``, canvasElement);
  return report;
}

function storiesOf(module: StoryModule): [string, Story][] {
  return Object.entries(module).filter(([name]) => name !== 'default' && !name.startsWith('__'));
}

/** Waits until what is shown has not changed for a while, at most four seconds. */
async function settled(root: HTMLElement): Promise<void> {
  let before = '';
  let quiet = 0;
  for (let waited = 0; waited < 4000 && quiet < 4; waited += 40) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const { text, elements, busy } = shape(root);
    const now = `${elements} ${text}`;
    // A story that shows how something loads stays busy for good; a second of that is enough.
    quiet = now === before && elements > 1 && (!busy || waited > 1000) ? quiet + 1 : 0;
    before = now;
  }
}

/** What can be seen below a node, inside shadow roots as well. */
function shape(node: Node): { readonly text: string; readonly elements: number; readonly busy: boolean } {
  if (node instanceof Text) return { text: node.data.trim(), elements: 0, busy: false };
  const inside =
    node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : [...node.childNodes];
  const shapes = inside.map(shape);
  return {
    text: shapes.map(({ text }) => text).join(' '),
    elements: shapes.reduce((sum, { elements }) => sum + elements, node instanceof Element ? 1 : 0),
    busy: (node instanceof Element && node.ariaBusy === 'true') || shapes.some(({ busy }) => busy),
  };
}

async function brokenRules(root: HTMLElement): Promise<string[]> {
  const { violations: broken } = await axe.run(root, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
