import { fold } from '../ports/skills.js';
import type { Role } from '../ports/identity.js';
import type { OrganisationUnit, Person } from '../model/person.js';
import { names } from './names.js';
import {
  departments,
  executives,
  peopleTeamRoles,
  type CoachingHabit,
  type DepartmentPlan,
  type TeamPlan,
} from './plan.js';
import type { Random } from './random.js';

/** A team with the people in it. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  /** `staff` for a team of its own work; the others are teams of managers. */
  readonly kind: 'executive' | 'leadership' | 'staff';
  readonly habit: CoachingHabit;
  readonly managerId: string;
  readonly memberIds: readonly string[];
}

/** Who works for the sample organisation today, and where. */
export interface Roster {
  readonly people: readonly Person[];
  readonly units: readonly OrganisationUnit[];
  readonly teams: readonly Team[];
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** The plan of a department by its id. */
  readonly plans: ReadonlyMap<string, DepartmentPlan>;
  /** Names that nobody has yet, for people who have left. */
  readonly spareNames: readonly string[];
}

/** The team of the manager whom a demonstration starts with. */
export const featuredTeam = 'Mid-market sales';

/** Managers who have the same name in every sample, by their team. */
const fixedManagers: Readonly<Record<string, string>> = { [featuredTeam]: 'Priya Nair', Renewals: 'Elena Marchetti' };

/** The first members of a team who have the same name in every sample. */
const fixedMembers: Readonly<Record<string, readonly string[]>> = {
  [featuredTeam]: [
    'Tom Okafor',
    'Amélie Laurent',
    'Ben Ashworth',
    'Mei Chen',
    'Siân Rees',
    'Yusuf Abdi',
    'Aoife D’Arcy',
    'Diego Fernández',
  ],
  // One name that is written from right to left, one that is long.
  Renewals: ['ليلى حداد', 'María del Carmen Fernández-Villaverde y Ortiz de Zárate'],
  'People and learning': ['Margit Sørensen'],
};

/** Puts people into the plan of the organisation. */
export function drawRoster(random: Random): Roster {
  const taken = new Set(Object.values(fixedMembers).flat());
  const free = random.fork('names').shuffled(names.filter((name) => !taken.has(name)));
  const people: Person[] = [];
  const units: OrganisationUnit[] = [];
  const teams: Team[] = [];
  const roles = new Map<string, readonly Role[]>();
  const plans = new Map<string, DepartmentPlan>();

  const hire = (name: string | undefined, more: Omit<Person, 'id' | 'name' | 'email' | 'employeeNumber'>): string => {
    const number = people.length + 1;
    const id = `p${String(number).padStart(3, '0')}`;
    const person = {
      id,
      name: name ?? free.shift() ?? `Colleague ${number}`,
      ...more,
      employeeNumber: String(20_400 + number * 7),
    };
    people.push({ ...person, email: addressOf(person.name, person.employeeNumber) });
    return id;
  };
  const open = (kind: OrganisationUnit['kind'], name: string, parentId?: string): string => {
    const of = units.filter((unit) => unit.kind === kind).length + 1;
    const id = kind === 'department' ? `d${of}` : `t${String(of).padStart(2, '0')}`;
    units.push(parentId === undefined ? { id, kind, name } : { id, kind, name, parentId });
    return id;
  };

  const top = open('department', executives.department);
  const topTeam = open('team', executives.team, top);
  const home = { timeZone: 'Europe/London' };
  const chief = hire(undefined, { ...home, jobTitle: executives.headTitle, departmentId: top, teamId: topTeam });
  const heads = departments.map(({ headTitle }) =>
    hire(undefined, { ...home, jobTitle: headTitle, departmentId: top, teamId: topTeam }),
  );
  teams.push({
    id: topTeam,
    name: executives.team,
    departmentId: top,
    kind: 'executive',
    habit: 'steady',
    managerId: chief,
    memberIds: heads,
  });

  for (const [place, plan] of departments.entries()) {
    const departmentId = open('department', plan.name);
    plans.set(departmentId, plan);
    const leadershipId = open('team', `${plan.name} leadership`, departmentId);
    const managers = plan.teams.map((team) => {
      const place = { departmentId, teamId: leadershipId };
      return hire(fixedManagers[team.name], {
        timeZone: team.timeZone ?? home.timeZone,
        jobTitle: team.managerTitle,
        ...place,
      });
    });
    const managerId = heads[place] ?? chief;
    teams.push({
      id: leadershipId,
      name: `${plan.name} leadership`,
      departmentId,
      kind: 'leadership',
      habit: plan.headHabit,
      managerId,
      memberIds: managers,
    });
    for (const [index, team] of plan.teams.entries()) {
      const id = open('team', team.name, departmentId);
      const memberIds = Array.from({ length: team.size }, (_, seat) => {
        const { jobTitle, role } = seatOf(team, seat);
        const member = hire(fixedMembers[team.name]?.[seat], {
          timeZone: team.timeZone ?? home.timeZone,
          jobTitle,
          departmentId,
          teamId: id,
        });
        if (role !== undefined) roles.set(member, [role]);
        return member;
      });
      teams.push({
        id,
        name: team.name,
        departmentId,
        kind: 'staff',
        habit: team.habit,
        managerId: managers[index] ?? managerId,
        memberIds,
      });
    }
  }
  return { people, units, teams, roles, plans, spareNames: free };
}

function seatOf(
  { name, titles }: TeamPlan,
  seat: number,
): { readonly jobTitle: string; readonly role: Role | undefined } {
  const special = name === 'People and learning' ? peopleTeamRoles[seat] : undefined;
  return { jobTitle: special?.title ?? titles[seat % titles.length] ?? 'Specialist', role: special?.role };
}

/** An address that leads nowhere: the domain is reserved for examples (RFC 2606). */
function addressOf(name: string, employeeNumber: string): string {
  const words = fold(name)
    .replaceAll('ø', 'o')
    .replace(/[^a-z ]/g, '')
    .trim()
    .split(/ +/);
  const local = words[0] === '' ? employeeNumber : `${words[0] ?? ''}.${words.at(-1) ?? ''}`;
  return `${local}@northwind.example`;
}
