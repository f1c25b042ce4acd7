import { describe, expect, test } from 'vitest';
import {
  chunksFile,
  entriesFile,
  logOfFolder,
  type MeetingFile,
  meetingFolder,
  meetingText,
  type Root,
  readMeetingFile,
  readRoot,
  readWord,
  rootText,
  type WordLine,
  wordText,
} from './layout.ts';

const LOG = 'lAAAAAAAAAAAA';
const EPOCH = 'eAAAAAAAAAAAA';
const HASH = 'h'.repeat(43);
const bytes = (length: number) => new Uint8Array(length).fill(7);
const lock = {
  recipient: 'age1lock',
  passphrase: bytes(9),
  passkeys: [{ credential: 'c', sealed: bytes(3), addedAt: 1 }],
};
const ROOT: Root = {
  vault: 'A'.repeat(22),
  recipients: ['age1a', 'age1b'],
  lock,
  older: [{ recipient: 'age1older', passphrase: null, passkeys: [] }],
  key: bytes(32),
};
const MEETING: MeetingFile = {
  version: 1,
  log: LOG,
  platform: 'sandbox',
  openedAt: 1,
  lastAt: 2,
  size: 3,
  head: HASH,
  checkpoints: [{ size: 3, note: 'a note\n' }],
  media: [
    { epoch: EPOCH, mime: 'audio/webm', chunks: 2, parts: 1, lastHash: HASH },
    { epoch: `${EPOCH}-1`, mime: 'audio/webm', chunks: 0, parts: 0, lastHash: '' },
  ],
};
const WORD: WordLine = { index: 4, field: 'name', subject: 'pAAAAAAAAAAAA', iv: bytes(12), sealed: bytes(40) };

/** Each object in it, once without each of its keys and once with one more. */
function* edited(at: unknown): Generator<unknown> {
  if (Array.isArray(at)) {
    for (const [i, one] of at.entries()) for (const bad of edited(one)) yield at.with(i, bad);
    return;
  }
  if (typeof at !== 'object' || at === null) return;
  yield { ...at, extra: 1 };
  for (const [key, value] of Object.entries(at)) {
    yield Object.fromEntries(Object.entries(at).filter(([one]) => one !== key));
    yield { ...at, [key]: key === 'note' || key === 'field' ? 7 : { not: 'it' } };
    for (const bad of edited(value)) yield { ...at, [key]: bad };
  }
}
function refusesAllBut(text: string, read: (text: string) => unknown): void {
  const all = [...edited(JSON.parse(text))];
  expect(all.length).toBeGreaterThan(9);
  for (const bad of all) expect(read(JSON.stringify(bad)), JSON.stringify(bad)).toBeNull();
}

describe('names', () => {
  test('a meeting’s folder begins with its day, and tells its log', () => {
    const name = meetingFolder({ log: LOG, openedAt: Date.UTC(2026, 2, 2, 23, 59) });
    expect(name).toBe(`2026-03-02 ${LOG}`);
    expect(logOfFolder(name)).toBe(LOG);
  });
  test.each([
    '',
    LOG,
    `2026-03-02 ${LOG}x`,
    `x2026-03-02 ${LOG}`,
    '2026-03-02 lAAA',
    `2026-3-2 ${LOG}`,
    `2026-03-02  ${LOG}`,
  ])('%j is no meeting’s folder', (name) => {
    expect(logOfFolder(name)).toBeNull();
  });
  test('of parts are in the order in which a folder lists them', () => {
    expect([entriesFile(0), entriesFile(12_000)]).toEqual(['entries-00000000.jsonl', 'entries-00012000.jsonl']);
    expect([chunksFile(0), chunksFile(11)]).toEqual(['chunks-0000.bin', 'chunks-0011.bin']);
  });
});

