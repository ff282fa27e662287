/**
 * The contract as an OpenAPI 3.1 document, made from the route table and from the schemas by which the server reads.
 * @packageDocumentation
 */
import type * as z from 'zod/mini';
import type { JsonObject, JsonValue } from '../ports/storage.js';
import { inputSchemas } from './input-schemas.js';
import { jsonSchemaOf } from './json-schema.js';
import { withNamedSchemas } from './named-schemas.js';
import { mayAnswerNothing, responseSchemas } from './response-schemas.js';
import { routes, wirePrefix, type Route, type Verb } from './routes.js';
import * as answers from './sync-answer-schemas.js';
import { syncPaths } from './sync-routes.js';
import { operationBatchSchema, replicaRequestSchema } from './sync-schemas.js';

/** The whole document. The same each time. */
export function openApiDocument(version: string): JsonObject {
  const paths: Record<string, Record<string, JsonValue>> = {};
  for (const [verb, route] of Object.entries(routes) as [Verb, Route][]) {
    // Of one address the parameters have one set of names, whatever the verbs call them.
    const path = wirePrefix + route.path;
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(verb, route);
  }
  for (const [path, method, operation] of syncOperations()) (paths[wirePrefix + path] ??= {})[method] = operation;
  return withNamedSchemas({
    openapi: '3.1.1',
    info: {
      title: 'CoachKit',
      version,
      description:
        'The HTTP contract of CoachKit. Every change needs the header `CoachKit-Version: 1` and JSON; who asks is said ' +
        'by the sign-in of the host. A thing that is not yours answers exactly like one that does not exist.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: merged(paths),
    components: {
      responses: {
        Problem: {
          description: 'A refusal or a failure, as RFC 9457 describes it.',
          headers: { 'CoachKit-Correlation-Id': { schema: { type: 'string' } } },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        host: { type: 'http', scheme: 'bearer', description: 'Or whatever else the host signs people in with.' },
      },
    },
    security: [{ host: [] }],
  });
}

/** Paths that differ only in the names of their parameters are one path for OpenAPI. */
function merged(paths: Record<string, Record<string, JsonValue>>): JsonObject {
  const byShape = new Map<string, { readonly path: string; readonly item: Record<string, JsonValue> }>();
  for (const [path, item] of Object.entries(paths)) {
    const shape = path.replace(/\{\w+\}/g, '{}');
    const first = byShape.get(shape);
    if (first === undefined) byShape.set(shape, { path, item });
    else Object.assign(first.item, renamed(item, path, first.path));
  }
  return Object.fromEntries([...byShape.values()].map(({ path, item }) => [path, item]));
}

function renamed(item: Record<string, JsonValue>, from: string, to: string): Record<string, JsonValue> {
  const names = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const wanted = names(to);
  const text = names(from).reduce(
    (all, name, index) =>
      all.replaceAll(`{"name":"${name}","in":"path"`, `{"name":"${wanted[index] ?? name}","in":"path"`),
    JSON.stringify(item),
  );
  return JSON.parse(text) as Record<string, JsonValue>;
}

function operationOf(verb: Verb, route: Route): JsonObject {
  const input = jsonSchemaOf(inputSchemas[verb]);
  const { properties = {}, required = [] } = input as { properties?: JsonObject; required?: readonly string[] };
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inQuery = Object.keys(route.query ?? {});
  const inBody = Object.keys(properties).filter((name) => ![...inPath, ...inQuery].includes(name));
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(route.method);
  const parameters: JsonObject[] = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...inQuery.map((name) => ({
      ...{ name, in: 'query', required: required.includes(name) },
      schema: properties[name] ?? { type: 'string' },
    })),
    ...headersOf(route),
  ];
  return {
    operationId: verb,
    tags: [verb.split('.')[0] ?? verb],
    parameters,
    ...(hasBody && {
      requestBody: {
        required: inBody.some((name) => required.includes(name)),
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(inBody.map((name) => [name, properties[name] ?? {}])),
              required: inBody.filter((name) => required.includes(name) && name !== 'version'),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: {
      ...successOf(route, responseSchemas[verb], mayAnswerNothing.has(verb)),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const textHeader = (name: string, required: boolean): JsonObject => ({
  ...{ name, in: 'header', required },
  schema: { type: 'string' },
});

function headersOf({ kind, method }: Route): JsonObject[] {
  if (kind === 'read') return [];
  return [
    { name: 'CoachKit-Version', in: 'header', required: true, schema: { const: '1' } },
    textHeader('Idempotency-Key', kind === 'create'),
    ...(kind === 'change' ? [textHeader('If-Match', method !== 'PUT')] : []),
    ...(kind === 'change' && method === 'PUT' ? [textHeader('If-None-Match', false)] : []),
  ];
}

function successOf(route: Route, schema: z.ZodMiniType | undefined, mayBeNothing: boolean): JsonObject {
  const nothing = { description: 'Nothing to say.' };
  if (schema === undefined) return { '204': nothing };
  return {
    [String(route.status ?? 200)]: {
      description: 'Done.',
      headers: { ETag: { description: 'The version, where the answer is one document.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: jsonSchemaOf(schema) } },
    },
    ...(mayBeNothing && { '204': nothing }),
  };
}

function syncOperations(): [path: string, method: string, operation: JsonObject][] {
  const version = { name: 'CoachKit-Version', in: 'header', required: true, schema: { const: '1' } };
  const jsonOf = (schema: z.ZodMiniType): JsonObject => ({ 'application/json': { schema: jsonSchemaOf(schema) } });
  const operation = (operationId: string, content: JsonObject, more: JsonObject = {}, also: JsonObject = {}) => ({
    ...{ operationId: `sync.${operationId}`, tags: ['sync'], ...more },
    responses: {
      '200': { description: 'Done.', content },
      ...also,
      default: { $ref: '#/components/responses/Problem' },
    },
  });
  const sent = (schema: z.ZodMiniType): JsonObject => ({
    parameters: [version],
    requestBody: { required: true, content: jsonOf(schema) },
  });
  const unchanged = { '304': { description: 'Nothing has changed.' } };
  return [
    [
      syncPaths.operations,
      'post',
      operation('operations', jsonOf(answers.operationResultsSchema), sent(operationBatchSchema)),
    ],
    [
      syncPaths.replica,
      'get',
      operation(
        'replica',
        jsonOf(answers.replicaManifestSchema),
        { parameters: [textHeader('If-None-Match', false)] },
        unchanged,
      ),
    ],
    [
      syncPaths.replicaDocuments,
      'post',
      operation('documents', jsonOf(answers.replicaDocumentsSchema), sent(replicaRequestSchema)),
    ],
    [syncPaths.changes, 'get', operation('changes', { 'text/event-stream': { schema: { type: 'string' } } })],
    [syncPaths.deviceKey, 'get', operation('deviceKey', jsonOf(answers.deviceKeySchema))],
  ];
}
