import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { developmentRecord } from './development/development-record.js';

export { plans } from './plans/plans.js';

/** The verbs of the development record. */
export const development = (context: UseCaseContext): Coaching['development'] => ({
  record: developmentRecord(context),
});
