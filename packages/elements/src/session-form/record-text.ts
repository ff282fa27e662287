import { isCalendarDate } from '@coachkit/core';
import type { FormTelling } from './form-telling.js';

/** All that was typed, as plain text: for a person whose device cannot keep it. */
export function recordText({ words, format, state, base, actorId }: FormTelling): string {
  const { content, preparation } = state;
  const { manager, employee, openActions } = preparation;
  const day = (date: string): string => (isCalendarDate(date) ? format.weekday(date) : date);
  const who = (id: string): string => (id === actorId ? base.you : id === employee.id ? employee.name : manager.name);
  const reviews = content.reviews.map(
    ({ actionId, outcome, dueDate }) =>
      `${openActions.find(({ action }) => action.id === actionId)?.action.text ?? ''}: ${words[outcome]}${outcome === 'keep' ? `, ${day(dueDate)}` : ''}`,
  );
  const actions = content.actions.map(({ text, ownerId, dueDate }) => `${text} (${who(ownerId)}, ${day(dueDate)})`);
  return [
    [`${words.over}: ${employee.name}`, day(content.date)],
    [words.review, ...reviews],
    [words.focus, content.focus?.label ?? content.focusQuery],
    [words.points, ...content.points],
    [words.actions, ...actions, content.quickEntry],
  ]
    .map((part) => part.filter(Boolean).join('\n- '))
    .join('\n\n');
}
