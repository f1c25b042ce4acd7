import { rootOf } from '../../src/consent/state.ts';
import type { PersonToWorker } from '../../src/messages/person-to-worker.ts';
import { ed25519Of } from '../../src/model/ed25519.ts';
import type { Draft } from '../../src/model/entry.ts';
import { Failure, type FailureCode, type Outcome } from '../../src/model/failure.ts';
import { base64url, type LogId, type ParticipantKey } from '../../src/model/id.ts';
import { epochsWith } from '../../src/session/epochs-with.ts';
import { readRequestFile, requestFileDrafts } from '../../src/session/request-file.ts';
import {
  answeredDrafts,
  idsOf,
  longerDrafts,
  notedDrafts,
  openRequest,
  requestId,
} from '../../src/session/requests.ts';
import type { Observed, Session } from '../../src/session/session.ts';
import { withdrawnDrafts } from '../../src/session/withdraw-for.ts';
import { markDoing, requestRows } from '../../src/vault/requests.ts';
import { accessDraft } from './access.ts';
import type { Desk } from './desk.ts';
import { erasePerson } from './erasing.ts';
import { storage } from './storage.ts';

const DAY_MS = 86_400_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * What the host does for somebody who asks about what is held of them. Answered when it is in the log and done, not before. One after the other, from
 * however many windows: the second finds what the first has done.
 */
export async function answerRights(desk: Desk, message: PersonToWorker): Promise<Outcome<null>> {
  try {
    await inTurn(() => act(desk, message));
    return { ok: true, value: null };
  } catch (error) {
    if (!(error instanceof Failure)) console.error('a right was not served', error);
    return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
  }
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const run = turn.then(work);
  turn = run.catch(() => undefined);
  return run;
}

async function act(desk: Desk, message: PersonToWorker): Promise<void> {
  const { log } = message;
  const session = await desk.session(log);
  switch (message.ask) {
    case 'take-request':
      return takeFile(desk, session, message.text);
    case 'note-request':
      known(session, message.participant);
      return commit(desk, session, (state) => notedDrafts(state, message.participant, message.what));
    case 'end-request':
    case 'refuse-request': {
      const { request } = message;
      const refused = message.ask === 'refuse-request' ? message.why : null;
      return commit(desk, session, ({ requests }) => {
        const open = requests.get(request);
        if (!open || open.ended) return [];
        return plain(
          refused ? { kind: 'request-refused', request, why: refused } : { kind: 'request-answered', request },
        );
      });
    }
    case 'extend-request':
      return judged(desk, session, (state) => longerDrafts(state, message.request, message, Date.now()));
    case 'recipient-told': {
      const { exported, on } = message;
      known(session, message.participant);
      const left = (await (await storage()).log.read(log))[exported]?.entry.kind === 'exported';
      // By more than a zone of time it is no day that has been.
      if (!left || (on !== null && Date.parse(on) > Date.now() + DAY_MS)) throw new Failure('told-not-yet');
      return commit(desk, session, (state) =>
        plain({ kind: 'recipient-told', exported, participant: rootOf(state, message.participant), on }),
      );
    }
    case 'withdraw-for':
      known(session, message.participant);
      return commit(desk, session, (state) => withdrawnDrafts(state, message.participant));
    case 'open-notes': {
      known(session, message.participant);
      const { epochs, purpose } = message;
      const draft = await accessDraft({ log, epochs, purpose, how: 'reviewed' }, session);
      if (!draft) throw new Failure('purpose-refused');
      return commit(desk, session, () => [draft]);
    }
    case 'copy-leaves': {
      known(session, message.participant);
      const { participant, whole } = message;
      return commit(desk, session, (state) => [
        ...plain({ kind: 'exported', format: 'zip', participant: rootOf(state, participant) }),
        ...(whole ? answeredDrafts(state, participant, 'copy') : []),
      ]);
    }
    case 'correct-name':
      return correct(desk, session, message.participant, message.name);
    case 'erase-person':
      return erase(desk, session, message.participant);
    default:
      return message satisfies never;
  }
}

/** It is judged here, by the log, whatever the page found. */
async function takeFile(desk: Desk, session: Session, text: string): Promise<void> {
  const read = await readRequestFile(text, ed25519Of(crypto.subtle));
  if (!read.ok) throw new Failure(read.code);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const file = base64url(new Uint8Array(digest));
  await judged(desk, session, (state) => requestFileDrafts(state, read.request, file, Date.now()));
}

/** What the log does not allow is refused, and nothing is written. */
async function judged(
  desk: Desk,
  session: Session,
  make: (state: Session['state']) => ReturnType<typeof requestFileDrafts>,
): Promise<void> {
  let refused: FailureCode | null = null;
  await commit(desk, session, (state) => {
    const made = make(state);
    refused = made.ok ? null : made.code;
    return made.ok ? made.drafts : [];
  });
  if (refused) throw new Failure(refused);
}

/**
 * The name first, so that nobody is left without one; then the names before it are destroyed. That it was begun is in the list of requests, and
 * whatever a crash cut in two is gone on with by `resumeRights`.
 */
