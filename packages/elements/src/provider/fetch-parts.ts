/** How long to leave the network to the page that is being opened, in milliseconds. */
const untilQuiet = 3_000;

/**
 * Fetches what elements otherwise fetch when they are opened, once the page is quiet: where there is a server, people
 * go on without it, and an element that is opened then must not wait for a part of itself.
 */
export function fetchPartsWhenQuiet(): void {
  setTimeout(() => {
    // What cannot be fetched now is fetched by the element that needs it, as always.
    for (const load of parts) load().catch(() => undefined);
  }, untilQuiet);
}

const parts: readonly (() => Promise<unknown>)[] = [
  () => import('../session-form/session-form.page.js'),
  () => import('../session-form/session-form.rail.js'),
  () => import('../conflicts/conflict-desk.js'),
  () => import('../sync-status/sync-page.js'),
  () => import('../skill-picker/skill-picker.field.js'),
  () => import('../development-record/export-record.js'),
];
