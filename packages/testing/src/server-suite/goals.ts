import type { Goal, Saved } from '@coachkit/core';
import type { Caller } from './caller.js';
import { expectOk } from './expect-answers.js';

/** Adds a goal of one's own: the smallest thing with words that can be made and changed. */
export async function addGoal(caller: Caller, title: string): Promise<Goal> {
  const answer = await caller.create(`/employees/${caller.personId}/goals`, { title });
  return expectOk<Saved<Goal>>(answer, `the goal “${title}”`, 201).value;
}

/** The goals of somebody, as they see them. */
export async function goalsOf(caller: Caller): Promise<readonly Goal[]> {
  return expectOk<readonly Goal[]>(await caller.get(`/employees/${caller.personId}/goals`), 'the goals', 200);
}

/** The titles of the goals of somebody, in order. */
export async function titlesOf(caller: Caller): Promise<readonly string[]> {
  return (await goalsOf(caller)).map(({ title }) => title).sort();
}
