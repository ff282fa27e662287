import { createSearch } from './search.js';
import type { SessionForm } from './session-form-type.js';
import type { WritingDesk } from './writing-desk.js';

type FocusCommands = Pick<SessionForm, 'searchSkills' | 'chooseFocus' | 'chooseSkill' | 'chooseWords' | 'setFocusKind'>;

/** What can be done to the focus, with the search for skills. */
export function focusCommands({ coaching, change, remember, set, shown }: WritingDesk): FocusCommands {
  const search = createSearch(
    (query) => coaching.skills.find(query),
    (skills) => set({ skills }),
  );
  const chooseFocus: SessionForm['chooseFocus'] = (focus) => {
    search('');
    change(({ focus: before }, { suggestions }) => {
      // What is among the suggestions can be chosen again; words of one's own would be gone.
      if (before && !before.skillId && !suggestions.some(({ label }) => label === before.label))
        remember('focus', (content) => ({ ...content, focus: before }));
      return { focus, focusQuery: '' };
    });
  };
  return {
    searchSkills(focusQuery) {
      change(() => ({ focusQuery }));
      search(focusQuery);
    },
    chooseFocus,
    chooseSkill({ id: skillId, label }) {
      const goal = shown()?.preparation.goals.find((each) => each.skillId === skillId);
      chooseFocus({ kind: 'skill-development', label, skillId, ...(goal && { goalId: goal.id }) });
    },
    chooseWords(label) {
      chooseFocus({ kind: 'specific-development-area', label: label.trim() });
    },
    setFocusKind(kind) {
      change(({ focus }) => focus && { focus: { ...focus, kind } });
    },
  };
}
