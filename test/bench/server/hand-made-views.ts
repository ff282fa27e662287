/** The body of a document, not looked at closely. */
export type Body = Readonly<Record<string, unknown>>;

/** The two of a pair. */
export interface Parties {
  readonly manager: Body;
  readonly employee: Body;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date in a zone, now unless said otherwise. */
export function dateIn(timeZone: string, at = Date.now()): string {
  let format = formats.get(timeZone);
  if (format === undefined) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone })));
  return format.format(at);
}

/** An action as somebody sees it. */
export function actionView(action: Body, personId: string, today: string, summary: (id: unknown) => Body): Body {
  const dueDate = String(action['dueDate']);
  const daysOverdue = Math.round((Date.parse(today) - Date.parse(dueDate)) / 86_400_000);
  const weekDay = (new Date(today).getUTCDay() + 6) % 7;
  const weekEnd = new Date(Date.parse(today) + (6 - weekDay) * 86_400_000).toISOString().slice(0, 10);
  const open = daysOverdue > 0 ? 'overdue' : dueDate <= weekEnd ? 'this-week' : 'later';
  return {
    action,
    owner: summary(action['ownerId']),
    manager: summary(action['managerId']),
    employee: summary(action['employeeId']),
    group: action['status'] === 'open' ? open : 'closed',
    daysOverdue,
    canClose: personId === action['managerId'] || personId === action['employeeId'],
    courses: [],
  };
}

/** Without what is undefined. */
export function defined(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
