import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { prepareSession } from './sessions/prepare-session.js';
import { recordSession } from './sessions/record-session.js';

/** The verbs that write the record of a session. */
export const documenting = (context: UseCaseContext): Pick<Coaching['sessions'], 'prepare' | 'record'> => ({
  prepare: prepareSession(context),
  record: recordSession(context),
});

export { drafts } from './drafts.js';
