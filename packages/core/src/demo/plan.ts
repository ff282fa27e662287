/**
 * How the sample organisation is cut. Departments, teams and sizes are the same for every seed; who works where and
 * what happened is drawn.
 */

/**
 * How a team keeps its coaching: monthly and documented well (`strong`), mostly so (`steady`), with gaps and short
 * notes (`uneven`), well at first and less every month (`fading`), hardly and not at all for weeks (`neglected`).
 */
export type CoachingHabit = 'strong' | 'steady' | 'uneven' | 'fading' | 'neglected';

/** A team, its manager not counted. */
export interface TeamPlan {
  readonly name: string;
  readonly managerTitle: string;
  /** 2 to 14. */
  readonly size: number;
  readonly habit: CoachingHabit;
  /** Job titles in turn. */
  readonly titles: readonly string[];
  /** London when absent. */
  readonly timeZone?: string;
}

/** A department with its head, who coaches the managers of its teams. */
export interface DepartmentPlan {
  readonly name: string;
  readonly headTitle: string;
  readonly headHabit: CoachingHabit;
  readonly teams: readonly TeamPlan[];
  /** Paths of the branches of the framework that its people draw a focus from. */
  readonly branches: readonly string[];
  /** A skill that a large share of its sessions is about, if there is one. */
  readonly theme?: string;
  /** What people of the department speak of, as they would write it in the middle of a sentence. */
  readonly occasions: readonly string[];
}

/** The executive team: its members are the heads of the departments. */
export const executives = {
  department: 'Executive office',
  team: 'Executive team',
  headTitle: 'Chief executive',
} as const;