describe('whose backup it is', () => {
  test('is read as it was written, whoever may open it', () => {
    for (const root of [ROOT, { ...ROOT, lock: null, older: [], key: null, recipients: [] }])
      expect(readRoot(rootText(root))).toEqual(root);
    expect(rootText(ROOT)).toMatch(/^\{\n "format": "ask-to-record-backup",\n "version": 1,/);
  });
  test('anything else in it, anything missing, and what is no JSON, is none that we know', () => {
    refusesAllBut(rootText(ROOT), readRoot);
    for (const text of ['', 'null', '[]', '{', rootText(ROOT).slice(0, -3)]) expect(readRoot(text)).toBeNull();
  });
  test.each<[string, Record<string, unknown>]>([
    ['another format', { format: 'mine' }],
    ['a version that we do not know', { version: 2 }],
    ['a vault that is too short', { vault: 'A'.repeat(21) }],
    ['a vault that is too long', { vault: 'A'.repeat(23) }],
    ['a key of 31 bytes', { key: Buffer.from(bytes(31)).toString('base64url') }],
    ['bytes that are none', { key: '!' }],
    ['more locks than anybody left behind', { older: Array.from({ length: 21 }, () => null) }],
  ])('%s is refused', (_name, change) => {
    expect(readRoot(JSON.stringify({ ...(JSON.parse(rootText(ROOT)) as object), ...change }))).toBeNull();
  });
  test('as many as may be are read, and one more is not', () => {
    const many = (recipients: number, older: number, passkeys: number) =>
      readRoot(
        rootText({
          ...ROOT,
          recipients: Array.from({ length: recipients }, () => 'age1a'),
          older: Array.from({ length: older }, () => lock),
          lock: {
            ...lock,
            passkeys: Array.from({ length: passkeys }, () => ({ credential: 'c', sealed: bytes(1), addedAt: 1 })),
          },
        }),
      ) !== null;
    expect(many(1000, 20, 100)).toBe(true);
    expect([many(1001, 0, 0), many(0, 21, 0), many(0, 0, 101)]).toEqual([false, false, false]);
  });
  test('texts and bytes have an end', () => {
    const long = (recipient: number, passphrase: number) =>
      readRoot(
        rootText({ ...ROOT, lock: { ...lock, recipient: 'a'.repeat(recipient), passphrase: bytes(passphrase) } }),
      );
    expect(long(1000, 15_000)).not.toBeNull();
    expect([long(1001, 1), long(1, 15_001)]).toEqual([null, null]);
  });
});

describe('what is in a meeting’s folder', () => {
  test('is read as it was written', () => {
    expect(readMeetingFile(meetingText(MEETING))).toEqual(MEETING);
  });
  test('anything else in it, and anything missing, is no list', () => {
    refusesAllBut(meetingText(MEETING), readMeetingFile);
    expect(readMeetingFile('{')).toBeNull();
  });
  test.each<[string, Record<string, unknown>]>([
    ['a log that is longer', { log: `${LOG}A` }],
    ['a log that is none', { log: `x${LOG}` }],
    ['a hash that is shorter', { head: 'h'.repeat(42) }],
    ['a hash that is longer', { head: 'h'.repeat(44) }],
    ['entries below nothing', { size: -1 }],
    ['half an entry', { size: 1.5 }],
    ['a note without end', { checkpoints: [{ size: 1, note: 'n'.repeat(4001) }] }],
    ['a way out of the folder', { media: [{ ...MEETING.media[0], epoch: '../x' }] }],
    ['an epoch without a name', { media: [{ ...MEETING.media[0], epoch: '' }] }],
    ['a name without end', { media: [{ ...MEETING.media[0], epoch: 'e'.repeat(65) }] }],
  ])('%s is refused', (_name, change) => {
    expect(readMeetingFile(meetingText({ ...MEETING, ...change } as MeetingFile))).toBeNull();
  });
});

describe('a name or a word', () => {
  test('is read as it was written, one a line', () => {
    expect(readWord(wordText(WORD))).toEqual(WORD);
    expect(wordText(WORD).split('\n')).toHaveLength(2);
  });
  test('anything else in it, and anything missing, is none', () => {
    refusesAllBut(wordText(WORD), readWord);
    expect(readWord('{"index":')).toBeNull();
  });
});
