import type { ActionView } from '@coachkit/core';

/** The groups of the list, in their order. */
export const groupOrder = ['overdue', 'this-week', 'later', 'closed'] as const;

/** The name of a group. */
export type ActionGroup = (typeof groupOrder)[number];

/** What a row looked like before it was ticked off; it stays in its place while that can be undone. */
export type HeldRows = ReadonlyMap<string, ActionView>;

/**
 * Actions by group, in the order of the list. A row that was just closed stays in the group and at the place where it
 * was, so that nothing jumps away under a finger and the undo is where the eye is.
 */
export function groupedActions(
  actions: readonly ActionView[],
  held: HeldRows,
): ReadonlyMap<ActionGroup, readonly ActionView[]> {
  const groups = new Map<ActionGroup, ActionView[]>(groupOrder.map((group) => [group, []]));
  for (const view of actions) groups.get(held.get(view.action.id)?.group ?? view.group)?.push(view);
  for (const [group, views] of groups) if (group !== 'closed') views.sort(byDueDate);
  return groups;
}

/** The actions whose words, people or course titles hold every word of the query; case and accents do not matter. */
export function matchingActions(actions: readonly ActionView[], query: string): readonly ActionView[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return actions;
  return actions.filter(({ action, owner, employee, manager, courses }) => {
    const titles = courses.map(({ course }) => course?.title ?? '');
    const all = fold([action.text, owner.name, employee.name, manager.name, ...titles].join(' '));
    return words.every((word) => all.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function byDueDate({ action: one }: ActionView, { action: other }: ActionView): number {
  if (one.dueDate !== other.dueDate) return one.dueDate < other.dueDate ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
