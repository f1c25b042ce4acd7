import { fold } from '../../consent/fold.ts';
import { requirementDue } from '../../consent/requirement.ts';
import { answerPayload } from '../../consent/signature.ts';
import { exportJson } from '../../export/json.ts';
import type { Item } from '../../log/append.ts';
import type { Signer } from '../../log/signer.ts';
import {
  ANA,
  ASK,
  EPOCH,
  HOST,
  item,
  joined,
  LOG,
  NINE,
  openBench,
  opened,
  write,
} from '../../log/testdata/meeting.ts';
import { testSigner } from '../../log/testdata/signer.ts';
import type { Entry, EntryOf, Logged } from '../../model/entry.ts';
import { base64url } from '../../model/id.ts';

/** A small meeting that is in order from its first entry to its last, and the parts that other stories are made of. */
export const WORDS = 'May we record this conversation?';
/** base64url SHA-256 of WORDS. */
export const HASH = '2PMDifx6_xttxpxdb0NHkxRwl6L2Jc93iaKxDlXVoJI';
const second = (n: number) => NINE + n * 1000;

export const described: Entry = {
  kind: 'meeting-described',
  basis: 'consent',
  controller: 'DE',
  organisation: true,
  biometrics: false,
  specialCategory: false,
  nonPartyRecorder: false,
  floor: 'product',
  impliedAfterMs: 15_000,
  atLeast: null,
};

export const asks = (at: number, ask = ASK): Item =>
  item(
    {
      kind: 'asked',
      ask,
      notice: { language: 'en', version: 1, hash: HASH },
      purposes: [{ purpose: 'quality', required: true }],
      media: 'sound',
      keepDays: 30,
      proofDays: 365,
      by: 'host',
    },
    second(at),
    HOST,
    { text: WORDS },
  );

/** A yes or no that is really signed. */
export async function signed(
  signer: Signer,
  participant: typeof ANA,
  at: number,
  part: Partial<EntryOf<'answered'>> = {},
  people = 1,
): Promise<Item> {
  const answer: EntryOf<'answered'> = {
    kind: 'answered',
    ask: ASK,
    notice: HASH,
    participant,
    person: 1,
    answer: 'consented',
    purposes: part.answer === undefined ? ['quality'] : [],
    media: 'sound',
    grade: 'signed',
    channel: 'banner',
    by: 'participant',
    signed: null,
    ...part,
  };
  const counter = part.answer === undefined ? 1 : 2;
  const notice = answer.shown?.[0]?.hash ?? answer.notice;
  const sig = base64url(await signer.sign(answerPayload({ ...answer, notice, people, counter })));
  const words = answer.answer === 'consented' ? 'Yes' : 'No, stop';
  return item({ ...answer, signed: { key: base64url(signer.key), sig, counter } }, second(at), participant, { words });
}

export const says = (at: number, entry: Entry): Item => item(entry, second(at));

export const reads = (at: number, rows: number): Item =>
  says(at, { kind: 'roster-read', completeness: 'complete', rows, counter: rows, source: 'dom' });

export const opens = (at: number, roster: (typeof ANA)[], answers: number[], epoch = EPOCH): Item =>
  says(at, { kind: 'gate-opened', epoch, ask: ASK, media: 'sound', roster: [...roster].sort(), answers });

export const starts = (at: number, epoch = EPOCH): Item =>
  says(at, { kind: 'segment-started', epoch, mime: 'audio/webm', microphone: true, cipher: 'A256GCM' });

export const closes = (at: number, reasons: EntryOf<'gate-closed'>['reasons'], epoch = EPOCH): Item =>
  says(at, { kind: 'gate-closed', epoch, reasons });

export const seals = (at: number, ms: number, lastHash: string, epoch = EPOCH): Item =>
  says(at, { kind: 'segment-sealed', epoch, cause: 'ordered', chunks: 9, bytes: 900, ms, dropped: 1, lastHash });

/** With the requirement wherever one falls due, as the product writes it. */
export function withRequirements(items: readonly Item[]): Item[] {
  const told: Item[] = [];
  for (const one of items) {
    told.push(one);
    const due = requirementDue(fold(logged(told)));
    if (due) told.push({ ...one, draft: { entry: due, subject: null, disclosures: {} } });
  }
  return told;
}

export function logged(items: readonly Item[]): Logged[] {
  return items.map(({ draft, at, seen }, index) => ({ index, at, seen, entry: draft.entry }));
}

/** Opened, two people, asked, two signed yeses, ten seconds of recording, a signed no. */
export async function meeting(lastHash = HASH): Promise<Item[]> {
  const [host, ana] = [await testSigner(1), await testSigner(2)];
  const before = withRequirements([
    opened,
    says(1, described),
    joined(HOST, 'Héctor Ruiz', second(2), true),
    joined(ANA, 'Ana 🌿 Silva', second(3)),
    reads(3, 2),
    says(4, { kind: 'capture-armed' }),
    asks(5),
    await signed(host, HOST, 5),
    await signed(ana, ANA, 8),
  ]);
  const yeses = before.flatMap(({ draft }, index) => (draft.entry.kind === 'answered' ? [index] : []));
  return [
    ...before,
    opens(8, [HOST, ANA], yeses),
    starts(9),
    await signed(ana, ANA, 19, { answer: 'withdrawn' }),
    closes(19, ['withdrawn']),
    seals(20, 10_000, lastHash),
  ];
}

/** The items as an export; signed by the device unless it is told not to be. */
export async function exported(items: readonly Item[], signs = true): Promise<string> {
  const { store, db } = await openBench();
  await write(store, items);
  const order = { source: store, logs: [LOG], at: second(3600), signal: new AbortController().signal };
  let text = '';
  const signer = signs ? { signer: await testSigner() } : {};
  for await (const part of exportJson({ ...order, progress: () => undefined, ...signer })) text += part;
  db.close();
  return text;
}
