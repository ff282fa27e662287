import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { commentOnSession } from './sessions/comment-on-session.js';
import { getSession } from './sessions/get-session.js';

/** The verbs that read the record of a session and talk about it. */
export const reading = (context: UseCaseContext): Pick<Coaching['sessions'], 'comment' | 'get'> => ({
  comment: commentOnSession(context),
  get: getSession(context),
});
