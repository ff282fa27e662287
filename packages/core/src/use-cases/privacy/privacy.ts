import type { Coaching } from '../../coaching.js';
import { parse } from '../../model/parse.js';
import { ensure, relationsToEmployee } from '../access.js';
import { peopleOf, type UseCaseContext } from '../context.js';
import { ofEmployee } from '../input-schemas.js';

/** What people may know of how data about them is kept and read. */
export const privacy = (context: UseCaseContext): Pick<Coaching['privacy'], 'receipts'> => ({
  async receipts(input) {
    const { employeeId } = parse(ofEmployee, input);
    ensure(await relationsToEmployee(context, employeeId), 'read', 'audit');
    const { personId } = context.actor;
    const receipts = await context.documents.bodies('accessReceipt', {
      index: 'byEmployee',
      equals: [employeeId],
      descending: true,
    });
    const person = peopleOf(context);
    const seen = await Promise.all(
      receipts.map(async ({ sessionId, readerId, role, readAt }) => {
        const session = await context.documents.find('session', sessionId);
        const isParty = personId === employeeId || session?.body.managerId === personId;
        return isParty ? { sessionId, reader: await person(readerId), role, readAt } : undefined;
      }),
    );
    return seen.filter((receipt) => receipt !== undefined);
  },
});
