import { ANSWERS } from './answer.ts';
import { type AskedPurpose, type AskTerms, type Media, PURPOSES, type Purpose, termsProblem } from './ask.ts';
import { type AskId, type EpochId, ID_BYTES } from './id.ts';
import { REQUESTS } from './my-consent.ts';
import { type AskTag, OFF_WHYS, type PartTag, PEOPLE_MAX, TAG_NUMBER_MAX, type Tag } from './tag.ts';
import { fromDigits, toDigits } from './tag-digits.ts';

/**
 * The short tag on a line of its own at the end of a chat post, for the extensions of the others:
 *
 *   [atr1 ask      <ask> <language> <version> <media> <purposes> <keepDays> <proofDays> <notice hash>]   or the same with <of>, `again` or both at its end
 *   [atr1 part     <ask> <language> <version> <media> <purposes> <keepDays> <proofDays> <part> <of>]
 *   [atr1 answer   <ask> <notice hash> <answer> <purposes> <media> <person> <people> <counter> <key> <signature>]
 *   [atr1 on       <ask> <epoch>]   or   [atr1 on <ask> <epoch> <log size> <log root>]
 *   [atr1 off      <ask> <why>]
 *   [atr1 end      <ask>]
 *   [atr1 attested <ask> <count>]
 *   [atr1 details  <ask> <part> <of>]
 *   [atr1 request  <ask> <what>]
 *
 * media: `s` sound, `sp` sound and picture. purposes: one letter each in the order of PURPOSES, a capital when required; `0` for none.
 * ids: their letter and 13 digits of base 62; hashes, keys and roots 43 digits; signatures 86. A tag has one spelling only.
 * The tag never says who answers: that is the platform's sender.
 */
const LETTERS: Readonly<Record<Purpose, string>> = {
  quality: 'q',
  training: 't',
  disputes: 'd',
  compliance: 'c',
  research: 'r',
  notes: 'n',
  publication: 'p',
};
const AGAIN = 'again';
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/;

/** Throws RangeError for what a tag cannot carry: bad terms, an id or hash of another shape, a number out of range. */
export function encodeTag(tag: Tag): string {
  return `[atr1 ${[tag.kind, idDigits(tag.ask), ...fieldsOf(tag)].join(' ')}]`;
}

function fieldsOf(tag: Tag): string[] {
  switch (tag.kind) {
    case 'ask':
      return [
        ...termsOf(tag),
        toDigits(tag.notice.hash, 32),
        ...(tag.of === undefined ? [] : [number(tag.of, 2)]),
        ...(tag.again ? [AGAIN] : []),
      ];
    case 'part':
      if (tag.part >= tag.of) throw new RangeError('the last part of a notice is the ask itself');
      return [...termsOf(tag), number(tag.part, 1), number(tag.of, 2)];
    case 'answer': {
      if (tag.person > tag.people || tag.people > PEOPLE_MAX) throw new RangeError('person and people do not fit');
      if (tag.answer === 'consented' && tag.purposes.length === 0) throw new RangeError('a yes names its purposes');
      const said = [toDigits(tag.notice, 32), tag.answer, given(tag.purposes), media(tag.media)];
      return [
        ...said,
        number(tag.person, 1),
        number(tag.people, 1),
        number(tag.counter, 0),
        toDigits(tag.key, 32),
        toDigits(tag.sig, 64),
      ];
    }
    case 'on':
      return [idDigits(tag.epoch), ...(tag.root ? [number(tag.root.size, 1), toDigits(tag.root.hash, 32)] : [])];
    case 'off':
      return [tag.why];
    case 'end':
      return [];
    case 'attested':
      return [number(tag.count, 1)];
    case 'details':
      if (tag.part > tag.of) throw new RangeError('a part beyond the last one');
      return [number(tag.part, 1), number(tag.of, 1)];
    case 'request':
      return [tag.what];
    default:
      return tag satisfies never;
  }
}

/** What the words of a notice follow from. */
function termsOf({ terms, notice }: AskTag | PartTag): string[] {
  const problem = termsProblem(terms);
  if (problem) throw new RangeError(`terms that cannot be asked: ${problem}`);
  if (!LANGUAGE.test(notice.language)) throw new RangeError(`not a language for a tag: ${notice.language}`);
  const days = [number(terms.keepDays, 1), number(terms.proofDays, 1)];
  return [notice.language, number(notice.version, 1), media(terms.media), asked(terms.purposes), ...days];
}

