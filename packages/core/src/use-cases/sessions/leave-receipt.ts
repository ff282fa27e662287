import { put } from '../../documents.js';
import { CoachingError } from '../../errors.js';
import type { AccessReceipt } from '../../model/development.js';
import { nowOf, todayOf, type UseCaseContext } from '../context.js';
import type { AccessibleSession } from './session-access.js';

/** One receipt a day for each reader; it must be kept before the words are shown, unless nothing can be written at all. */
export async function leaveReceipt(context: UseCaseContext, { session, relations }: AccessibleSession): Promise<void> {
  const { personId } = context.actor;
  const date = await todayOf(context, personId);
  const receiptId = `${session.body.id}.${personId}.${date}`;
  if ((await context.documents.find('accessReceipt', receiptId)) !== undefined) return;
  const receipt: AccessReceipt = {
    id: receiptId,
    sessionId: session.body.id,
    employeeId: session.body.employeeId,
    readerId: personId,
    role: relations.includes('employee') ? 'employee' : 'manager',
    date,
    readAt: nowOf(context),
  };
  try {
    await context.documents.commit([put('accessReceipt', receipt)]);
  } catch (error) {
    // Another tab left the same receipt a moment ago, or the device can only be read: reading one's own record goes on.
    const goesOn =
      CoachingError.isInstance(error) && ['conflict', 'storage-full', 'storage-read-only'].includes(error.code);
    if (!goesOn) throw error;
  }
}
