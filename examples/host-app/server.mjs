// Serves the demo host application: its pages, the sign-in of the host, and CoachKit's back end under /coaching.
//   PORT            4173 when absent, 0 for any free one
//   HOST            localhost when absent
//   COACHKIT_DATA   the folder with the SQLite file and the secret of the sessions; data/demo when absent
//   DATABASE_URL    postgres://… keeps the sample in PostgreSQL instead
//   --reset         draws the sample company anew; what was entered is gone
import { listen } from './server/listen.mjs';
import { createHost } from './server/host.mjs';
import { readSettings } from './server/settings.mjs';

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  const host = await createHost(settings);
  const { address, close } = await listen(host.listener, settings);
  const stop = async () => {
    // Streams end first: they would keep the server open for as long as somebody looks at a page.
    host.stopStreams();
    await close();
    await host.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
  console.log(`CoachKit demo ready at ${address}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
