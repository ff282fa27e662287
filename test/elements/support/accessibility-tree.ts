import { a11ySnapshot, getSnapshot, getSnapshotConfig, saveSnapshot } from '@web/test-runner-commands';

/** A node as the browser hands it to assistive technology; other keys are its states. */
interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

/** What assistive technology is told of an element, one line for each node: role, name, then states that are set. */
export async function accessibilityTree(element: Element): Promise<string> {
  // The browser hands out one tree; a landmark around all makes sure that everything is in it.
  const group = { id: 'accessibility-root', role: 'region', 'aria-label': 'root' };
  const before = Object.keys(group).map((name) => [name, element.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(group)) element.setAttribute(name, value);
  const root = (await a11ySnapshot({ selector: `#${group.id}` } as never)) as unknown as AccessibleNode | null;
  for (const [name, value] of before) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  if (root?.role !== 'region') throw new Error(`the accessibility tree of <${element.localName}> was not found`);
  return (root.children ?? []).flatMap((child) => linesOf(child, '')).join('\n');
}

/**
 * Compares the accessibility tree with the one in `__snapshots__` beside the test. `--update-snapshots` writes it anew;
 * a missing one is written and fails, so that nothing passes unseen.
 */
export async function expectAccessibilityTree(element: Element, name: string): Promise<void> {
  const content = await accessibilityTree(element);
  const { updateSnapshots } = (await getSnapshotConfig()) as { updateSnapshots: boolean };
  const stored = await getSnapshot({ name });
  if (stored === content) return;
  if (stored === undefined || updateSnapshots) await saveSnapshot({ name, content });
  if (updateSnapshots) return;
  if (stored === undefined) throw new Error(`"${name}" had no stored tree; it is stored now. Read it, then run again`);
  throw new Error(`the accessibility tree "${name}" has changed\n\nstored:\n${stored}\n\nnow:\n${content}`);
}

function linesOf({ role, name, children = [], ...states }: AccessibleNode, indent: string): string[] {
  const said = Object.entries(states)
    .filter(
      ([key, value]) => value !== false && value !== undefined && typeof value !== 'function' && !unstable.has(key),
    )
    .map(([key, value]) => (value === true ? key : `${key}=${String(value)}`));
  const line = `${indent}${role}${name ? ` "${name}"` : ''}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
  return [line, ...children.flatMap((child) => linesOf(child, `${indent}  `))];
}

// Differ from run to run or by the machine.
const unstable = new Set(['elementHandle', 'backendNodeId', 'loaderId', 'recoverObject']);
