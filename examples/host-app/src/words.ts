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
  if (readOnly) return 'A newer version was used in this browser. Reload the page to get it.';
  if (notice === 'blocked-upgrade')
    return 'Another window is open in an older version. Close it, so that this one can keep what you write.';
  // The level is that of the server while it is heard; what the device lacks is in the notice.
  if (level === 'memory' || notice === 'no-device-storage')
    return 'This browser keeps nothing on this device. Without a connection, what you write is gone when you close this page.';
  return undefined;
}
