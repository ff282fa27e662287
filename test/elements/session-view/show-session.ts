import type { Coaching, SessionRecord } from '@coachkit/core';
import type { CoachingSessionView } from '@coachkit/elements';
import '@coachkit/elements/session-view/define';
import { asPerson } from '../support/host-page.ts';
import { inside, mount, type Mounted } from '../support/mount.ts';
import { makeStandIn, type Methods, type StandIn } from '../support/stand-in.ts';
import { tom } from './sample-session.ts';

/** What a change resolves with. */
export const saved = <T>(value: T) => Promise.resolve({ value, level: 'device' as const });

/** A session view over a stand-in that shows a record. */
export interface Shown extends Mounted<'coaching-session-view'>, StandIn {
  readonly coaching: Coaching;
}

/** Shows a record to somebody, the employee unless named. */
export async function show(
  record: SessionRecord | undefined,
  { as = tom.id, methods = {}, into }: { as?: string; methods?: Methods; into?: Element } = {},
): Promise<Shown> {
  const stand = makeStandIn(methods);
  if (record) stand.live('session').ready(record);
  const coaching = asPerson(stand.coaching, as);
  const mounted = await mount('coaching-session-view', {
    coaching,
    properties: { sessionId: 's1' },
    ...(into && { into }),
  });
  return { ...stand, ...mounted, coaching };
}

/** Types into a control, as far as the element can tell. */
export function type(element: CoachingSessionView, selector: string, text: string): Promise<unknown> {
  const control = inside<HTMLInputElement>(element, selector);
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return element.updateComplete;
}

/** The id of what has the focus. */
export const focused = (element: CoachingSessionView): string | undefined => element.shadowRoot?.activeElement?.id;
