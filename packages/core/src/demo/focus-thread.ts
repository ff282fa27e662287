import type { CalendarDate } from '../calendar.js';
import { addDays } from '../calendar.js';
import type { Goal } from '../model/development.js';
import type { Focus } from '../model/session-content.js';
import type { Collected } from './collected.js';
import { at } from './ledger.js';
import { ownWords } from './notes/general.js';
import type { SkillNotes } from './notes/skill-notes.js';
import type { Team } from './people.js';
import type { DepartmentPlan } from './plan.js';
import type { Random } from './random.js';
import { branches, notesOf } from './skills.js';

/** What one session is about, with the notes on its skill where it has one. */
export interface DrawnFocus {
  readonly focus: Focus;
  readonly skill: SkillNotes | undefined;
}

/** Skills that somebody works on over the year, each for some sessions in a row, most with a goal of the plan. */
export class FocusThread {
  readonly #employeeId: string;
  readonly #random: Random;
  readonly #into: Collected;
  readonly #today: CalendarDate;
  readonly #skills: SkillNotes[];
  readonly #goals = new Map<string, Goal>();
  #current: SkillNotes | undefined;
  #left = 0;

  constructor(
    employeeId: string,
    from: {
      readonly random: Random;
      readonly into: Collected;
      readonly today: CalendarDate;
      readonly skills: readonly SkillNotes[];
    },
  ) {
    this.#employeeId = employeeId;
    this.#random = from.random;
    this.#into = from.into;
    this.#today = from.today;
    this.#skills = [...from.skills];
  }

  /** The focus of a session on a day, agreed with a manager. */
  next(date: CalendarDate, managerId: string): DrawnFocus {
    if (this.#random.chance(0.08)) return { focus: this.#random.pick(ownWords), skill: undefined };
    if (this.#left === 0) {
      this.#current = this.#skills.shift() ?? this.#current;
      if (this.#current !== undefined) this.#skills.push(this.#current);
      this.#left = this.#random.whole(2, 4);
    }
    this.#left -= 1;
    const skill = this.#current;
    if (skill === undefined) return { focus: this.#random.pick(ownWords), skill };
    const goal = this.#goalFor(skill, date, managerId);
    const focus: Focus = { kind: this.#kind(), label: skill.label, skillId: skill.id };
    const serves = goal !== undefined && goal.status === 'open' && this.#random.chance(0.75);
    return { focus: serves ? { ...focus, goalId: goal.id } : focus, skill };
  }

  /** The goal for a skill: made in the first session about it, for most people and not for every skill. */
  #goalFor(skill: SkillNotes, date: CalendarDate, managerId: string): Goal | undefined {
    const known = this.#goals.get(skill.id);
    if (known !== undefined || this.#goals.size > 1 || !this.#random.chance(0.45)) return known;
    const targetDate = addDays(date, this.#random.whole(90, 240));
    const isOver = targetDate < this.#today;
    const goal: Goal = {
      id: `g${this.#employeeId.slice(1)}.${this.#goals.size + 1}`,
      employeeId: this.#employeeId,
      title: skill.goal,
      skillId: skill.id,
      targetDate,
      status: isOver ? (this.#random.chance(0.75) ? 'reached' : 'dropped') : 'open',
      createdAt: at(date, '16:40'),
      createdBy: this.#random.chance(0.5) ? managerId : this.#employeeId,
    };
    this.#goals.set(skill.id, goal);
    this.#into.goal.push(goal);
    return goal;
  }

  #kind(): Focus['kind'] {
    const draw = this.#random.next();
    if (draw < 0.76) return 'skill-development';
    if (draw < 0.87) return 'specific-development-area';
    return draw < 0.95 ? 'performance-goals' : 'role-progression';
  }
}

/** Skills that somebody in a team works on, in turn: mostly of their own trade, of leadership for managers. */
export function drawSkills(team: Team, { branches: paths, theme }: DepartmentPlan, random: Random): SkillNotes[] {
  const leadership = branches.find(({ path }) => path.startsWith('Leadership'))?.skills ?? [];
  const own = branches.filter(({ path }) => paths.includes(path)).flatMap(({ skills }) => skills);
  const trade = random.shuffled(team.kind === 'staff' ? own : leadership);
  const other = random.pick(team.kind === 'staff' ? own : [...own, ...leadership]);
  const chosen = [...new Set([...trade.slice(0, 3), other])];
  if (theme === undefined || team.kind !== 'staff' || !random.chance(0.75)) return chosen;
  const themed = notesOf(theme);
  const rest = chosen.filter((skill) => skill !== themed);
  // Where a department has one large theme, people come back to it in between.
  return [themed, ...rest.slice(0, 1), themed, ...rest.slice(1, 2)];
}
