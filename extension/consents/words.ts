import { requestWords } from '../../src/consent/request-words.ts';
import { answerWords } from '../../src/consent/status-words.ts';
import { canonical } from '../../src/log/canonical.ts';
import type { MyConsent, RequestKind } from '../../src/model/my-consent.ts';
import { siteName } from '../../src/ui/words/site-name.ts';

/** What can be sent to the host by hand, in the language of their notice, with what they need to find whose it is. */
export function wordsFor(row: MyConsent, what: RequestKind | 'withdraw'): string {
  const { language } = row.terms.notice;
  const says =
    what === 'withdraw'
      ? answerWords(language, { answer: 'withdrawn', purposes: [], person: 1, people: 1 })
      : requestWords(language, what);
  const when = new Date(row.askedAt).toISOString().slice(0, 16).replace('T', ' ');
  const key = row.answers.findLast(({ signed }) => signed !== null)?.signed?.key;
  return [says, `${siteName(row.platform)}, ${when} UTC`, row.ask, ...(key ? [key] : [])].join('\n');
}

/** What this side can show without the host: FORMAT.md section 18. */
export function keptText(row: MyConsent, at: number): string {
  const iso = (ms: number) => new Date(ms).toISOString();
  const { purposes, media, keepDays, proofDays } = row.terms;
  return canonical({
    format: 'ask-to-record-kept',
    version: 1,
    madeAt: iso(at),
    platform: row.platform,
    asker: row.asker.toWellFormed(),
    ask: row.ask,
    askedAt: iso(row.askedAt),
    terms: { purposes: purposes.map(({ purpose, required }) => ({ purpose, required })), media, keepDays, proofDays },
    notice: { ...row.shown, text: row.words.toWellFormed() },
    answers: row.answers.map(({ at: when, answer, purposes: chosen, signed }) => {
      return { at: iso(when), answer, purposes: [...chosen], signed: signed && { ...signed } };
    }),
    roots: row.roots.map(({ at: when, epoch, size, hash }) => ({ at: iso(when), epoch, size, root: hash })),
  });
}
