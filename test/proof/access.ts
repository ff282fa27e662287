import {
  createMemoryStorageSource,
  decide,
  documentKinds,
  roles,
  type Actor,
  type DocumentKind,
  type Role,
} from '@coachkit/core';
import { applyOperation, routes, syncLimits, type DocumentName, type OperationResults } from '@coachkit/core/wire';
import { rehearsedServer, type Outcome, type RehearsedServer } from './access/asking.ts';
import { attemptsAtPair, attemptsAtTenant, type Attempt, type Expected } from './access/attempts.ts';
import {
  foundMarkedCompany,
  marker,
  markersIn,
  tenants,
  type MarkedCompany,
  type OpenSource,
} from './access/company.ts';
import { classes, isAllowed, operations, relations, roleIsAllowed } from './access/norm.ts';
import { mayKnowOf, readableFields, standingTo } from './access/standing.ts';

/** What trying everything has come to. */
export interface AccessFigures {
  readonly actors: number;
  /** Combinations of somebody, a thing and an act that were tried. */
  readonly combinations: number;
  /** What was allowed and should not be, refused and should not be, or written in spite of a refusal. */
  readonly deviations: readonly string[];
  /** Marker words that somebody may not read and met, or may read and could not find. */
  readonly leaks: readonly string[];
  readonly markers: number;
}

const people = ['tom', 'priya', 'marek', 'olga', 'liam', 'eva', 'ada', 'sam'];

/**
 * Tries every act on every thing as everybody, through the routes, as operations of a batch, through lists, searches
 * and what a device is handed, and compares it with a copy of the design's table made by hand.
 * @param full - everybody with every role instead of the roles for one person
 * @param open - where everything is kept; in memory when absent
 */
export async function tryAccess(
  full: boolean,
  open: OpenSource = () => createMemoryStorageSource(),
): Promise<AccessFigures> {
  const company = await foundMarkedCompany(open);
  const names = await everyDocument(company);
  const server = rehearsedServer(company);
  const actors = actorsOf(full);
  const deviations = tableDeviations();
  const leaks: string[] = [];
  let combinations = relations.length * operations.length * classes.length;
  const writers = await applyForReal(company);
  for (const actor of actors) {
    const who = `${actor.tenantId} ${actor.personId} ${actor.roles.join('+')}`;
    const met = new Set<string>();
    const unknown = roleIsAllowed(actor.roles, 'read', 'configuration')
      ? []
      : company.pairs.filter((pair) => !mayKnowOf(actor, pair));
    const look = ({ text }: Outcome): void => {
      markersIn(text).forEach((word) => met.add(word));
      for (const { name, relationshipId, planned } of unknown) {
        if (text.includes(relationshipId) || text.includes(planned)) leaks.push(`${who} learned of the pair ${name}`);
      }
    };
    const attempts = [...company.pairs.flatMap(attemptsAtPair), ...attemptsAtTenant(company)];
    for (const attempt of attempts) {
      const expected = attempt.expected(actor);
      const direct = await server.call(actor, attempt.verb, attempt.input);
      look(direct);
      combinations += 1;
      judge(deviations, `${who}: ${named(attempt)}`, expected, direct, attempt);
      if (routes[attempt.verb].kind === 'read') continue;
      combinations += 1;
      const batch = await asOperation(server, actor, attempt, combinations);
      look(batch);
      judge(deviations, `${who}: ${named(attempt)} as an operation`, expected, batch, attempt);
    }
    for (const written of writers) look(await server.ask(actor, 'POST', '/operations', { operations: [written] }));
    combinations += writers.length;
    combinations += await askWhetherAllowed(server, company, actor, deviations, who);
    combinations += await takeDocuments(server, actor, names, look);
    compareMarkers(company, actor, met, leaks, who);
  }
  for (const event of server.logged) {
    if (markersIn(JSON.stringify(event)).length > 0) leaks.push(`the log: ${JSON.stringify(event)}`);
    if (event.event === 'error') deviations.push(`an error that nobody expected: ${JSON.stringify(event)}`);
  }
  const markers = new Set(
    company.pairs.flatMap(({ managerId, employeeId, ...pair }) =>
      [managerId, employeeId].flatMap((personId) =>
        readableFields({ tenantId: tenants.home, personId, roles: [] }, { managerId, employeeId, ...pair }).map(
          (field) => marker(pair.name, field),
        ),
      ),
    ),
  ).size;
  return { actors: actors.length, combinations, deviations, leaks, markers };
}

/** Where the table of the product is not that of the design. */
function tableDeviations(): string[] {
  return relations.flatMap((relation) =>
    operations.flatMap((operation) =>
      classes
        .filter((dataClass) => decide([relation], operation, dataClass) !== isAllowed(relation, operation, dataClass))
        .map((dataClass) => `the table: ${relation} ${operation} ${dataClass}`),
    ),
  );
}

/** Operations with words that were really applied; whoever sends the same ids gets to see nothing of them. */
async function applyForReal({ storage, clock, pairs }: MarkedCompany) {
  const operations = pairs
    .filter(({ isOver }) => !isOver)
    .map(({ name, managerId, recorded }) => {
      const input = { sessionId: recorded, text: marker(name, 'comment-of-manager') };
      return { managerId, sent: { id: `applied-${name}`, verb: 'sessions.comment' as const, input } };
    });
  for (const { managerId, sent } of operations) {
    const actor: Actor = { tenantId: tenants.home, personId: managerId, roles: [] };
    await applyOperation({ storage: storage.storageFor(actor), actor, clock }, sent);
  }
  return operations.map(({ sent }) => ({ ...sent, input: { ...sent.input, text: 'x' } }));
}

