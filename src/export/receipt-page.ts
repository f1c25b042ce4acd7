import { readCheckpointText } from '../log/checkpoint.ts';
import { readDisclosure } from '../log/commitment.ts';
import { readLeafText, timeOf } from '../log/leaf.ts';
import type { Receipt } from '../log/receipt.ts';
import { readNote } from '../log/signed-note.ts';
import type { Grade } from '../model/answer.ts';
import type { Purpose } from '../model/ask.ts';
import type { Entry, EntryOf, Leaf } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { PRINT } from './receipt-style.ts';
import { receiptWords } from './receipt-words/registry.ts';

const DAY_MS = 86_400_000;

/** What the page says beside the receipt itself. */
export interface PageParts {
  /** Of the receipt's key, as it is read aloud. */
  readonly fingerprint: string;
  /** Purposes by their names, in the language of the statement. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly site: string;
}

/**
 * A receipt for people, as one HTML page to print: no script, nothing from elsewhere, every text of others escaped. It proves nothing by itself, and
 * says so: the proof is the file that it was made of, which must be one that `readReceipt` gave.
 */
export function receiptPage(receipt: Receipt, { fingerprint, purposes, site }: PageParts): string {
  const words = receiptWords(receipt.statement.language);
  const leaves = receipt.entries.flatMap(({ leaf }) => {
    const read = readLeafText(leaf);
    return read.ok ? [read.leaf] : [];
  });
  const texts = new Map(
    receipt.disclosures.map(({ index, field, disclosure }) => [`${index} ${field}`, readDisclosure(disclosure)?.value]),
  );
  const name = leaves.map(({ index }) => texts.get(`${index} name`)).findLast((one) => one !== undefined);
  const title = receipt.since ? words.addendum : words.title;
  const when = (at: number) => time(at, words.language);
  const opened = leaves[0] ? when(timeOf(leaves[0])) : '';
  const asks = leaves.filter(isA('asked'));
  const answers = leaves.filter(isA('answered'));
  const checkpoint = readCheckpointText(readNote(receipt.checkpoint)?.text ?? '');
  const listed = (chosen: readonly Purpose[]) => chosen.map((purpose) => purposes[purpose]).join(', ');
  const head = (own: string, english: string) =>
    `<h2>${escaped(own)}${own === english ? '' : ` <small lang="en" dir="ltr">${english}</small>`}</h2>`;
  return `<!doctype html>
<html lang="${escaped(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title}${name ? `: ${name}` : ''}`)}</title>
<style>${PRINT}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="who">${name ? `<b>${isolated(name)}</b> · ` : ''}${escaped(site)} · ${escaped(opened)}</p>
</header>
<main>
<section class="said">${paragraphs(receipt.statement.text)}</section>
<section>
${head(words.heads.asked, 'What you were asked')}
${asks.map((leaf) => askedPart(receipt, leaf, texts.get(`${leaf.index} text`), when)).join('\n')}
</section>
<section>
${head(words.heads.answers, 'What you answered')}
<table>
${answers
  .map(({ entry, ...leaf }) => {
    const how = `<span lang="en" dir="ltr">${GRADES[entry.grade]}</span>`;
    const quoted = texts.get(`${leaf.index} words`);
    const words_ = quoted ? `<q dir="auto">${escaped(quoted.split('\n')[0] ?? '')}</q>` : '';
    const chosen = entry.purposes.length > 0 ? `: ${escaped(listed(entry.purposes))}` : '';
    const at = escaped(when(timeOf({ ...leaf, entry })));
    return `<tr><th scope="row">${at}</th><td><b>${escaped(words.answers[entry.answer])}</b>${chosen} ${words_}<br>${how}</td></tr>`;
  })
  .join('\n')}
