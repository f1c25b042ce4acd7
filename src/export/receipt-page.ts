import { readCheckpointText } from '../log/checkpoint.ts';
import { readDisclosure } from '../log/commitment.ts';
import { readLeafText, timeOf } from '../log/leaf.ts';
import type { Receipt } from '../log/receipt.ts';
import { readNote } from '../log/signed-note.ts';
import { AFTERWARDS } from '../model/afterwards.ts';
import type { Purpose } from '../model/ask.ts';
import type { Entry, EntryOf, Leaf } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { PRINT } from './receipt-style.ts';
import { receiptWords } from './receipt-words/registry.ts';
import type { ReceiptWords } from './receipt-words/words.ts';

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
  const { page } = words;
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
<p class="who">${name ? `<b>${isolated(name)}</b> · ` : ''}${isolated(site)} · ${isolated(opened)}</p>
</header>
<main>
<section class="said">${paragraphs(receipt.statement.text)}</section>
<section>
<h2>${escaped(words.heads.asked)}</h2>
${asks.map((leaf) => askedPart(receipt, leaf, texts.get(`${leaf.index} text`), words)).join('\n')}
</section>
<section>
<h2>${escaped(words.heads.answers)}</h2>
<table>
${answers
  .map(({ entry, ...leaf }) => {
    const quoted = texts.get(`${leaf.index} words`);
    const words_ = quoted ? `<q dir="auto">${escaped(quoted.split('\n')[0] ?? '')}</q>` : '';
    const chosen = entry.purposes.length > 0 ? `: ${escaped(listed(entry.purposes))}` : '';
    const at = escaped(when(timeOf({ ...leaf, entry })));
    return `<tr><th scope="row">${at}</th><td><b>${escaped(words.answers[entry.answer])}</b>${chosen} ${words_}<br>${escaped(words.grades[entry.grade])}</td></tr>`;
  })
  .join('\n')}
</table>
</section>
<section>
<h2>${escaped(words.heads.until)}</h2>
${untilPart(leaves, words)}
</section>
<section class="proof">
<h2>${escaped(words.heads.proof)}</h2>
<p>${escaped(page.compare)}</p>
<dl>
<dt>${escaped(page.fingerprint)}</dt><dd class="digits" dir="ltr">${escaped(fingerprint)}</dd>
<dt>${escaped(page.size)}</dt><dd class="digits" dir="ltr">${checkpoint?.size ?? ''}</dd>
<dt>${escaped(page.root)}</dt><dd class="digits" dir="ltr">${escaped(groups(checkpoint ? base64url(checkpoint.root) : ''))}</dd>
${receipt.roots.map(({ size, root }) => `<dt>${filled(page.chatRoot, { size: `${size}` })}</dt><dd class="digits" dir="ltr">${escaped(groups(root))}</dd>`).join('\n')}
<dt>${escaped(page.ids)}</dt><dd class="digits" dir="ltr">${escaped([receipt.log, ...receipt.participants].join(' '))}</dd>
<dt>${escaped(page.made)}</dt><dd>${escaped(when(Date.parse(receipt.madeAt)))}</dd>
</dl>
<p>${escaped(page.forReading)}</p>
</section>
</main>
</body>
</html>
`;
}

function isA<K extends Entry['kind']>(kind: K) {
  return (leaf: Leaf): leaf is Leaf & { entry: EntryOf<K> } => leaf.entry.kind === kind;
}

function askedPart(
  { notices, statement }: Receipt,
  leaf: Leaf & { entry: EntryOf<'asked'> },
  text: string | undefined,
  { language: reader, page }: ReceiptWords,
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
  const said = quotes.length > 0 ? quotes.join('\n') : `<p>${escaped(page.noticeErased)}</p>`;
  return `<p class="when">${escaped(time(timeOf(leaf), reader))}</p>${said}`;
}

/** By the newest question that they were asked, and what the host made shorter since; from the end of what was recorded, and of the meeting. */
function untilPart(leaves: readonly Leaf[], { language, page }: ReceiptWords): string {
  const when = (at: number) => time(at, language);
  const sealed = leaves.filter(isA('segment-sealed')).filter(({ entry }) => entry.ms > 0);
  const gone = new Set(leaves.filter(isA('deleted')).map(({ entry }) => entry.epoch));
  const asked = leaves.findLast(isA('asked'));
  const last = leaves.findLast(({ entry }) => !AFTERWARDS.has(entry.kind));
  if (!asked || !last) return '';
  const shorter = leaves.filter(isA('retention-shortened')).filter(({ index }) => index > asked.index);
  const keepDays = Math.min(asked.entry.keepDays, ...shorter.map(({ entry }) => entry.keepDays));
  const proofDays = Math.min(asked.entry.proofDays, ...shorter.map(({ entry }) => entry.proofDays));
  const rows = sealed.map((leaf) => {
    const says = gone.has(leaf.entry.epoch) ? page.recordedGone : page.recorded;
    const seconds = `${Math.round(leaf.entry.ms / 1000)}`;
    const until = when(timeOf(leaf) + keepDays * DAY_MS);
    return `<li>${filled(says, { seconds, time: when(timeOf(leaf)), until })}</li>`;
  });
  const none = `<li>${escaped(page.notRecorded)}</li>`;
  const names = filled(gone.has(null) ? page.namesErased : page.namesUntil, {
    until: when(timeOf(last) + proofDays * DAY_MS),
  });
  return `<ul>${rows.length > 0 ? rows.join('\n') : none}\n<li>${names}</li></ul>`;
}

/** A sentence with what it speaks of in it; until when is what people look for. */
function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return escaped(sentence).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = escaped(values[name] ?? place);
    return name === 'until' ? `<b>${value}</b>` : value;
  });
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

/** What may be written in the other direction than what stands around it. */
function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
