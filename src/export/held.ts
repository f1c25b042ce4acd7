import { canonical } from '../log/canonical.ts';
import type { HeldBeside, HeldNotes, PersonRecord } from '../model/person.ts';
import { missingLines, notesData, notesLines } from './held-notes.ts';
import { escaped } from './html.ts';
import { PRINT } from './receipt-style.ts';

/** What one meeting holds of somebody. */
export interface HeldIn {
  readonly record: PersonRecord;
  readonly beside: HeldBeside;
  readonly notes: HeldNotes;
}

export const HELD_FORMAT = 'ask-to-record-held';

/**
 * Everything that is held about one person, as data (GDPR arts. 15(1) and 20): canonical JSON. Times are ISO 8601 UTC. What proves it is in the
 * receipts beside it.
 */
export function heldText(held: readonly HeldIn[], at: number): string {
  return canonical({
    format: HELD_FORMAT,
    version: 1,
    madeAt: iso(at),
    meetings: held.map(({ record, beside, notes }) => ({
      log: record.log,
      platform: record.platform,
      openedAt: iso(record.openedAt),
      participants: [...record.ids],
      names: [...record.names],
      account: record.account,
      consent: record.state,
      answers: record.answers.map(({ index, at: when, answer, purposes, media, grade, channel, words }) => ({
        entry: index,
        at: iso(when),
        answer,
        purposes: [...purposes],
        media,
        grade,
        channel,
        words,
      })),
      recordings: record.recordings.map(({ epoch, openedAt, ms, media, deleted }) => ({
        part: epoch,
        at: iso(openedAt),
        ms,
        media,
        deleted,
      })),
      disclosedTo: record.exports.map(({ index, at: when, format, carried, whom, told }) => ({
        entry: index,
        at: iso(when),
        format,
        carried,
        whom,
        told,
      })),
      requests: record.requests.map(({ index, what, way, at: when, words, state, why, endedAt, due }) => ({
        entry: index,
        what,
        way,
        at: iso(when),
        words,
        state,
        refusedBecause: why,
        answerBy: iso(due.at),
        takesLongerBecause: due.noted?.why ?? null,
        endedAt: endedAt === null ? null : iso(endedAt),
      })),
      entries: record.story.map(({ index, at: when, text }) => ({ entry: index, at: iso(when), text })),
      notes: beside.notes,
      reviews: notesData(notes),
      reviewsMissing: notes.missing.map(({ why, n }) => ({ why, count: n })),
      maskedCopies: beside.copies,
      legalHold: beside.held,
      placeRemembered: beside.met,
    })),
  });
}

/** The same to read and print: one HTML page, no script, nothing from elsewhere, every text of others escaped. */
export function heldPage(held: readonly HeldIn[], at: number): string {
  const name = held.flatMap(({ record }) => record.names).at(-1) ?? '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>What is held about ${escaped(name || 'you')}</title>
<style>${PRINT}</style>
</head>
<body>
<header><h1>What is held about you</h1><p class="who">${name ? `<b><bdi>${escaped(name)}</bdi></b> · ` : ''}${escaped(spelled(at))}</p></header>
<main>
<section><p>This is everything that the host’s Ask to Record holds about you${held.some(({ notes }) => notes.missing.length > 0) ? ', but for the notes that are named as missing below' : ''}. The same lies beside this page as data (held.json), with your receipts, which prove your own entries.</p>
<p>Recordings are not in here, because others are heard in them: ask the host. You may ask to have something corrected or erased, take your yes back at any time, and complain to a data protection authority.</p></section>
${held.map(meeting).join('\n')}
</main>
</body>
</html>
`;
}

function meeting({ record, beside, notes }: HeldIn): string {
  return `<section>
<h2>Meeting of ${escaped(spelled(record.openedAt))}</h2>
<table>
${row('Names', record.names.join(', ') || 'erased')}
${row('Account on the site', record.account ?? 'none known')}
${record.answers.map(({ at, answer, purposes, words }) => row(spelled(at), `${answer}${purposes.length > 0 ? ` (${purposes.join(', ')})` : ''}${words ? `: “${words.split('\n')[0]}”` : ''}`)).join('\n')}
${row('Notes and scores about recordings of you', String(beside.notes))}
${row('Voice-masked copies', String(beside.copies))}
${row('Where you are, for later meetings', beside.met ? 'remembered' : 'not remembered')}
${row('Legal hold', beside.held ? 'yes: it is kept although its time may be over' : 'no')}
</table>
${list(
  'Recordings that you are in',
  record.recordings.map(
    ({ openedAt, ms, media, deleted }) =>
      `${spelled(openedAt)}: ${deleted ? 'deleted' : `${Math.round(ms / 1000)} s, ${media}`}`,
  ),
)}
${list('What was written about recordings of you', notesLines(notes, spelled))}
${missingLines(notes)
  .map((line) => `<p><b>${escaped(line)}</b></p>`)
  .join('\n')}
${list(
  'Who was given something with you in it',
  record.exports
    .filter(({ carried }) => carried !== 'own')
    .map(
      ({ at, format, carried, whom, told }) =>
        `${spelled(at)}: ${carried === 'recording' ? 'a recording' : `the log (${format})`}, for: ${whom || 'not written down'}${told === null ? '' : ` (told on ${told} of what was corrected or erased)`}`,
    ),
)}
${list(
  'What you asked for',
  record.requests.map(({ at, what, state }) => `${spelled(at)}: ${what}, ${state}`),
)}
${list(
  'Entries about you',
  record.story.map(({ at, text }) => `${spelled(at)}: ${text}`),
)}
</section>`;
}

function row(name: string, value: string): string {
  return `<tr><th scope="row">${escaped(name)}</th><td dir="auto">${escaped(value)}</td></tr>`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<h3>${escaped(title)}</h3><ul>${lines.map((line) => `<li dir="auto">${escaped(line)}</li>`).join('')}</ul>`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function spelled(at: number): string {
  return `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
}
