import type { DevelopmentActivity } from '../model/action.js';
import type { DraftAction } from '../model/draft.js';
import { mostActivities, textLimits } from '../model/limits.js';
import { mostActions, usualDueDate } from './draft-content.js';
import { readQuickEntry } from './quick-entry.js';
import { createSearch } from './search.js';
import type { SessionForm } from './session-form-type.js';
import type { WritingDesk } from './writing-desk.js';

type ActionCommands = Pick<
  SessionForm,
  | 'review'
  | 'setReviewDate'
  | 'setQuickEntry'
  | 'readEntry'
  | 'addAction'
  | 'changeAction'
  | 'removeAction'
  | 'searchCourses'
  | 'linkCourse'
  | 'setIntent'
  | 'unlinkCourse'
>;

/** What can be done to earlier and new actions, with the search for courses. */
export function actionCommands(desk: WritingDesk): ActionCommands {
  const { coaching, change, remember, set, shown, writing } = desk;
  const search = createSearch(
    (query) => coaching.courses.find(query),
    (courses) => set({ courses }),
  );
  const changeAction = (id: string, make: (action: DraftAction) => Partial<DraftAction>): void => {
    change(({ actions }) => ({
      actions: actions.map((action) => (action.id === id ? { ...action, ...make(action) } : action)),
    }));
  };
  const changeActivities = (
    id: string,
    courseId: string,
    make: (activity: DevelopmentActivity) => DevelopmentActivity | readonly never[],
  ): void => {
    changeAction(id, ({ activities }) => ({
      activities: activities.flatMap((each) => (isCourse(each, courseId) ? make(each) : each)),
    }));
  };
  const readEntry: SessionForm['readEntry'] = () => {
    const { content, preparation } = shown() ?? {};
    if (!preparation || !content?.quickEntry.trim()) return undefined;
    const people = [preparation.manager, preparation.employee];
    return readQuickEntry(content.quickEntry, { ...desk.reader(), people, me: coaching.actor.personId });
  };
  /** An action with what is usual where nothing was said. */
  const add = ({ text, ownerId, dueDate }: Partial<DraftAction>, rest: object = {}): string | undefined => {
    const id = desk.newId();
    const isAdded = change(({ actions }, preparation) => {
      if (!text || actions.length >= mostActions) return undefined;
      const owner = ownerId ?? preparation.employee.id;
      const due = dueDate ?? usualDueDate(preparation);
      return { actions: [...actions, { id, text, ownerId: owner, dueDate: due, activities: [] }], ...rest };
    });
    return isAdded ? id : undefined;
  };
  return {
    review(actionId, outcome) {
      change(({ reviews }, preparation) => {
        const before = reviews.find((review) => review.actionId === actionId);
        const due = preparation.openActions.find(({ action }) => action.id === actionId)?.action.dueDate ?? '';
        const dueDate = before?.dueDate ?? (due < preparation.today ? usualDueDate(preparation) : due);
        return { reviews: [...reviews.filter((review) => review !== before), { actionId, outcome, dueDate }] };
      });
    },
    setReviewDate(actionId, dueDate) {
      change(({ reviews }) => ({
        reviews: reviews.map((review) => (review.actionId === actionId ? { ...review, dueDate } : review)),
      }));
    },
    setQuickEntry(quickEntry) {
      change(() => ({ quickEntry }));
    },
    readEntry,
    addAction: () => add(readEntry() ?? {}, { quickEntry: '' }),
    changeAction(id, changes) {
      changeAction(id, () => changes);
    },
    removeAction(id) {
      change(({ actions }) => {
        const index = actions.findIndex((action) => action.id === id);
        const removed = actions[index];
        if (!removed) return undefined;
        remember('action', (content) => ({
          ...content,
          actions: content.actions.toSpliced(index, 0, removed).slice(0, mostActions),
        }));
        return { actions: actions.toSpliced(index, 1) };
      });
    },
    searchCourses: search,
    linkCourse(course, actionId = add({ text: course.title.slice(0, textLimits.action) })) {
      const others = writing()
        ?.content.actions.find(({ id }) => id === actionId)
        ?.activities.filter((each) => !isCourse(each, course.id));
      if (!actionId || !others || others.length >= mostActivities) return undefined;
      search('');
      set({ linkedCourses: new Map(shown()?.linkedCourses).set(course.id, course) });
      changeAction(actionId, () => ({
        activities: [...others, { kind: 'course', courseId: course.id, intent: 'assign' }],
      }));
      return actionId;
    },
    setIntent(actionId, courseId, intent) {
      changeActivities(actionId, courseId, () => ({ kind: 'course', courseId, intent }));
    },
    unlinkCourse(actionId, courseId) {
      const before = writing()?.content.actions.find(({ id }) => id === actionId)?.activities;
      if (!before) return;
      remember('course', (content) => ({
        ...content,
        actions: content.actions.map((each) => (each.id === actionId ? { ...each, activities: before } : each)),
      }));
      changeActivities(actionId, courseId, () => []);
    },
  };
}

function isCourse(activity: DevelopmentActivity, courseId: string): boolean {
  return activity.kind === 'course' && activity.courseId === courseId;
}
