import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { agenda } from './sessions/agenda.js';
import { cancelSession } from './sessions/cancel-session.js';
import { listSessions, pageSessions } from './sessions/list-sessions.js';
import { proposeFocus } from './sessions/propose-focus.js';
import { recordAbsence } from './sessions/record-absence.js';
import { rescheduleSession } from './sessions/reschedule-session.js';
import { scheduleSession } from './sessions/schedule-session.js';

/** The verbs that say when a pair meets. */
export const planning = (
  context: UseCaseContext,
): Pick<
  Coaching['sessions'],
  'schedule' | 'reschedule' | 'cancel' | 'recordAbsence' | 'proposeFocus' | 'list' | 'page' | 'agenda'
> => ({
  schedule: scheduleSession(context),
  reschedule: rescheduleSession(context),
  cancel: cancelSession(context),
  recordAbsence: recordAbsence(context),
  proposeFocus: proposeFocus(context),
  list: listSessions(context),
  page: pageSessions(context),
  agenda: agenda(context),
});
