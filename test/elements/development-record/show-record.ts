import type { Coaching, DevelopmentRecord } from '@coachkit/core';
import type { CoachingDevelopmentRecord } from '@coachkit/elements';
import '@coachkit/elements/development-record/define';
import { tom } from '../session-view/sample-session.ts';
import { asPerson } from '../support/host-page.ts';
import { mount, type Mounted } from '../support/mount.ts';
import { makeStandIn, type Methods, type StandIn } from '../support/stand-in.ts';

/** A development record over a stand-in. */
export interface Shown extends Mounted<'coaching-development-record'>, StandIn {
  readonly coaching: Coaching;
}

/** Shows a record to somebody, the employee unless named. */
export async function show(
  record: DevelopmentRecord,
  { as = tom.id, methods = {}, into }: { as?: string; methods?: Methods; into?: Element } = {},
): Promise<Shown> {
  const stand = makeStandIn(methods);
  stand.live('development').ready(record);
  const coaching = asPerson(stand.coaching, as);
  const mounted = await mount('coaching-development-record', { coaching, ...(into && { into }) });
  return { ...stand, ...mounted, coaching };
}

/** What the rows of the timeline are about, in order. */
export function titles(element: CoachingDevelopmentRecord): string[] {
  const rows = element.shadowRoot?.querySelectorAll('.month .said') ?? [];
  return [...rows].map((row) => {
    const spoken = row.querySelector('.spoken')?.textContent ?? '';
    return row.textContent.trim().slice(0, -spoken.length || undefined);
  });
}

/** Waits until something is so. @throws Error after two seconds */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries === 100) throw new Error('it has not become so within two seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The files that a page is about to hand out until the test ends; none reaches the disk. */
export function catchFiles(page: Window & Partial<typeof globalThis>): { name: string; blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const { URL: addresses, HTMLAnchorElement: anchors } = page as Window & typeof globalThis;
  const { createObjectURL } = addresses;
  const { click } = anchors.prototype;
  addresses.createObjectURL = (blob: Blob) => {
    const address = createObjectURL.call(addresses, blob);
    blobs.set(address, blob);
    return address;
  };
  anchors.prototype.click = function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: blobs.get(this.href)! });
  };
  restore.push(() => {
    addresses.createObjectURL = createObjectURL;
    anchors.prototype.click = click;
  });
  return files;
}

const restore: (() => void)[] = [];

afterEach(() => {
  for (const each of restore.splice(0)) each();
});
