import { createHandler } from '@coachkit/server';
import { toNodeListener } from '@coachkit/server/node';
import { openPostgresStorage } from '@coachkit/adapters/storage/postgres';
import { openSqliteStorage } from '@coachkit/adapters/storage/sqlite';
import { createApi } from './api.mjs';
import { openDataFolder } from './data-folder.mjs';
import { openOrganisation } from './organisation.mjs';
import { createPages } from './pages.mjs';
import { createSignIn } from './sign-in.mjs';

/** Where CoachKit answers. */
const mount = '/coaching';

/** The demo: pages, the host's own sign-in, and CoachKit's handler behind it. @throws Error with a sentence to print */
export async function createHost({ dataFolder, databaseUrl, isReset, clock }) {
  const pages = await createPages();
  const folder = await openDataFolder(dataFolder);
  const source =
    databaseUrl === undefined
      ? await openSqliteStorage({ file: folder.database })
      : await openPostgresStorage({ connectionString: databaseUrl });
  const organisation = await openOrganisation({ source, folder, clock, isReset });
  const signIn = createSignIn(folder.secret, () => organisation.tenantId);

  const handler = createHandler({
    storage: source,
    basePath: mount,
    clock,
    skills: organisation.skills,
    lms: organisation.lms,
    deviceKeySecret: folder.secret.toString('base64url'),
    // The one place where the host's sign-in becomes an actor.
    authenticate(request) {
      const personId = signIn.personOf((name) => request.headers.get(name) ?? undefined);
      const person = personId === undefined ? undefined : organisation.personOf(personId);
      return person && { tenantId: organisation.tenantId, personId: person.id, roles: person.roles };
    },
  });
  const coaching = toNodeListener(handler);
  const api = createApi({ organisation, signIn });

  return {
    listener(request, response) {
      const path = request.url ?? '/';
      // Devices set their idea of the time by this, also where the demo was told that it is another day.
      response.setHeader('date', new Date(clock.now()).toUTCString());
      if (path.startsWith(`${mount}/`)) coaching(request, response);
      else if (path.startsWith('/api/')) api(request, response);
      else pages(request, response);
    },
    stopStreams: () => handler.close(),
    close: () => source.close(),
  };
}
