import { CoachingError } from '@coachkit/core';
import { unreachable } from '../transport/json-fetch.js';

/** Why a token is wanted: for the next call, or because the server has refused the one before. */
export interface TokenRequest {
  readonly reason: 'call' | 'expired';
}

/** A token, and whom it speaks for where the host can say so. */
export interface StatedToken {
  readonly token: string;
  readonly personId: string;
}

/** Gives the token of the person who is signed in at the host; undefined when nobody is. */
export type GetToken = (
  request: TokenRequest,
) => string | StatedToken | undefined | Promise<string | StatedToken | undefined>;

/** The token for a call. @throws CoachingError `auth-required`; `unreachable` when the host cannot say now */
export type AskToken = (reason: TokenRequest['reason']) => Promise<string | undefined>;

/**
 * Asks the host for tokens, once for all who wait. A token that speaks for somebody else is none: what one person wrote
 * is never sent as another.
 */
export function askForTokens(getToken: GetToken | undefined, personId: string): AskToken {
  const asked = new Map<TokenRequest['reason'], Promise<string | undefined>>();
  const ask = async (reason: TokenRequest['reason']): Promise<string | undefined> => {
    if (getToken === undefined) return undefined;
    let given: Awaited<ReturnType<GetToken>>;
    try {
      given = await getToken({ reason });
    } catch (cause) {
      if (CoachingError.isInstance(cause)) throw cause;
      throw unreachable('the host could not give a token', cause);
    }
    if (given === undefined) throw signedOut('nobody is signed in');
    if (typeof given === 'string') return given;
    if (given.personId !== personId) throw signedOut('somebody else is signed in');
    return given.token;
  };
  return (reason) => {
    const waiting = asked.get(reason) ?? ask(reason).finally(() => asked.delete(reason));
    asked.set(reason, waiting);
    return waiting;
  };
}

function signedOut(message: string): CoachingError {
  return new CoachingError('auth-required', message);
}