/** One tag and nothing else. null for an unknown version or kind, and for every spelling that encodeTag would not have written. */
export function parseTag(text: string): Tag | null {
  const inner = /^\[atr1 ([0-9A-Za-z -]+)\]$/.exec(text)?.[1];
  if (inner === undefined) return null;
  const [kind = '', first = '', ...fields] = inner.split(' ');
  const ask = idFrom<AskId>('a', first);
  const tag = ask && read(kind, ask, fields);
  return tag && encodable(tag) === text ? tag : null;
}

function read(kind: string, ask: AskId, f: readonly string[]): Tag | null {
  const [one = '', two = '', three = '', four = '', five = '', six = '', seven = '', eight = '', nine = ''] = f;
  switch (kind) {
    case 'ask':
    case 'part': {
      const wanted = [...four].flatMap((letter): AskedPurpose[] => {
        const purpose = PURPOSES.find((p) => LETTERS[p] === letter.toLowerCase());
        return purpose ? [{ purpose, required: letter !== letter.toLowerCase() }] : [];
      });
      const terms: AskTerms = {
        purposes: wanted,
        media: mediaFrom(three),
        keepDays: Number(five),
        proofDays: Number(six),
      };
      const notice = { language: one, version: Number(two) };
      if (kind === 'part') return { kind, ask, terms, notice, part: Number(seven), of: Number(eight) };
      const hash = fromDigits(seven, 32);
      if (hash === null) return null;
      const counted = eight !== '' && eight !== AGAIN && { of: Number(eight) };
      return { kind, ask, terms, notice: { ...notice, hash }, ...counted, ...(f.at(-1) === AGAIN && { again: true }) };
    }
    case 'answer': {
      const [notice, key, sig] = [fromDigits(one, 32), fromDigits(eight, 32), fromDigits(nine, 64)];
      const answer = ANSWERS.find((a) => a === two);
      const purposes = PURPOSES.filter((p) => three.includes(LETTERS[p]));
      if (notice === null || key === null || sig === null || !answer) return null;
      const numbers = { person: Number(five), people: Number(six), counter: Number(seven) };
      return { kind, ask, notice, answer, purposes, media: mediaFrom(four), ...numbers, key, sig };
    }
    case 'on': {
      const epoch = idFrom<EpochId>('e', one);
      const hash = f.length === 1 ? '' : fromDigits(three, 32);
      return epoch === null || hash === null
        ? null
        : { kind, ask, epoch, root: hash === '' ? null : { size: Number(two), hash } };
    }
    case 'off': {
      const why = OFF_WHYS.find((w) => w === one);
      return why ? { kind, ask, why } : null;
    }
    case 'end':
      return { kind, ask };
    case 'attested':
      return { kind, ask, count: Number(one) };
    case 'details':
      return { kind, ask, part: Number(one), of: Number(two) };
    case 'request': {
      const what = REQUESTS.find((w) => w === one);
      return what ? { kind, ask, what } : null;
    }
    default:
      return null;
  }
}

/** What was read is written again: whatever comes out differently, or not at all, was not a tag of ours. */
function encodable(tag: Tag): string | null {
  try {
    return encodeTag(tag);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function number(n: number, least: number): string {
  if (!Number.isInteger(n) || n < least || n > TAG_NUMBER_MAX) throw new RangeError(`not a number for a tag: ${n}`);
  return String(n);
}

function media(what: Media): string {
  return what === 'sound' ? 's' : 'sp';
}

function mediaFrom(text: string): Media {
  return text === 's' ? 'sound' : 'sound+picture';
}

function given(purposes: readonly Purpose[]): string {
  const letters = PURPOSES.filter((p) => purposes.includes(p)).map((p) => LETTERS[p]);
  return letters.join('') || '0';
}

function asked(purposes: readonly AskedPurpose[]): string {
  const letters = PURPOSES.flatMap((p) => purposes.filter((a) => a.purpose === p));
  return letters.map((a) => (a.required ? LETTERS[a.purpose].toUpperCase() : LETTERS[a.purpose])).join('');
}

function idDigits(id: AskId | EpochId): string {
  return id.charAt(0) + toDigits(id.slice(1), ID_BYTES);
}

function idFrom<T extends AskId | EpochId>(prefix: string, text: string): T | null {
  const rest = text.startsWith(prefix) ? fromDigits(text.slice(1), ID_BYTES) : null;
  return rest === null ? null : ((prefix + rest) as T);
}
