// Serves the demo host application. It has no dependencies and runs on Node 18 or newer.
// PORT (4173 when absent, 0 for any free one) and HOST (localhost when absent) say where.
import { createHandler } from './server/handler.mjs';
import { listen } from './server/listen.mjs';

try {
  const port = readPort(process.env.PORT);
  const host = process.env.HOST || 'localhost';
  const { address, close } = await listen(await createHandler(), { host, port });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
  console.log(`CoachKit demo ready at ${address}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function readPort(text = '4173') {
  const port = Number(text || '4173');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${text}". It has to be a number from 0 to 65535.`);
  }
  return port;
}
