import type { LogRow } from '../database/schema.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import type { Entry, EntryKind } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import type { ParticipantKey } from '../model/id.ts';
import { counter, type ExportOrder, headsOf } from './bundle.ts';
import { EVERYTHING, isEverything } from './choice.ts';
import { escaped, isolated, isolatedName } from './html.ts';
import { LEFT_OUT } from './names.ts';
import { factsOf } from './report-facts.ts';
import { meetingHead } from './report-meeting.ts';
import { REPORT_STYLE } from './report-style.ts';
import { ADVICE, CANNOT_KNOW, NAMING_WORDS, PROOF } from './report-words.ts';
import { type Fields, isNaming, Telling, type Told } from './telling.ts';

/** Sentences for people, which are the product's own and brought here. */
export interface ReportWords {
  /** One entry; names and words come as they are to be shown. */
  readonly tell: (entry: Entry, nameOf: (key: ParticipantKey) => string, said: Fields) => string;
  readonly why: (reason: Reason) => string;
}

/**
 * A report for people: one HTML file without a script, that fetches nothing and prints well. Of each meeting what was asked, who answered what and
 * how, what was recorded, what the law asked, and all that happened, entry by entry. Everything that somebody else wrote is escaped.
 */
export async function* exportReport(order: ExportOrder, words: ReportWords): AsyncGenerator<string, void> {
  const rows = await headsOf(order);
  // Each log is read twice: what stands above its timeline is known at its end.
  const wrote = counter([...rows, ...rows], order.progress);
  yield await head(order, rows.length);
  for (const [at, row] of rows.entries()) {
    yield meetingHead(await factsOf(order, row, wrote), words.why, at + 1);
    yield* timeline(order, row, words, wrote);
  }
  yield `<h2>What nobody can know from this</h2>\n<ul>${CANNOT_KNOW.map((one) => `<li>${escaped(one)}</li>`).join('\n')}</ul>\n`;
  yield '</body></html>\n';
}

async function head({ at, signer, names, choice = EVERYTHING }: ExportOrder, meetings: number): Promise<string> {
  const when = new Date(at).toISOString();
  const fingerprint = signer && (await fingerprintOf(signer.key));
  const part = isEverything(choice)
    ? ''
    : '<p>Only a part was asked for: some people, days or purposes. What is left out is named where it is, and the log beside this report holds the bare entry of everything.</p>';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Consent report ${escaped(when.slice(0, 10))}</title><style>${REPORT_STYLE}</style></head><body>
<h1>Who agreed to be recorded</h1>
<p class="soft">Ask to Record, ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}. Exported ${escaped(spelled(when))}. All times are UTC.</p>
<div class="note"><p>${escaped(NAMING_WORDS[names?.how ?? 'full'])}</p>${part}<p>${escaped(PROOF)}</p><p>${escaped(ADVICE)}</p>
${fingerprint ? `<p>Fingerprint of the key of the computer that made it, to be compared aloud: <code>${escaped(fingerprint)}</code></p>` : ''}</div>
`;
}

/** What a reader looks for first. */
const KEY_KINDS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'asked',
  'answered',
  'guardian-answered',
  'gate-opened',
  'gate-closed',
  'cut',
  'deleted',
]);

async function* timeline(order: ExportOrder, row: LogRow, { tell }: ReportWords, wrote: (entries: number) => void) {
  const telling = new Telling(order, row);
  yield `<h3>What happened, entry by entry</h3>\n<ol class="story">\n`;
  let left = 0;
  for await (const page of telling.entries(wrote)) {
    let text = '';
    for (const told of page) {
      if (!isShown(told, order)) {
        left += 1;
        continue;
      }
      if (left > 0) text += leftOut(left);
      left = 0;
      text += line(telling, told, tell);
    }
    yield text;
  }
  yield `${left > 0 ? leftOut(left) : ''}</ol>\n`;
}

/** What is about nobody is of the meeting, and without it nothing that was chosen could be understood. */
function isShown({ read, chosen }: Told, { choice = EVERYTHING }: ExportOrder): boolean {
  return chosen || isEverything(choice) || !('participant' in read.leaf.entry);
}

function leftOut(entries: number): string {
  const many = entries === 1 ? 'One entry is' : `${entries} entries are`;
  return `<li><span></span><span class="left">${many} not of what was asked for, and not told here.</span><span></span></li>\n`;
}

function line(telling: Telling, told: Told, tell: ReportWords['tell']): string {
  const { entry, time, index, sealed } = told.read.leaf;
  const said = Object.fromEntries(
    Object.entries(told.fields).map(([field, value]) => [
      field,
      field === 'name' ? isolatedName(value) : isolated(value),
    ]),
  );
  // Where names are not told, the sentence must not say that they are gone.
  const hidden =
    telling.names.how !== 'full' && sealed.name !== undefined ? { name: isolatedName(nameIn(telling, entry)) } : {};
  const sentence = tell(
    entry,
    (key) => isolatedName(telling.nameOf(key) || (telling.names.how === 'none' ? key : '')),
    {
      ...said,
      ...hidden,
    },
  );
  const kept = sealed.words !== undefined && telling.names.how !== 'full' ? ` ${LEFT_OUT}` : '';
  const strong = KEY_KINDS.has(entry.kind) ? ' class="key"' : '';
  return `<li id="${escaped(telling.row.log)}-${index}"><time datetime="${escaped(time)}">${escaped(time.slice(11, 19))}</time><span${strong}>${escaped(sentence + kept)}</span><span class="n">${index}</span></li>\n`;
}

function nameIn(telling: Telling, entry: Entry): string {
  const key = isNaming(entry) && entry.kind !== 'participant-joined' ? entry.participant : null;
  return key === null ? '' : telling.nameOf(key) || key;
}

/** 2026-03-02 09:00:00 */
export function spelled(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
