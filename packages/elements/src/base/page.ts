import type { PersonSummary } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import type { Format } from './format.js';
import type { BaseMessages } from './messages/base.messages.js';
import type { Terms } from './messages/terms.messages.js';

/** In whose words and for whom a part of a page is drawn. */
export interface Telling<Words> {
  readonly words: Words;
  readonly base: BaseMessages;
  readonly terms: Terms;
  readonly format: Format;
  /** The reader. */
  readonly actorId: string;
}

/** "You" for the reader, else the name. */
export function nameFor({ base, actorId }: Telling<unknown>, { id, name }: PersonSummary): string {
  return id === actorId ? base.you : name;
}

/** A section of a page with its heading. No landmark: a host's page would be full of them. */
export function section(id: string, heading: string, content: unknown): TemplateResult {
  return html`<section><h3 class="section-title" id=${id}>${heading}</h3>${content}</section>`;
}