async function correct(desk: Desk, session: Session, participant: ParticipantKey, name: string): Promise<void> {
  const said = name.trim().toWellFormed();
  if (said === '') throw new Failure('name-empty');
  refuseWhileRunning(desk, session);
  const root = known(session, participant);
  const index = await begin(desk, session, root, 'correction');
  const { db } = await storage();
  await markDoing(db, requestId(session.log, index));
  await commit(desk, session, () => [
    {
      entry: { kind: 'name-corrected', participant: root, by: 'host' },
      subject: root,
      disclosures: { name: said },
    },
  ]);
  await finishCorrection(desk, session.log, index);
}

/** Names of theirs from before the newest correction go, also as senders of what they wrote. */
async function finishCorrection(desk: Desk, log: LogId, request: number): Promise<void> {
  const { log: store } = await storage();
  const session = await desk.session(log);
  const asked = session.state.requests.get(request);
  if (!asked) return;
  const root = rootOf(session.state, asked.participant);
  const entries = await store.read(log);
  const newest = entries.findLast(({ entry }) => entry.kind === 'name-corrected' && entry.participant === root);
  // Nothing was said yet: the host says it again.
  if (!newest || newest.index < request) return markDoing((await storage()).db, requestId(log, request), false);
  for (const id of idsOf(session.state, root))
    await store.forget(log, id, ({ index, field }) => index < newest.index && (field === 'name' || field === 'sender'));
  await commit(desk, session, (state) => answeredDrafts(state, root, 'correction'));
  desk.forget(log);
}

async function erase(desk: Desk, session: Session, participant: ParticipantKey): Promise<void> {
  refuseWhileRunning(desk, session);
  const root = known(session, participant);
  if (await isErased(session, root)) return;
  const index = await begin(desk, session, root, 'erasure');
  await finishErasure(desk, session.log, index);
}

async function finishErasure(desk: Desk, log: LogId, request: number): Promise<void> {
  const session = await desk.session(log);
  const asked = session.state.requests.get(request);
  if (!asked) return;
  const root = rootOf(session.state, asked.participant);
  const { db } = await storage();
  await markDoing(db, requestId(log, request));
  try {
    await erasePerson(desk, session, root);
  } catch (error) {
    // Nothing was touched, or a hold keeps the rest: it stands in the list as open, and the host decides.
    if (error instanceof Failure && (error.code === 'held' || error.code === 'still-recording'))
      await markDoing(db, requestId(log, request), false);
    throw error;
  }
  await commit(desk, await desk.session(log), (state) => answeredDrafts(state, root, 'erasure'));
  // What this life of the worker still knew of them.
  desk.forget(log);
}

/** Another window was first: nothing of theirs is left, and nothing is asked for. */
async function isErased({ log, state }: Session, root: ParticipantKey): Promise<boolean> {
  if (openRequest(state, root, 'erasure') !== null) return false;
  const entries = await (await storage()).log.read(log);
  const ids = new Set(idsOf(state, root));
  const gone = entries.flatMap(({ entry }) =>
    entry.kind === 'deleted' && entry.epoch === null ? [entry.participant] : [],
  );
  return epochsWith(entries, ids).length === 0 && [...ids].every((id) => gone.includes(undefined) || gone.includes(id));
}

/** What a crash had cut in two: every step may be repeated. */
export function resumeRights(desk: Desk): Promise<void> {
  return inTurn(() => resume(desk));
}

async function resume(desk: Desk): Promise<void> {
  const { db } = await storage();
  for (const row of await requestRows(db)) {
    if (row.state !== 'doing') continue;
    try {
      const finish = row.what === 'correction' ? finishCorrection : finishErasure;
      await finish(desk, row.log as LogId, row.index);
    } catch (error) {
      console.error('what somebody asked for is not finished yet', row.id, error);
    }
  }
}

/** There is always a request behind it: where none came in by chat or file, it is the host's word that they asked. */
async function begin(
  desk: Desk,
  session: Session,
  participant: ParticipantKey,
  what: 'erasure' | 'correction',
): Promise<number> {
  await commit(desk, session, (state) => notedDrafts(state, participant, what));
  const index = openRequest(session.state, participant, what);
  if (index === null) throw new Failure('unexpected', 'a request that was not noted');
  return index;
}

/** While a page shows them, they are known by what is to go, and would be noted anew. */
function refuseWhileRunning(desk: Desk, session: Session): void {
  if (desk.tabOf(session.log) || session.state.epoch || session.state.segment) throw new Failure('meeting-runs');
}

/** The row that stands for them. The host is no participant who asks the host. */
function known({ state }: Session, participant: ParticipantKey): ParticipantKey {
  const root = rootOf(state, participant);
  const person = state.people.get(root);
  if (!person || person.self) throw new Failure('unknown-participant');
  return root;
}

function plain(...entries: Draft['entry'][]): Draft[] {
  return entries.map((entry) => ({ entry, subject: null, disclosures: {} }));
}

async function commit(
  desk: Desk,
  session: Session,
  make: (state: Session['state']) => readonly Draft[],
): Promise<void> {
  const observed: Observed = desk.follow(session, await session.commit(make));
  if (observed.ok === true) return desk.keepRequests(session);
  throw new Failure(observed.ok === 'later' ? 'unexpected' : observed.code, 'it could not be logged');
}
