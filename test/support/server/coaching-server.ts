import { createSkillList } from '@coachkit/core';
import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { createHandler } from '@coachkit/server';
import { toNodeListener } from '@coachkit/server/node';
import { suiteSkills } from '@coachkit/testing/coaching-suite';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actorOf } from './actor-headers.ts';
import type { ServerChoice } from './server-process.ts';

// A server in a process of its own, so that it can be killed: says on its standard output where it listens.
const { storage, port = 0 } = JSON.parse(process.argv[2] ?? '') as ServerChoice;
const source =
  storage.kind === 'sqlite'
    ? await openSqliteStorage({ file: storage.file })
    : await openPostgresStorage({ connectionString: storage.connectionString });
const handler = createHandler({
  storage: source,
  authenticate: ({ headers }) => actorOf((name) => headers.get(name)),
  skills: createSkillList(suiteSkills),
  // Whoever drives it is quicker than people are.
  limits: { burst: 1e9, perSecond: 1e9 },
  log: (event) => {
    if (event.event === 'error') console.error(JSON.stringify(event));
  },
});
const server = createServer(toNodeListener(handler));
server.listen(port, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`));
