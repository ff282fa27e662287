#!/usr/bin/env node
// A small host: it joins the server with a storage adapter, which the package itself does not know
// (docs/decisions/0008-a-server-that-runs-by-itself.md).
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instantOf, systemClock, type StorageSource } from '@coachkit/core';
import { ConfigurationError, type Configuration } from './standalone/configuration.js';
import { readConfiguration } from './standalone/read-configuration.js';
import { startServer, type ServerEvent } from './standalone/start-server.js';

const usage = `Usage: coachkit [--config file.json]

Serves the HTTP contract of CoachKit. Settings come from the file and from the environment, which goes first:
PORT, HOST, COACHKIT_DATA, DATABASE_URL, COACHKIT_TENANT, COACHKIT_PROXY_SECRET, COACHKIT_JWT_SECRET,
COACHKIT_JWT_PUBLIC_KEY, COACHKIT_JWT_AUDIENCE, COACHKIT_JWT_ISSUER, COACHKIT_DEVICE_KEY_SECRET,
COACHKIT_ALLOWED_ORIGINS, COACHKIT_CONFIG.
`;

function say(event: ServerEvent | { readonly event: string; readonly [key: string]: unknown }): void {
  process.stdout.write(`${JSON.stringify({ time: instantOf(systemClock.now()), ...event })}\n`);
}

/** Only the adapter that is used is loaded, and only its driver has to be installed. */
async function openStorage({ databaseUrl, data }: Configuration): Promise<StorageSource> {
  if (databaseUrl !== undefined) {
    const { openPostgresStorage } = (await import(adapterNamed('postgres'))) as {
      readonly openPostgresStorage: (options: { readonly connectionString: string }) => Promise<StorageSource>;
    };
    return openPostgresStorage({ connectionString: databaseUrl });
  }
  mkdirSync(data, { recursive: true });
  const { openSqliteStorage } = (await import(adapterNamed('sqlite'))) as {
    readonly openSqliteStorage: (options: { readonly file: string }) => Promise<StorageSource>;
  };
  return openSqliteStorage({ file: join(data, 'coachkit.sqlite') });
}

function adapterNamed(name: string): string {
  return `@coachkit/adapters/storage/${name}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const file = values.config ?? process.env['COACHKIT_CONFIG'];
  const configuration = readConfiguration(file === undefined ? '' : readFileSync(file, 'utf8'), process.env);
  const storage = await openStorage(configuration);
  const server = await startServer({ configuration, storage, log: say });
  say({ event: 'listening', address: server.address });
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const isConfiguration = error instanceof ConfigurationError;
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${isConfiguration ? `\n${usage}` : ''}`,
  );
  process.exitCode = 1;
});
