import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { commentOnSession } from './sessions/comment-on-session.js';
import { getSession } from './sessions/get-session.js';
import { prepareSession } from './sessions/prepare-session.js';
import { recordSession } from './sessions/record-session.js';

/** The verbs that write and read the record of a session. */
export const documenting = (
  context: UseCaseContext,
): Pick<Coaching['sessions'], 'prepare' | 'record' | 'comment' | 'get'> => ({
  prepare: prepareSession(context),
  record: recordSession(context),
  comment: commentOnSession(context),
  get: getSession(context),
});

export { drafts } from './drafts.js';
