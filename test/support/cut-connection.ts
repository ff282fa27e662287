import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Stands between a client and a PostgreSQL server, and cuts the line on demand. */
export interface CutConnection {
  /** The database as it is reached through here. */
  readonly connectionString: string;
  /** Called with what a client sends: `cut` passes it on and then cuts, `hold` keeps it and all that follows. */
  onSend: (text: string) => 'pass' | 'cut' | 'lose' | 'hold';
  close(): Promise<void>;
}

/** Starts it before a database. */
export async function cutConnectionTo(connectionString: string): Promise<CutConnection> {
  const url = new URL(connectionString);
  const folder = url.searchParams.get('host');
  const port = Number(url.port || 5432);
  const target = folder?.startsWith('/') ? { path: join(folder, `.s.PGSQL.${port}`) } : { host: url.hostname, port };
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(target);
    let isHeld = false;
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (data) => {
      const verdict = cut.onSend(data.toString('latin1'));
      isHeld ||= verdict === 'hold';
      if (isHeld) return;
      if (verdict === 'lose') client.destroy();
      else server.write(data);
      // The server has it and answers; nobody hears the answer.
      if (verdict === 'cut') {
        server.removeAllListeners('data');
        server.once('data', () => client.destroy());
      }
    });
    server.on('data', (data) => client.write(data));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  const cut: CutConnection = {
    connectionString: url.href,
    onSend: () => 'pass',
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
  return cut;
}
