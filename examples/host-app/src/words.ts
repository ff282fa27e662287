import type { StorageStatus } from '@coachkit/core';

/** Headings of the pages, which are also what the window is called. No content of anybody is in them. */
export const titles = {
  'sign-in': 'Who would you like to be?',
  team: 'My team',
  record: 'Coaching session',
  person: 'Development record',
  session: 'Coaching session',
  development: 'My development',
  programme: 'Coaching programme',
  unknown: 'This page does not exist',
} as const;

/** What to say when less is kept than one would think; `undefined` when all is well. */
export function storageNotice({ level, readOnly, notice }: StorageStatus): string | undefined {
  if (readOnly) return 'This sample belongs to a newer version. You can read it, and nothing can be changed.';
  if (notice === 'blocked-upgrade')
    return 'Another window holds on to the sample. What you enter here is gone when you close this page.';
  if (level === 'memory')
    return 'This browser keeps nothing on this device. What you enter is gone when you close this page.';
  return undefined;
}
