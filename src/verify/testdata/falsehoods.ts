import type { Item } from '../../log/append.ts';
import { ANA, EPOCH, HOST, id, item, NINE } from '../../log/testdata/meeting.ts';
import { testSigner } from '../../log/testdata/signer.ts';
import type { Entry, EntryOf } from '../../model/entry.ts';
import type { ALONG, Judged } from '../codes.ts';
import { asks, closes, meeting, opens, says, seals, signed, starts } from './story.ts';

/**
 * Stories that are false although every hash, link and signature of the device holds: what a host could write whose software is not ours.
 * Each is made of the story that is in order, and has its file in this folder, named by it, with the code that must be told.
 */
export interface Falsehood {
  readonly code: Exclude<Judged, (typeof ALONG)[number]>;
  readonly tell: () => Promise<Item[]>;
}

const BEN = id('participant', 3);

/** Changes the first entry of a kind for which `where` holds; null takes it out. */
async function but<K extends Entry['kind']>(
  kind: K,
  change: (entry: EntryOf<K>) => Partial<EntryOf<K>> | null,
  where: (entry: EntryOf<K>) => boolean = () => true,
): Promise<Item[]> {
  const items = await meeting();
  const at = items.findIndex(({ draft: { entry } }) => entry.kind === kind && where(entry as EntryOf<K>));
  const [one] = items.splice(at, 1);
  if (!one) throw new Error(`no ${kind}`);
  const changed = change(one.draft.entry as EntryOf<K>);
  if (changed)
    items.splice(at, 0, { ...one, draft: { ...one.draft, entry: { ...one.draft.entry, ...changed } as Entry } });
  return items;
}

/** Another entry in the place of the first of a kind. */
async function instead(kind: Entry['kind'], entry: Entry): Promise<Item[]> {
  const items = await meeting();
  const at = items.findIndex(({ draft }) => draft.entry.kind === kind);
  return items.map((one, i) => (i === at ? item(entry, one.at) : one));
}

async function and(after: Entry['kind'], ...more: Item[]): Promise<Item[]> {
  const items = await meeting();
  const at = items.findLastIndex(({ draft }) => draft.entry.kind === after);
  return [...items.slice(0, at + 1), ...more, ...items.slice(at + 1)];
}

function cutOf(from: number, to: number, { from: start, ms }: { readonly from: number; readonly ms: number }): Entry {
  const left = { media: `${EPOCH}-1`, from: start, ms, chunks: 3, bytes: 300, lastHash: 'B'.repeat(43) };
  return { kind: 'cut', epoch: EPOCH, from, to, pieces: [left] };
}

const ofAna = ({ participant, answer }: EntryOf<'answered'>) => participant === ANA && answer === 'consented';
const second = (n: number) => NINE + n * 1000;

