import { CoachingActionList } from './action-list/action-list.js';
import { CoachingAgenda } from './agenda/agenda.js';
import { define } from './base/define.js';
import { CoachingDashboard } from './dashboard/dashboard.js';
import { CoachingDevelopmentRecord } from './development-record/development-record.js';
import { CoachingProvider } from './provider/provider.js';
import { CoachingSessionForm } from './session-form/session-form.js';
import { CoachingSessionView } from './session-view/session-view.js';
import { CoachingSkillPicker } from './skill-picker/skill-picker.js';
import { CoachingSyncStatus } from './sync-status/sync-status.js';

/** Under which names, and where, the tags are made known. */
export interface DefineOptions {
  /** Added to every tag with a hyphen, so that two versions can live on one page: `v2` makes `coaching-provider-v2`. */
  readonly suffix?: string;
  /** A scoped registry instead of the page's own. */
  readonly registry?: CustomElementRegistry;
}

/** Every element by its tag. */
const elements: Readonly<Record<`coaching-${string}`, CustomElementConstructor>> = {
  'coaching-development-record': CoachingDevelopmentRecord,
  'coaching-action-list': CoachingActionList,
  'coaching-agenda': CoachingAgenda,
  'coaching-dashboard': CoachingDashboard,
  'coaching-provider': CoachingProvider,
  'coaching-session-form': CoachingSessionForm,
  'coaching-session-view': CoachingSessionView,
  'coaching-skill-picker': CoachingSkillPicker,
  'coaching-sync-status': CoachingSyncStatus,
};

/**
 * Makes every CoachKit tag known to the browser. Tags that are taken stay as they are; on Node it does nothing.
 *
 * @example
 * defineAll({ suffix: 'v2' });
 */
export function defineAll({ suffix, registry }: DefineOptions = {}): void {
  for (const [tag, element] of Object.entries(elements)) {
    // A class goes with one tag of a registry only, so a tag with a suffix gets a class of its own.
    if (suffix) define(`${tag}-${suffix}`, class extends element {}, registry);
    else define(tag, element, registry);
  }
}
