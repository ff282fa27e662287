import { learningError, type CoachingError, type JsonValue } from '@coachkit/core';
import * as z from 'zod/mini';
import { outsideFetch } from '../../transport/outside-fetch.js';
import { withRetries } from '../../transport/outside-retry.js';
import { jsonOf, laterOf, refused } from '../answers.js';
import type { LearningTools } from '../connection.js';

/** Parameters of a web-service function, nested as PHP nests them: `enrolments[0][userid]`. */
export type MoodleParameters = Readonly<Record<string, string | number>>;

/** Calls a function of Moodle's web services. */
export interface MoodleCall {
  /** Reads; asked again a few times while Moodle is not available. */
  read(name: string, parameters?: MoodleParameters): Promise<JsonValue>;
  /** Writes, once. */
  write(name: string, parameters: MoodleParameters): Promise<JsonValue>;
}

const failure = z.object({ exception: z.string(), errorcode: z.optional(z.string()) });

/** Codes of a Moodle that is busy with itself; the same call may work a moment later. */
const passing = new Set(['dmlwriteexception', 'dmlreadexception', 'dmlconnectionexception', 'sessiontimeout']);

/**
 * Calls as Moodle 4.5 was seen to answer: every error of its own comes with HTTP 200 and an `exception`, to be told
 * apart by `errorcode` alone, since messages are translated and class names move. The token goes into the body: a
 * query would put it into logs, and a header is ignored.
 */
export function moodleCall(tools: LearningTools): MoodleCall {
  const ask = async (name: string, parameters: MoodleParameters): Promise<JsonValue> => {
    const body = new URLSearchParams({
      wstoken: tools.token,
      wsfunction: name,
      moodlewsrestformat: 'json',
      // Without it, a title in two languages comes as one word.
      moodlewssettingfilter: 'true',
      moodlewssettinglang: tools.language,
    });
    for (const [key, value] of Object.entries(parameters)) body.append(key, String(value));
    const answer = await outsideFetch(tools, {
      method: 'POST',
      url: `${tools.url}/webservice/rest/server.php`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: body.toString(),
    });
    const unavailable = laterOf(answer, tools.clock.now());
    if (unavailable !== undefined) throw unavailable;
    if (answer.status !== 200) throw refused(`http-${answer.status}`);
    const json = jsonOf(answer.text);
    const failed = failure.safeParse(json);
    if (failed.success) throw errorOf(failed.data.errorcode);
    return json;
  };
  return {
    read: (name, parameters = {}) => withRetries(tools, () => ask(name, parameters)),
    write: ask,
  };
}

function errorOf(code = 'no-error-code'): CoachingError {
  if (code === 'invaliduser') return learningError({ reason: 'unknown-person', code }, 'Moodle has no such person');
  if (passing.has(code)) return learningError({ reason: 'unavailable', code }, 'Moodle could not do it now');
  return refused(code);
}
