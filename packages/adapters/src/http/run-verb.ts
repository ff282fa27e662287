import type {
  Actor,
  JsonObject,
  JsonValue,
  LearningSystem,
  ProgrammeRules,
  SkillsFramework,
  Storage,
} from '@coachkit/core';
import { contextOf, createGroups, type Emitter, type Groups } from '@coachkit/core/coaching-parts';
import { routes, type Route, type Verb } from '@coachkit/core/wire';

/** Something to be reported once it is kept. */
export type Report = () => void;

/** One run of a verb. */
export interface VerbCall {
  readonly verb: Verb;
  readonly input: JsonObject;
  /** The operation it is part of: what it makes is named `<id>.1`, `<id>.2`, … here and on the server. */
  readonly operationId: string;
  /** The moment it happens, in milliseconds since 1970. */
  readonly at: number;
}

/** Runs a verb on a storage. */
export type RunVerb = (
  storage: Storage,
  call: VerbCall,
) => Promise<{ readonly value: unknown; readonly reports: readonly Report[] }>;

/** What verbs are run with. */
export interface RunParts {
  readonly actor: Actor;
  readonly rules: ProgrammeRules;
  readonly emit: Emitter['emit'];
  readonly skills: SkillsFramework;
  readonly lms: LearningSystem;
}

/**
 * Runs verbs by the use cases that the server runs too. Changes are run without learning system and framework: the
 * server asks them, once.
 */
export function verbRunner({ actor, rules, emit, skills, lms }: RunParts): RunVerb {
  return async (storage, { verb, input, operationId, at }) => {
    const reports: Report[] = [];
    const isReading = (routes[verb] as Route).kind === 'read';
    let made = 0;
    const groups = createGroups(
      contextOf({
        actor,
        storage,
        rules,
        onUnreadable: () => undefined,
        clock: { now: () => at },
        newId: () => `${operationId}.${(made += 1)}`,
        emit: (name, detail) => void reports.push(() => emit(name, detail)),
        skills: isReading ? skills : undefined,
        lms: isReading ? lms : undefined,
      }),
    );
    return { value: await callVerb(groups, verb, argumentsOf(verb, input)), reports };
  };
}

/** Calls a verb by its name. */
export function callVerb(groups: Groups, verb: string, args: readonly unknown[]): Promise<unknown> {
  const [first = '', second] = verb.split('.');
  const group = (groups as unknown as Record<string, unknown>)[first];
  const called = (second === undefined ? group : (group as Record<string, unknown>)[second]) as (
    ...values: readonly unknown[]
  ) => Promise<unknown>;
  return called(...args);
}

/** What a verb was called with as one object; positional values by their names. */
export function inputOf(verb: string, args: readonly unknown[]): unknown {
  const names = Object.hasOwn(routes, verb) ? (routes[verb as Verb] as Route).positional : undefined;
  return names === undefined ? args[0] : Object.fromEntries(names.map((name, index) => [name, args[index]]));
}

function argumentsOf(verb: Verb, input: JsonObject): readonly (JsonValue | undefined)[] {
  return (routes[verb] as Route).positional?.map((name) => input[name]) ?? [input];
}
