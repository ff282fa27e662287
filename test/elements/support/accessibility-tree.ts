import { a11ySnapshot, getSnapshot, getSnapshotConfig, saveSnapshot } from '@web/test-runner-commands';

/** A node as the browser hands it to assistive technology; other keys are its states. */
interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

// Of two tabs that are tested side by side only one is painted, and in the other one what is drawn when it comes into
// view never does. Whoever reads a page has painted it.
const nothingSkipped = new CSSStyleSheet();
nothingSkipped.replaceSync('* { content-visibility: visible !important }');

/** What assistive technology is told of an element, one line for each node: role, name, then states that are set. */
export async function accessibilityTree(element: Element): Promise<string> {
  // The browser hands out one tree; a landmark around all makes sure that everything is in it.
  const group = { id: 'accessibility-root', role: 'region', 'aria-label': 'root' };
  const before = Object.keys(group).map((name) => [name, element.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(group)) element.setAttribute(name, value);
  const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
  sheets.push(nothingSkipped);
  const root = (await a11ySnapshot({ selector: `#${group.id}` } as never)) as unknown as AccessibleNode | null;
  sheets.splice(sheets.indexOf(nothingSkipped), 1);
  for (const [name, value] of before) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  if (root?.role !== 'region') throw new Error(`the accessibility tree of <${element.localName}> was not found`);
  return (root.children ?? []).flatMap((child) => linesOf(child, '')).join('\n');
}

// The browser builds the tree a moment after the page, on a busy machine a long moment.
const patience = 3_000;

/**
 * Compares the accessibility tree with the one in `__snapshots__` beside the test, which it may take a moment to become.
 * `--update-snapshots` writes it anew; a missing one is written and fails, so that nothing passes unseen.
 */
export async function expectAccessibilityTree(element: Element, name: string): Promise<void> {
  const { updateSnapshots } = (await getSnapshotConfig()) as { updateSnapshots: boolean };
  const stored = await getSnapshot({ name });
  const content = await settledTree(element, updateSnapshots ? undefined : stored);
  if (stored === content) return;
  if (stored === undefined || updateSnapshots) await saveSnapshot({ name, content });
  if (updateSnapshots) return;
  if (stored === undefined) throw new Error(`"${name}" had no stored tree; it is stored now. Read it, then run again`);
  throw new Error(`the accessibility tree "${name}" has changed\n\nstored:\n${stored}\n\nnow:\n${content}`);
}

/** The tree once it is what is expected; else when time is up, or without an expectation when it has come to rest. */
async function settledTree(element: Element, expected: string | undefined): Promise<string> {
  const end = performance.now() + patience;
  let content = await accessibilityTree(element);
  while (content !== expected && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const before = content;
    content = await accessibilityTree(element);
    if (expected === undefined && content === before) break;
  }
  return content;
}

function linesOf({ role, name, children = [], ...states }: AccessibleNode, indent: string): string[] {
  const said = Object.entries(states)
    .filter(
      ([key, value]) => value !== false && value !== undefined && typeof value !== 'function' && !unstable.has(key),
    )
    .map(([key, value]) => (value === true ? key : `${key}=${String(value)}`));
  const line = `${indent}${role}${name ? ` "${name}"` : ''}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
  return [line, ...(ofTheBrowser.has(role) ? [] : children).flatMap((child) => linesOf(child, `${indent}  `))];
}

// What such a control is made of is the browser's own and changes with its version.
const ofTheBrowser = new Set(['Date', 'DateTime', 'InputTime']);

// Differ from run to run or by the machine.
const unstable = new Set(['elementHandle', 'backendNodeId', 'loaderId', 'recoverObject', 'url']);
