/** Puts the focus on the heading of the page, so that it is read and Tab goes on from there. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/** Draws, and when that takes away the heading that has the focus, gives it to the one that stands there then. */
export function keepHeadingFocus(draw: () => void): void {
  const heading = document.querySelector('h1:focus');
  draw();
  if (heading && !heading.isConnected) focusHeading();
}

/**
 * Puts the focus on the first thing to do of an element, as soon as it shows something: who comes to write goes on
 * without a key in between. Gives up after two seconds, and at once when somebody has gone elsewhere.
 */
export async function focusForm(tag: string): Promise<void> {
  for (const started = performance.now(); performance.now() - started < 2000;) {
    await new Promise(requestAnimationFrame);
    const form = document.querySelector<HTMLElement>(tag);
    const here = document.activeElement;
    if (here === form || !(here === document.body || here?.localName === 'h1')) return;
    if (form?.matches(':defined')) form.focus();
  }
}
