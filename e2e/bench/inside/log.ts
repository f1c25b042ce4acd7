import { HEARD_NOTHING } from '../../../src/consent/heard.ts';
import { openDatabase } from '../../../src/database/schema.ts';
import { openLogStore } from '../../../src/log/store.ts';
import type { Draft } from '../../../src/model/entry.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../../src/model/id.ts';
import { Session } from '../../../src/session/session.ts';
import { opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';

export const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
const PEOPLE = 300;
const AT_ONCE = 500;

export async function openStore() {
  const db = await openDatabase(() => undefined);
  const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
  return { db, log: openLogStore({ db, keys, random }) };
}

/** A log of so many entries in which 300 people come and go: one entry in four has a name and a site id beside it. */
export async function fillLog(entries: number, draft = draftOf): Promise<LogId> {
  const { db, log: logs } = await openStore();
  const log = idOf('log', random(ID_BYTES));
  const people = Array.from({ length: PEOPLE }, () => idOf('participant', random(ID_BYTES)));
  let row = await logs.create({ log, platform: 'sandbox', meeting: await logs.meetingHash('sandbox', log), at: 1 });
  while (row.size < entries) {
    const from = row.size;
    const items = Array.from({ length: Math.min(AT_ONCE, entries - from) }, (_, i) => ({
      draft: draft(from + i, people),
      at: Date.now(),
      seen: '',
    }));
    const done = await logs.append(log, row, items, null);
    if (!done.ok) throw new Error(done.code);
    row = done.row;
  }
  db.close();
  return log;
}

export function draftOf(index: number, people: readonly ParticipantKey[]): Draft {
  const n = Math.floor(index / 4) % people.length;
  const participant = people[n] as ParticipantKey;
  const rows = 2 + (index % 3);
  const bare = { subject: null, disclosures: {} };
  if (index === 0) {
    const opened = { platform: 'sandbox', software: 'bench', policy: 'floor', lagMs: 2000 };
    return { entry: { kind: 'meeting-opened', ...opened }, ...bare };
  }
  switch (index % 4) {
    case 1:
      return {
        entry: { kind: 'participant-joined', participant, self: false, stable: true },
        subject: participant,
        disclosures: { name: `Person ${n}`, site: `site_${n}` },
      };
    case 3:
      return { entry: { kind: 'participant-left', participant }, ...bare };
    default:
      return {
        entry: { kind: 'roster-read', completeness: 'complete', rows, counter: rows, source: 'dom' },
        ...bare,
      };
  }
}

/** How long the worker takes until it can judge again, ms. */
export async function openLog(log: LogId): Promise<{ readonly ms: number; readonly size: number }> {
  const { db, log: logs } = await openStore();
  const from = performance.now();
  const session = await Session.load(log, {
    log: logs,
    hear: () => Promise.resolve(HEARD_NOTHING),
    revoke: () => undefined,
    now: () => Date.now(),
    random,
  });
  const ms = performance.now() - from;
  db.close();
  return { ms, size: session.state.size };
}
