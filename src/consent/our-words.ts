import type { AskTerms } from '../model/ask.ts';
import { WORDINGS } from './notices/registry.ts';
import type { Wording } from './notices/wording.ts';
import { plain } from './phrases/plain.ts';

/**
 * What our own notices and posts say, whatever was asked. A quote of it is no answer, in whichever language the quote is read: a German
 * notice holds words that are a no in Dutch. What changes with the terms of an ask is left out; it has to say nothing by itself.
 */
const ONE: AskTerms = {
  purposes: [{ purpose: 'quality', required: true }],
  media: 'sound',
  keepDays: 30,
  proofDays: 400,
};
const ANOTHER: AskTerms = {
  purposes: [
    { purpose: 'training', required: true },
    { purpose: 'notes', required: false },
  ],
  media: 'sound+picture',
  keepDays: 31,
  proofDays: 401,
};
/** Stands for a name; no post of ours holds it. */
const NAME = '\ue000';

/** The texts of one language, longer ones also sentence by sentence. */
export function ourTexts(wording: Wording): string[] {
  return [
    ...unchanging(wording),
    ...sentences(wording.on),
    ...Object.values(wording.off),
    wording.end,
    ...(['aloud', 'paper'] as const).flatMap((how) => sentences(afterNames(wording.attested(NAME, NAME, how)))),
  ];
}

/** The sentences of a notice that do not depend on its terms, and both lines that say how to answer. */
function unchanging({ notice }: Wording): string[] {
  const [one, another] = [notice(ONE), notice(ANOTHER)];
  const common = one.flat().filter((sentence) => another.flat().includes(sentence));
  return [...common, ...one.slice(-1).flat(), ...another.slice(-1).flat()];
}

/** Also one by one: people copy half a post. */
function sentences(text: string): string[] {
  return [text, ...text.split(/(?<=[.。।])\s*/u)];
}

function afterNames(text: string): string {
  return text.slice(text.lastIndexOf(NAME) + 1);
}

type Script = Parameters<typeof plain>[1];
/** Made when somebody is first heard, not when the worker starts. */
const plainly = new Map<string, readonly string[]>();

/** The plain text without all that only repeats our own posts. */
export function withoutOurs(plainText: string, script: Script): string {
  const way = `${script.latin} ${script.unspaced}`;
  const ours = plainly.get(way) ?? longestFirst(script);
  plainly.set(way, ours);
  return ours.reduce((rest, words) => rest.replaceAll(words, ' '), plainText);
}

function longestFirst(script: Script): string[] {
  const texts = new Set(WORDINGS.flatMap(ourTexts).map((text) => plain(text, script)));
  return [...texts].sort((a, b) => b.length - a.length);
}
