/**
 * The session form without an interface: state, commands and rules of one record while it is written. It is an entry of
 * its own, so that a product that brings its own form, or none, pays for what it uses.
 * @packageDocumentation
 */
export { createActiveTime, longestPause, type ActiveTime } from './active-time.js';
export { createSessionForm } from './create-session-form.js';
export { readDate, type DateReader } from './date-entry.js';
export { englishDateWords, type DateWords } from './date-words.js';
export { mostActions, usualDueDate, type DraftContent } from './draft-content.js';
export type { DraftConflict, RecordedResult, SessionFormSnapshot, UndoableChange, WritingState } from './form-state.js';
export type { Keeping } from './keep-draft.js';
export { splitPoints } from './point-paste.js';
export { readQuickEntry, type QuickEntry, type QuickEntryMark, type QuickEntryReader } from './quick-entry.js';
export { createSearch, type Search } from './search.js';
export type { SessionFormOptions } from './session-form-options.js';
export type { CourseIntent, SessionForm } from './session-form-type.js';
export { longestHistory } from './writing-desk.js';
