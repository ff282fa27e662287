import type { SessionRecord } from '@coachkit/core';
import type { TemplateResult } from 'lit';
import { emptyState } from '../base/states.js';
import type { SessionTelling } from './session-view.parts.js';

/** What stands in the place of the words: why there are none, or none for this reader. */
export function unwritten({ words }: SessionTelling, { session, manager, employee }: SessionRecord): TemplateResult {
  switch (session.status) {
    case 'planned':
      return emptyState('nothing-yet', words.notWritten, words.notWrittenText);
    case 'missed': {
      const { missedBy } = session;
      return emptyState('nothing-yet', words.missed(missedBy, missedBy === 'manager' ? manager.name : employee.name));
    }
    case 'cancelled':
      return emptyState('nothing-yet', words.cancelled, session.replacedBy ? words.newDate : words.noNewDate);
    case 'excused':
      return emptyState('nothing-yet', words.excused, words.excusedText);
    case 'recorded':
      return emptyState('not-allowed', words.wordsHidden, words.wordsHiddenText);
  }
}
