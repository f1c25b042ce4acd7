import { rootOf, type State } from '../consent/state.ts';
import { isRequestSigned, type Request, readRequest } from '../log/request.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Draft } from '../model/entry.ts';
import type { FailureCode } from '../model/failure.ts';
import type { ParticipantKey } from '../model/id.ts';

/** A clock may be wrong by so much, ms: a request that was signed later than that is not from yet. */
const CLOCK_MS = 86_400_000;

export type ReadFile =
  | { readonly ok: true; readonly request: Request; readonly key: string }
  | { readonly ok: false; readonly code: FailureCode };

/**
 * A file that a participant's own extension made. 'request-unreadable': it is none. 'request-unsigned': nothing says whose it is, because their key
 * was gone; the host asks them, and notes it by hand. 'request-forged': it was changed, or signed by somebody without the key.
 */
export async function readRequestFile(text: string, verify: VerifyEd25519): Promise<ReadFile> {
  const request = readRequest(text);
  if (!request) return { ok: false, code: 'request-unreadable' };
  if (request.sig === null || request.answer === null) return { ok: false, code: 'request-unsigned' };
  if (!(await isRequestSigned(request, verify))) return { ok: false, code: 'request-forged' };
  return { ok: true, request, key: request.answer.key };
}

/** Whose request it is in this log: whoever answered that very ask with the key that signed it. null: nobody here. */
export function whoseRequest(state: State, { ask }: Pick<Request, 'ask'>, key: string): ParticipantKey | null {
  const bound = state.keys.get(key);
  return bound && [...state.asks.keys()].some((id) => id === ask) ? bound.participant : null;
}

/**
 * Its entry. file: SHA-256 of the whole text, base64url. 'request-foreign': nobody in this log answered with that key. 'request-again': this very
 * file, or one for the same that is still open, is in the log already. 'request-unreadable': it is dated after now (ms UTC).
 */
export function requestFileDrafts(
  state: State,
  request: Request,
  file: string,
  now: number,
): { readonly ok: true; readonly drafts: readonly Draft[] } | { readonly ok: false; readonly code: FailureCode } {
  const participant = whoseRequest(state, request, request.answer?.key ?? '');
  if (participant === null) return { ok: false, code: 'request-foreign' };
  if (Date.parse(request.madeAt) > now + CLOCK_MS) return { ok: false, code: 'request-unreadable' };
  const root = rootOf(state, participant);
  for (const before of state.requests.values()) {
    const same = !before.ended && before.what === request.what && before.way === 'file';
    if (before.file === file || (same && rootOf(state, before.participant) === root))
      return { ok: false, code: 'request-again' };
  }
  const words = request.text.slice(0, 1000).toWellFormed();
  const entry = { kind: 'request-received', participant, what: request.what, way: 'file', file } as const;
  return { ok: true, drafts: [{ entry, subject: participant, disclosures: words === '' ? {} : { words } }] };
}
