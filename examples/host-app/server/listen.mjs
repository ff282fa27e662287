import { createServer } from 'node:http';

/**
 * Listens, and resolves when the server answers.
 *
 * "localhost" means this machine by both of its addresses: some programs ask for one and some for the other.
 */
export async function listen(handler, { host, port }) {
  const servers = [await open(handler, host === 'localhost' ? '127.0.0.1' : host, port)];
  const chosen = servers[0].address().port;
  if (host === 'localhost') {
    const second = await open(handler, '::1', chosen).catch((error) => {
      // A machine without IPv6 has one address only.
      if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error.cause?.code)) return undefined;
      servers[0].close();
      throw error;
    });
    if (second) servers.push(second);
  }
  const name = host.includes(':') ? `[${host}]` : host;
  return { address: `http://${name}:${chosen}/`, close: () => Promise.all(servers.map(stop)) };
}

function open(handler, host, port) {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(reasonOf(error, host, port), { cause: error })));
    server.listen({ host, port }, () => resolve(server));
  });
}

function reasonOf(error, host, port) {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by you. Choose one above 1023: PORT=4173 npm start`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST is "${host}", which is no address of this machine.`;
    default:
      return `The server could not be started: ${error.message}`;
  }
}

/** Answers what was asked already, and lets go of connections that are only kept open. */
function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections?.();
    setTimeout(() => server.closeAllConnections?.(), 2000).unref();
  });
}