export const FALSEHOODS: Readonly<Record<string, Falsehood>> = {
  'a-crowd-behind-one-tile': {
    code: 'judge-limits',
    tell: () => and('segment-sealed', says(21, { kind: 'people-counted', participant: ANA, people: 9e15, by: 'host' })),
  },
  'meeting-not-opened': { code: 'opening', tell: () => instead('meeting-opened', { kind: 'meeting-returned' }) },
  'notice-of-other-words': {
    code: 'notice',
    tell: async () =>
      (await meeting()).map((one) =>
        one.draft.entry.kind === 'asked' ? { ...one, draft: { ...one.draft, disclosures: { text: 'May we?' } } } : one,
      ),
  },
  'requirement-loosened': { code: 'requirement', tell: () => but('requirement-set', () => ({ form: 'none' })) },
  'requirement-left-out': {
    code: 'rules',
    tell: async () =>
      (await meeting()).map((one) =>
        one.draft.entry.kind === 'meeting-described'
          ? { ...one, draft: { ...one.draft, entry: { ...one.draft.entry, controller: 'FR' } } }
          : one,
      ),
  },
  'answer-to-what-was-not-asked': {
    code: 'answer-ask',
    tell: () => but('answered', () => ({ purposes: ['publication'] }), ofAna),
  },
  'answer-to-another-notice': {
    code: 'answer-ask',
    tell: () => but('answered', () => ({ notice: 'A'.repeat(43) }), ofAna),
  },
  'answer-of-somebody-who-never-came': {
    code: 'answer-person',
    tell: async () => and('segment-sealed', await signed(await testSigner(3), BEN, 21)),
  },
  'word-of-the-host-as-chat': {
    code: 'answer-grade',
    tell: () => but('answered', () => ({ grade: 'chat', signed: null, by: 'host' }), ofAna),
  },
  'implied-called-attested': {
    code: 'answer-grade',
    tell: () =>
      but(
        'answered',
        () => ({ grade: 'attested', signed: null, by: 'host', form: 'implied-by-continuing-after-notice' }),
        ofAna,
      ),
  },
  'no-made-a-yes': {
    code: 'signature',
    tell: () =>
      but(
        'answered',
        () => ({ answer: 'consented', purposes: ['quality'] }),
        ({ answer }) => answer === 'withdrawn',
      ),
  },
  'signature-of-another-key': {
    code: 'signature',
    tell: () => but('answered', ({ signed }) => ({ signed: signed && { ...signed, key: 'A'.repeat(43) } }), ofAna),
  },
  'yes-used-again-after-the-no': {
    code: 'signature-reused',
    tell: async () => and('segment-sealed', await signed(await testSigner(2), ANA, 21)),
  },
  'signature-used-for-another': {
    code: 'signature-reused',
    tell: async () => and('segment-sealed', await signed(await testSigner(1), ANA, 21)),
  },
  'epoch-opened-twice': { code: 'epoch-order', tell: () => and('segment-sealed', opens(21, [HOST, ANA], [])) },
  'epoch-closed-that-was-not-open': { code: 'epoch-order', tell: () => and('segment-sealed', closes(21, ['stopped'])) },
  'recorded-without-an-answer': {
    code: 'epoch-cover',
    tell: () => but('gate-opened', ({ answers }) => ({ answers: answers.slice(0, 1) })),
  },
  'recorded-after-a-no': {
    code: 'epoch-cover',
    tell: async () => {
      const items = await meeting();
      const yeses = items.flatMap(({ draft: { entry } }) => (entry.kind === 'gate-opened' ? entry.answers : []));
      return [...items, opens(21, [HOST, ANA], yeses, id('epoch', 2))];
    },
  },
  'somebody-left-out-of-the-roster': {
    code: 'epoch-cover',
    tell: () => but('gate-opened', () => ({ roster: [HOST] })),
  },
  'recorded-for-another-ask': {
    code: 'epoch-cover',
    tell: async () => {
      const items = await meeting();
      const at = items.findIndex(({ draft }) => draft.entry.kind === 'gate-opened');
      return [...items.slice(0, at), asks(8, id('ask', 2)), ...items.slice(at)];
    },
  },
  'opened-although-not-armed': {
    code: 'epoch-verdict',
    tell: () => instead('capture-armed', { kind: 'meeting-returned' }),
  },
  'opened-with-a-wrong-count': { code: 'epoch-verdict', tell: () => but('roster-read', () => ({ counter: 3 })) },
  'withdrawal-left-out': {
    code: 'epoch-end',
    tell: () =>
      but(
        'answered',
        () => null,
        ({ answer }) => answer === 'withdrawn',
      ),
  },
  'closed-for-another-reason': { code: 'epoch-end', tell: () => but('gate-closed', () => ({ reasons: ['paused'] })) },
  'segment-without-an-epoch': { code: 'segment-order', tell: () => and('segment-sealed', starts(21, id('epoch', 2))) },
  'segment-sealed-twice': { code: 'segment-order', tell: () => and('segment-sealed', seals(21, 1, 'A'.repeat(43))) },
  'segment-of-nothing-with-a-hash': { code: 'segment-order', tell: () => but('segment-sealed', () => ({ chunks: 0 })) },
  'cut-that-adds': {
    code: 'segment-cut',
    tell: () => and('segment-sealed', says(22, cutOf(3000, 4000, { from: 4000, ms: 60_000 }))),
  },
  'cut-of-nothing': {
    code: 'segment-cut',
    tell: () => and('segment-started', says(9, cutOf(0, 1000, { from: 1000, ms: 1000 }))),
  },
  'recorded-for-longer-than-agreed': {
    code: 'segment-cover',
    tell: () => but('segment-sealed', () => ({ ms: 30_000 })),
  },
  'went-on-after-the-no': {
    code: 'segment-cover',
    tell: async () => {
      const items = await meeting();
      return items.map((one) => {
        const { entry } = one.draft;
        if (entry.kind === 'segment-sealed')
          return { ...one, at: second(80), draft: { ...one.draft, entry: { ...entry, ms: 60_000 } } };
        return entry.kind === 'gate-closed' ? { ...one, at: second(79) } : one;
      });
    },
  },
};