/** The departments. */
export const departments: readonly DepartmentPlan[] = [
  {
    name: 'Sales',
    headTitle: 'Sales director',
    headHabit: 'strong',
    branches: ['Sales, customer conversations', 'Sales, pipeline', 'Core skills, communication'],
    occasions: [
      'the Alder call',
      'the Brightwater renewal',
      'the Kestrel Foods meeting',
      'the demonstration for Harbour & Sons',
      'the Linden account review',
      'the Monday pipeline review',
      'the first call with Fennel',
      'the trade fair in Hanover',
      'the tender for Marlowe',
      'the visit to Oakhurst',
    ],
    teams: [
      {
        name: 'Enterprise sales',
        managerTitle: 'Enterprise sales manager',
        size: 10,
        habit: 'steady',
        titles: ['Senior account executive', 'Account executive', 'Solution consultant'],
      },
      {
        name: 'Mid-market sales',
        managerTitle: 'Sales manager',
        size: 8,
        habit: 'strong',
        titles: ['Account executive', 'Account executive', 'Senior account executive', 'Sales engineer'],
      },
      {
        name: 'Renewals',
        managerTitle: 'Renewals manager',
        size: 7,
        habit: 'strong',
        titles: ['Renewals executive', 'Contract specialist'],
      },
      {
        name: 'Sales development',
        managerTitle: 'Sales development manager',
        size: 13,
        habit: 'fading',
        titles: ['Sales development representative', 'Senior sales development representative'],
      },
    ],
  },
  {
    name: 'Customer success',
    headTitle: 'Director of customer success',
    headHabit: 'steady',
    branches: ['Customer care, conversations', 'Core skills, communication', 'Core skills, planning'],
    theme: 'sk202',
    occasions: [
      'the Brightwater onboarding',
      'the escalation from Alder',
      'the quarterly review with Linden',
      'the Monday queue',
      'the call with Saltmarsh',
      'the migration at Harbour & Sons',
      'the training day at Fennel',
      'the weekend shift',
      'the launch at Marlowe',
      'the handover from sales',
    ],
    teams: [
      {
        name: 'Onboarding',
        managerTitle: 'Onboarding manager',
        size: 8,
        habit: 'strong',
        titles: ['Onboarding specialist', 'Implementation consultant'],
      },
      {
        name: 'Support Europe',
        managerTitle: 'Support manager',
        size: 14,
        habit: 'steady',
        titles: ['Support specialist', 'Senior support specialist'],
        timeZone: 'Europe/Lisbon',
      },
      {
        name: 'Support Americas',
        managerTitle: 'Support manager',
        size: 11,
        habit: 'neglected',
        titles: ['Support specialist', 'Senior support specialist'],
        timeZone: 'America/New_York',
      },
      {
        name: 'Success partners',
        managerTitle: 'Customer success manager',
        size: 9,
        habit: 'uneven',
        titles: ['Customer success partner', 'Senior customer success partner'],
      },
    ],
  },
  {
    name: 'Engineering',
    headTitle: 'Director of engineering',
    headHabit: 'uneven',
    branches: ['Engineering, craft', 'Analysis, evidence', 'Core skills, communication'],
    occasions: [
      'the search design review',
      'the billing migration',
      'the incident in the night of the release',
      'the planning for autumn',
      'the import service',
      'the retrospective',
      'the mobile release',
      'the permissions rework',
      'the talk at the engineering day',
      'the reporting page',
    ],
    teams: [
      {
        name: 'Platform',
        managerTitle: 'Engineering manager',
        size: 12,
        habit: 'steady',
        titles: ['Software engineer', 'Senior software engineer', 'Site reliability engineer'],
        timeZone: 'Europe/Berlin',
      },
      {
        name: 'Web',
        managerTitle: 'Engineering manager',
        size: 10,
        habit: 'uneven',
        titles: ['Front-end engineer', 'Software engineer', 'Product designer'],
      },
      {
        name: 'Mobile',
        managerTitle: 'Engineering manager',
        size: 4,
        habit: 'strong',
        titles: ['Mobile engineer', 'Senior mobile engineer'],
        timeZone: 'Europe/Stockholm',
      },
      {
        name: 'Data',
        managerTitle: 'Data manager',
        size: 8,
        habit: 'steady',
        titles: ['Data analyst', 'Data engineer', 'Senior data analyst'],
        timeZone: 'Asia/Kolkata',
      },
    ],
  },
  {
    name: 'Operations',
    headTitle: 'Operations director',
    headHabit: 'steady',
    branches: ['Operations, daily running', 'Core skills, planning', 'Core skills, communication'],
    occasions: [
      'the early shift',
      'the safety walk',
      'the peak weeks',
      'the visit of the new carrier',
      'the stock count',
      'the move of line two',
      'the supplier day',
      'the night delivery',
      'the packing trial',
      'the Monday dock meeting',
    ],
    teams: [
      {
        name: 'Distribution centre',
        managerTitle: 'Shift manager',
        size: 14,
        habit: 'fading',
        titles: ['Warehouse operative', 'Line lead', 'Forklift driver'],
      },
      {
        name: 'Logistics',
        managerTitle: 'Logistics manager',
        size: 11,
        habit: 'steady',
        titles: ['Transport planner', 'Logistics coordinator'],
      },
      {
        name: 'Procurement',
        managerTitle: 'Procurement manager',
        size: 4,
        habit: 'strong',
        titles: ['Buyer', 'Senior buyer'],
      },
      {
        name: 'Facilities',
        managerTitle: 'Facilities manager',
        size: 2,
        habit: 'uneven',
        titles: ['Facilities coordinator'],
      },
    ],
  },
  {
    name: 'Finance and people',
    headTitle: 'Chief financial officer',
    headHabit: 'strong',
    branches: ['Finance, working with figures', 'Analysis, evidence', 'Core skills, communication'],
    occasions: [
      'the month-end close',
      'the budget round',
      'the audit walkthrough',
      'the board paper',
      'the payroll change',
      'the induction day',
      'the workshop for managers',
      'the policy review',
      'the move to the new ledger',
      'the quarterly forecast',
    ],
    teams: [
      {
        name: 'Accounting',
        managerTitle: 'Financial controller',
        size: 10,
        habit: 'steady',
        titles: ['Accountant', 'Senior accountant', 'Payroll specialist'],
      },
      { name: 'People and learning', managerTitle: 'Head of people', size: 8, habit: 'strong', titles: ['HR adviser'] },
    ],
  },
];

/** Titles and roles of those in the people team who look after the programme; the rest are advisers. */
export const peopleTeamRoles = [
  { title: 'Learning programme lead', role: 'programme-admin' },
  { title: 'Learning analyst', role: 'learning-analyst' },
  { title: 'HR business partner', role: 'hr-partner' },
  { title: 'Privacy officer', role: 'privacy-officer' },
  { title: 'HR systems engineer', role: 'technical-admin' },
  { title: 'Learning designer', role: undefined },
] as const;