function actorsOf(full: boolean): readonly Actor[] {
  const sets: readonly (readonly Role[])[] = [[], ...roles.map((role) => [role]), roles];
  const atHome = people.flatMap((personId) =>
    sets
      .filter((set) => full || set.length === 0 || personId === 'sam')
      .map((set): Actor => ({ tenantId: tenants.home, personId, roles: set })),
  );
  const elsewhere = (full ? people : ['tom', 'priya', 'sam']).flatMap((personId) =>
    (full ? sets : [[], roles]).map((set): Actor => ({ tenantId: tenants.other, personId, roles: set })),
  );
  return [...atHome, ...elsewhere];
}

function named({ verb, input }: Attempt): string {
  return `${verb} ${JSON.stringify(input)}`;
}

async function asOperation(
  server: RehearsedServer,
  actor: Actor,
  { verb, input }: Attempt,
  number: number,
): Promise<Outcome> {
  const operations = [{ id: `operation-${number}`, verb, input, base: {} }];
  const outcome = await server.ask(actor, 'POST', '/operations', { operations });
  const [result] = (outcome.body as Partial<OperationResults>).results ?? [];
  if (result === undefined) return outcome;
  return { ...outcome, status: result.status === 'applied' ? 200 : result.problem.status };
}

/** Refusals write nothing; what somebody may not know of answers as if it did not exist; what is allowed succeeds. */
function judge(
  deviations: string[],
  what: string,
  expected: Expected,
  { status, written, text }: Outcome,
  { verb }: Attempt,
): void {
  const isFine =
    expected === 'allowed' ? status >= 200 && status < 300 : expected === 'hidden' ? status === 404 : isRefusal(status);
  const tail = text.slice(text.lastIndexOf('\n') + 1).slice(0, 160);
  if (!isFine) deviations.push(`${what}: expected ${expected}, found ${status} ${tail}`);
  if (expected !== 'allowed' && written.length > 0) deviations.push(`${what}: refused, and wrote`);
  const isChange = routes[verb].kind !== 'read';
  if (expected === 'allowed' && isFine && isChange && written.length === 0) deviations.push(`${what}: wrote nothing`);
}

function isRefusal(status: number): boolean {
  return status === 403 || status === 404 || status === 409;
}

/** The question whether something is allowed, for every act, class of data and pair. */
async function askWhetherAllowed(
  server: RehearsedServer,
  { pairs }: MarkedCompany,
  actor: Actor,
  deviations: string[],
  who: string,
): Promise<number> {
  let asked = 0;
  for (const operation of operations) {
    for (const dataClass of classes) {
      const general = await server.call(actor, 'can', { operation, dataClass });
      asked += 1;
      if (general.body !== roleIsAllowed(actor.roles, operation, dataClass))
        deviations.push(`${who}: may ${operation} ${dataClass}? ${String(general.body)}`);
      for (const pair of pairs) {
        const relation = standingTo(actor, pair);
        const expected = relation !== undefined && isAllowed(relation, operation, dataClass);
        const answer = await server.call(actor, 'can', { operation, dataClass, relationshipId: pair.relationshipId });
        asked += 1;
        if (answer.body !== expected)
          deviations.push(`${who}: may ${operation} ${dataClass} of ${pair.name}? ${String(answer.body)}`);
      }
    }
  }
  return asked;
}

/** Takes the manifest and asks for every document there is, by its name. */
async function takeDocuments(
  server: RehearsedServer,
  actor: Actor,
  names: readonly DocumentName[],
  look: (outcome: Outcome) => void,
): Promise<number> {
  look(await server.ask(actor, 'GET', '/replica'));
  for (let from = 0; from < names.length; from += syncLimits.documents) {
    const documents = names.slice(from, from + syncLimits.documents);
    look(await server.ask(actor, 'POST', '/replica/documents', { documents }));
  }
  return names.length + 1;
}

/** What somebody met has to be what they may read, no more and no less. */
function compareMarkers(
  { pairs }: MarkedCompany,
  actor: Actor,
  met: ReadonlySet<string>,
  leaks: string[],
  who: string,
): void {
  const readable = new Set(
    pairs.flatMap((pair) => readableFields(actor, pair).map((field) => marker(pair.name, field))),
  );
  for (const word of met) if (!readable.has(word)) leaks.push(`${who} met ${word}`);
  for (const word of readable) if (!met.has(word)) leaks.push(`${who} could not find ${word}`);
}

/** Every document of the tenant. Where the database itself hides rows, each person knows of some. */
async function everyDocument({ storage }: MarkedCompany): Promise<readonly DocumentName[]> {
  const found = new Map<string, DocumentName>();
  for (const personId of ['it', ...people]) {
    const home = storage.storageFor({ tenantId: tenants.home, personId, roles: personId === 'it' ? roles : [] });
    for (const kind of Object.keys(documentKinds) as DocumentKind[]) {
      const { documents } = await home.query(kind, { index: 'id' });
      for (const { id } of documents) found.set(`${kind}/${id}`, { kind, id });
    }
  }
  return [...found.values()];
}
