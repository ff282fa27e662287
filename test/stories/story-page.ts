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
  /** How many characters of text the story shows: nothing shown means nothing checked. */
  readonly text: number;
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
export async function check(modules: readonly StoryModule[], wanted: string, withAxe: boolean): Promise<StoryReport> {
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
  const broken = withAxe ? await brokenRules(canvasElement) : [];
  const report: StoryReport = {
    story: wanted,
    violations: [...violations],
    errors: [...errors],
    axe: broken,
    text: textOf(canvasElement).length,
  };
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
  for (let waited = 0; waited < 4000 && quiet < 3; waited += 60) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const now = textOf(root);
    quiet = now === before && now !== '' ? quiet + 1 : 0;
    before = now;
  }
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data.trim();
  const inside =
    node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : [...node.childNodes];
  return inside.map(textOf).filter(Boolean).join(' ');
}

async function brokenRules(root: HTMLElement): Promise<string[]> {
  const { violations: broken } = await axe.run(root, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
