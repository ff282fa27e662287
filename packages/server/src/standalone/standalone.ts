/**
 * The server that runs by itself, as a function: for hosts that start it with a learning system or jobs of their own.
 * @packageDocumentation
 */
export { checkConfiguration, ConfigurationError, type Configuration, type SignIn } from './configuration.js';
export type { Job, JobEvent, JobParts } from './jobs.js';
export { forgetOperations } from './forget-operations.js';
export { readConfiguration } from './read-configuration.js';
export { startServer, type RunningServer, type ServerEvent, type ServerParts } from './start-server.js';
