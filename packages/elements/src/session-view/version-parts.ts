import type { SessionContent, SessionRecord, SessionVersion } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { chevronIcon } from '../base/icons.js';
import type { SessionTelling } from './session-view.parts.js';
import { wordingChanges } from './wording-changes.js';

/** Earlier wordings, folded up: until when each stood, who corrected it, and what was changed, side by side. */
export function versions(telling: SessionTelling, record: SessionRecord): TemplateResult | typeof nothing {
  const { versions: earlier, content } = record;
  if (!earlier.length || !content) return nothing;
  return html`<details class="versions screen-only">
    <summary>${chevronIcon()}${telling.words.versions(earlier.length)}</summary>
    <ol class="list">
      ${earlier.map((version, index) => wording(telling, record, version, earlier[index - 1] ?? content))}
    </ol>
  </details>`;
}

function wording(
  { words, terms, format }: SessionTelling,
  { readers }: SessionRecord,
  version: SessionVersion,
  next: SessionContent,
): TemplateResult {
  const author = readers.find(({ id }) => id === version.replacedBy);
  const { before, after, samePoints } = wordingChanges(version, next, terms.focusKind);
  const side = (name: string, lines: readonly string[]): unknown =>
    lines.length > 0 &&
    html`<div class="list">
      <dt class="hint">${name}</dt>
      ${lines.map((line) => html`<dd class="written">${line}</dd>`)}
    </div>`;
  return html`<li class="list">
    <p>${words.versionUntil(format.moment(version.replacedAt))}</p>
    <p class="hint dots">
      ${dots(author && words.correctedBy(author.name), before.length + after.length ? samePoints && words.samePoints(samePoints) : words.sameWords)}
    </p>
    <dl class="sides aside">${side(words.before, before)}${side(words.after, after)}</dl>
  </li>`;
}
