/** How much an impatient person does. */
export interface Impatience {
  readonly rounds: number;
  /** At most so many things in one round. */
  readonly most: number;
  /** Between two rounds, in milliseconds. */
  readonly pause: number;
}

/**
 * Presses and fills what can be pressed and filled, as an impatient person would.
 * @returns how many things were
 */
export async function useEverything(
  element: Element,
  { rounds, most, pause }: Impatience = { rounds: 2, most: 60, pause: 150 },
): Promise<number> {
  let used = 0;
  for (let round = 0; round < rounds; round += 1) {
    const controls = [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, input, textarea, select, summary') ?? []),
    ];
    for (const control of controls.slice(0, most)) {
      if (!control.isConnected) continue;
      used += 1;
      control.focus();
      if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) {
        control.value = 'Some words @me fri';
        control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        control.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
        );
      } else {
        control.click();
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return used;
}
