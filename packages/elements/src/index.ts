/**
 * Classes, words and types of the CoachKit elements. Importing this has no effect on the page: tags are made known by
 * `@coachkit/elements/register`, by `@coachkit/elements/<element>/define` one at a time, or by `defineAll`.
 * @packageDocumentation
 */
export { CoachingActionList } from './action-list/action-list.js';
export { actionListCatalogue } from './action-list/action-list.messages.js';
export { CoachingAgenda } from './agenda/agenda.js';
export { agendaCatalogue } from './agenda/agenda.messages.js';
export { coachingContext, settingContext, type Density, type Setting } from './base/context.js';
export { define } from './base/define.js';
export { CoachingElement } from './base/element.js';
export { type EventDetail, type FailedDetail } from './base/failed.js';
export { formatFor, number, plural, type Format, type PluralForms } from './base/format.js';
export { LiveController, type LiveHost, type LiveInput } from './base/live.js';
export { baseCatalogue, type BaseMessages } from './base/messages/base.messages.js';
export { rulesCatalogue } from './base/messages/rules.messages.js';
export { termsCatalogue, type Terms } from './base/messages/terms.messages.js';
export {
  catalogue,
  changeMessages,
  defineMessages,
  type Catalogue,
  type Catalogues,
  type Message,
  type Messages,
  type Translation,
} from './base/messages/catalogue.js';
export { type EmptyKind } from './base/states.js';
export { defineAll, type DefineOptions } from './define-all.js';
export { CoachingDashboard } from './dashboard/dashboard.js';
export { dashboardCatalogue } from './dashboard/dashboard.messages.js';
export { CoachingProvider } from './provider/provider.js';
export { CoachingSessionForm, type SessionFormDetail } from './session-form/session-form.js';
export { sessionFormCatalogue, type SessionFormWords } from './session-form/session-form.messages.js';
export { questionsCatalogue, type QuestionWords } from './session-form/session-form.questions.js';
export { CoachingSessionView } from './session-view/session-view.js';
export { sessionViewCatalogue } from './session-view/session-view.messages.js';
export { CoachingDevelopmentRecord } from './development-record/development-record.js';
export { developmentRecordCatalogue, type EntryFilter } from './development-record/development-record.messages.js';
export { CoachingSkillPicker } from './skill-picker/skill-picker.js';
export { skillPickerCatalogue } from './skill-picker/skill-picker.messages.js';
export { attentionCatalogue, type AttentionWords } from './sync-status/attention.messages.js';
export { conflictsCatalogue, type ConflictWords } from './conflicts/conflicts.messages.js';
export { CoachingSyncStatus } from './sync-status/sync-status.js';
export { syncStatusCatalogue, type SyncStatusWords } from './sync-status/sync-status.messages.js';
