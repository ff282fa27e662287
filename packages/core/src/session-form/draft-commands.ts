import type { Coaching } from '../coaching.js';
import type { DraftKey } from '../inputs.js';
import { firstContent, type DraftContent } from './draft-content.js';
import { keepDraft, type DraftKeeper, type Keeping } from './keep-draft.js';
import type { SessionForm } from './session-form-type.js';
import type { WritingDesk } from './writing-desk.js';

/** Loading the form, keeping its draft, and meeting another tab that writes the same one. */
export interface DraftCommands extends Pick<SessionForm, 'load' | 'flush' | 'dispose' | 'keepOwn' | 'takeOther'> {
  readonly keeper: DraftKeeper<DraftContent | undefined>;
  /** Finds out what another writer has made of the draft. */
  readonly meet: () => Promise<void>;
}

/** Drafts of forms that are being left. The next form waits for them, so that it finds the last words. */
const leaving = new WeakMap<Coaching['drafts'], Promise<unknown>>();

/** The commands over a desk. */
export function draftCommands(desk: WritingDesk): DraftCommands {
  const { coaching, options, set, shown, writing } = desk;
  const { drafts } = coaching;
  let metVersion = 0;
  let isOver = false;

  const keeper = keepDraft<DraftContent | undefined>(
    () => shown()?.content,
    async (content, version) => {
      // There is always a content when something is behind; the type cannot say so.
      const { value, level } = await drafts.save({ draft: content as DraftContent, version });
      return { version: value.version, level, at: value.draft.updatedAt };
    },
    (keeping) => {
      if (isOver) return;
      set({ keeping });
      if (keeping.status === 'conflict') void meet();
    },
  );
  const keptAt = (at: string): Keeping => ({ status: 'kept', level: coaching.storageStatus.level, at });

  const meet = async (): Promise<void> => {
    const state = shown();
    if (!state) return;
    try {
      const met = await drafts.get(keyOf(state.content));
      metVersion = met?.version ?? 0;
      const other = met && firstContent({ ...state.preparation, draft: met.draft });
      set({ conflict: other ? { other } : {}, keeping: { status: 'conflict' } });
    } catch (error) {
      // What the other has written is not known; the next change tries again.
      set({ keeping: { status: 'failed', error } });
      keeper.resume();
    }
  };

  const loadNow = async (): Promise<void> => {
    const before = shown();
    const { relationshipId, sessionId } = options;
    if (!before) desk.show({ status: 'loading' });
    try {
      await leaving.get(drafts);
      const preparation = await coaching.sessions.prepare(keyOf({ relationshipId, sessionId }));
      // What was written while it loaded counts for more.
      if (isOver || shown()?.content !== before?.content) return;
      const { draft, draftVersion } = preparation;
      if (before && !before.conflict && draftVersion === keeper.version()) {
        set({ preparation });
        return;
      }
      const content = firstContent(preparation);
      desk.open(preparation, content, draft ? keptAt(draft.updatedAt) : { status: 'nothing' });
      keeper.begin(draftVersion, shown()?.content);
      await nameCourses(content);
    } catch (error) {
      if (!before) desk.show({ status: 'unavailable', error });
    }
  };

  /** Titles of the courses that a draft names by id; one that cannot be had is shown as not in the catalogue. */
  const nameCourses = async (content: DraftContent): Promise<void> => {
    for (const activity of content.actions.flatMap(({ activities }) => activities)) {
      if (activity.kind !== 'course') continue;
      const course = await coaching.courses.get(activity.courseId).catch(() => undefined);
      if (course) set({ linkedCourses: new Map(shown()?.linkedCourses).set(course.id, course) });
    }
  };

  return {
    keeper,
    meet,
    async load() {
      const isFree = !shown() || (writing() && !keeper.isBehind() && !shown()?.conflict);
      if (isFree) await loadNow();
    },
    flush() {
      desk.rest();
      return keeper.flush();
    },
    async dispose() {
      isOver = true;
      const left = keeper.flush().then(() => keeper.pause());
      leaving.set(drafts, Promise.all([leaving.get(drafts), left]));
      await left;
    },
    keepOwn() {
      if (!writing()?.conflict) return;
      set({ conflict: undefined });
      keeper.begin(metVersion);
      keeper.changed();
    },
    takeOther() {
      const state = writing();
      if (!state?.conflict) return;
      const { conflict, content } = state;
      desk.remember('version', (now) => ({ ...content, ...keyOf(now) }));
      if (!conflict.other) return void loadNow();
      set({ conflict: undefined, keeping: { status: 'nothing' } });
      desk.replace(conflict.other);
      keeper.begin(metVersion, shown()?.content);
    },
  };
}

/** Names the draft of a content. */
export function keyOf({
  relationshipId,
  sessionId,
}: {
  readonly relationshipId: string;
  readonly sessionId?: string | undefined;
}): DraftKey {
  return { relationshipId, ...(sessionId && { sessionId }) };
}
