import type { Page } from 'playwright-core';

/**
 * Seconds of the keystroke-level model (Card, Moran and Newell 1980; requirements section 6): a key at 40 words a
 * minute, and the mental preparation before a unit. The pointing device is never touched, so it has no operator here.
 */
export const keystrokeModel = { key: 0.28, preparation: 1.35 } as const;

/** What two hands on a keyboard have done. */
export interface HandsCount {
  /** Keys that are not text; a modifier counts as a key of its own. */
  readonly commandKeys: number;
  /** Characters of text. */
  readonly characters: number;
  /** Units that a person thinks about before doing them. */
  readonly units: number;
  /** Hands-on time by the keystroke-level model, in seconds; the text is taken as already formed. */
  readonly seconds: number;
}

/** A person at the keyboard: everything goes through real key presses, and each is counted. */
export class Hands {
  readonly #page: Page;
  #commandKeys = 0;
  #characters = 0;
  #units = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get count(): HandsCount {
    const keys = this.#commandKeys + this.#characters;
    return {
      commandKeys: this.#commandKeys,
      characters: this.#characters,
      units: this.#units,
      seconds: keys * keystrokeModel.key + this.#units * keystrokeModel.preparation,
    };
  }

  /** Something that a person thinks about first. */
  think(): void {
    this.#units += 1;
  }

  /** Presses a key that is no text: `Enter`, `d` for "done", `Control+Enter`. */
  async press(keys: string): Promise<void> {
    this.#commandKeys += keys.split('+').length;
    await this.#page.keyboard.press(keys);
  }

  /** Types text, key by key. */
  async type(text: string): Promise<void> {
    this.#characters += text.length;
    await this.#page.keyboard.type(text);
  }
}

/** What has the focus, however many shadow roots deep: its id or name, or its words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active instanceof HTMLInputElement) return active.id || active.name;
    return active?.id || (active?.textContent ?? '').trim();
  });
}
