import { CoachingError } from '../errors.js';
import { keyOf, type DraftCommands } from './draft-commands.js';
import type { RecordedResult, WritingState } from './form-state.js';
import type { SessionForm } from './session-form-type.js';
import { problemsInDraft, type CheckedDraft } from './validation.js';
import type { WritingDesk } from './writing-desk.js';

/** Checking and recording. */
export function saveCommands(
  desk: WritingDesk,
  { keeper, meet }: DraftCommands,
  addAction: SessionForm['addAction'],
): Pick<SessionForm, 'check' | 'save'> {
  const { coaching, set, shown, writing } = desk;
  const check = (): CheckedDraft | undefined => {
    if (!writing()?.preparation.correcting) addAction();
    return desk.check();
  };

  const record = async (
    { preparation: { session, correcting }, content }: WritingState,
    parts: NonNullable<CheckedDraft['parts']>,
  ): Promise<RecordedResult> => {
    const key = keyOf({ ...content, sessionId: session?.id });
    const isOwnDraft = key.sessionId === content.sessionId;
    const version = keeper.version();
    let result: RecordedResult;
    if (correcting) {
      const { reviews: _reviews, actions: _actions, ...words } = parts;
      const sessionId = correcting.session.id;
      const { level } = await coaching.sessions.correct({ sessionId, version: correcting.version, ...words });
      result = { sessionId, level, notices: [], actionIds: [] };
    } else {
      const draftVersion = isOwnDraft && version ? { draftVersion: version } : {};
      const { value, level } = await coaching.sessions.record({ ...key, ...parts, ...draftVersion });
      const actionIds = value.actions.map(({ id }) => id);
      result = { sessionId: value.session.id, level, notices: value.notices, actionIds };
    }
    // A draft that stays behind is offered again next time; the record is there either way.
    if (version && correcting) await coaching.drafts.discard(keyOf(content)).catch(() => undefined);
    return result;
  };

  return {
    check: () => check()?.parts !== undefined,
    async save() {
      const checked = check();
      const state = writing();
      if (!state || !checked?.parts || state.conflict) return undefined;
      set({ status: 'saving', error: undefined });
      await keeper.pause();
      if (shown()?.keeping.status === 'conflict') {
        set({ status: 'ready' });
        return undefined;
      }
      try {
        const recorded = await record(state, checked.parts);
        set({ status: 'saved', recorded });
        return recorded;
      } catch (error) {
        const { problems, documents } = CoachingError.isInstance(error) ? error : { problems: [], documents: [] };
        if (problems.length > 0) set({ status: 'ready', problems: problemsInDraft(problems, checked.lines) });
        else set({ status: 'failed', error });
        if (documents.some(({ kind }) => kind === 'draft')) void meet();
        else keeper.resume();
        return undefined;
      }
    },
  };
}