</table>
</section>
<section>
${head(words.heads.until, 'Kept until')}
${untilPart(leaves)}
</section>
<section class="proof">
${head(words.heads.proof, 'For checking')}
<div lang="en" dir="ltr">
<p>Compare these with the host, aloud or in writing. The proof itself is the file that belongs to this page (.json; the host can give it to you): take that file to “Check a file” in Ask to Record, or to its verifier, which needs no network.</p>
<dl>
<dt>Fingerprint of the host’s key</dt><dd class="digits">${fingerprint.split(' ').map(escaped).join(' ')}</dd>
<dt>Entries in the log</dt><dd>${checkpoint?.size ?? ''}</dd>
<dt>Root of the log</dt><dd class="digits">${escaped(groups(checkpoint ? base64url(checkpoint.root) : ''))}</dd>
${receipt.roots.map(({ size, root }) => `<dt>As it stood in the chat, with ${size} entries</dt><dd class="digits">${escaped(groups(root))}</dd>`).join('\n')}
<dt>Log, and your ids in it</dt><dd class="digits">${escaped([receipt.log, ...receipt.participants].join(' '))}</dd>
<dt>Made</dt><dd>${escaped(receipt.madeAt)}</dd>
</dl>
<p>This page is for reading, and anybody could write another one. What is on it can be relied on as far as the file beside it is found to be valid. It is not legal advice.</p>
</div>
</section>
</main>
</body>
</html>
`;
}

const GRADES: Readonly<Record<Grade, string>> = {
  signed: 'signed by your own extension',
  chat: 'written in the meeting’s chat',
  attested: 'by the host’s word',
  implied: 'by staying after you were told',
};

function isA<K extends Entry['kind']>(kind: K) {
  return (leaf: Leaf): leaf is Leaf & { entry: EntryOf<K> } => leaf.entry.kind === kind;
}

function askedPart(
  { notices, statement }: Receipt,
  leaf: Leaf & { entry: EntryOf<'asked'> },
  text: string | undefined,
  when: (at: number) => string,
): string {
  const { notice, also } = leaf.entry;
  // As they read it, where that is known; else as it was posted.
  const own = notices.find(({ language, hash }) => language === statement.language && hash !== notice.hash);
  const posted = text ?? notices.find(({ hash }) => hash === notice.hash)?.text;
  const shown = [
    ...(posted ? [{ language: notice.language, text: posted }] : []),
    ...notices.filter(({ hash }) => hash === also?.hash && hash !== own?.hash),
    ...(own ? [own] : []),
  ];
  const quotes = shown.map(
    ({ language, text: words }) =>
      `<blockquote lang="${escaped(language)}" dir="auto">${paragraphs(words)}</blockquote>`,
  );
  const gone = '<p lang="en" dir="ltr">The words of the notice were erased; what they were can no longer be shown.</p>';
  return `<p class="when">${escaped(when(timeOf(leaf)))}</p>${quotes.length > 0 ? quotes.join('\n') : gone}`;
}

/** By the newest question that they said yes to, from the end of what was recorded. */
function untilPart(leaves: readonly Leaf[]): string {
  const when = (at: number) => time(at, 'en');
  const sealed = leaves.filter(isA('segment-sealed')).filter(({ entry }) => entry.ms > 0);
  const gone = new Set(leaves.filter(isA('deleted')).map(({ entry }) => entry.epoch));
  const asked = leaves.findLast(isA('asked'));
  const last = leaves.at(-1);
  if (!asked || !last) return '';
  const { keepDays, proofDays } = asked.entry;
  const rows = sealed.map((leaf) => {
    const seconds = Math.round(leaf.entry.ms / 1000);
    const until = gone.has(leaf.entry.epoch)
      ? 'deleted, with its key'
      : `kept until <b>${escaped(when(timeOf(leaf) + keepDays * DAY_MS))}</b>`;
    return `<li>Recording of ${seconds} s that ended ${escaped(when(timeOf(leaf)))}: ${until}</li>`;
  });
  const none = '<li>Nothing was recorded while you were there.</li>';
  const names = gone.has(null)
    ? 'Your name and words: erased'
    : `Your name and words beside the proof: until <b>${escaped(when(timeOf(last) + proofDays * DAY_MS))}</b> at the latest`;
  return `<ul lang="en" dir="ltr">${rows.length > 0 ? rows.join('\n') : none}\n<li>${names}</li></ul>`;
}

function time(at: number, language: string): string {
  const style = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(language, style).format(at)} UTC`;
}

/** Fours, so that somebody who reads it aloud does not lose their place. */
function groups(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? '';
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

/** A name may be written in the other direction. */
function isolated(name: string): string {
  return `<bdi>${escaped(name)}</bdi>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
