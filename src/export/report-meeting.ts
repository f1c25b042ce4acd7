import type { Reason } from '../model/gate.ts';
import { escaped, isolated, isolatedName, table } from './html.ts';
import type { ReportedStretch, ReportedUse, ReportFacts } from './report-facts.ts';
import { FORM_WORDS, GROUND_WORDS, GUARDIAN_HOW, HOW_STRONG, MEDIA_WORDS, SAID } from './report-words.ts';

/** What stands above the timeline of one meeting. */
export function meetingHead(facts: ReportFacts, why: (reason: Reason) => string, number: number): string {
  const { telling, root } = facts;
  const { log, platform, size, head, lastAt } = telling.row;
  const began = telling.openedAt;
  const until = new Date(lastAt).toISOString();
  return `<h2>${number}. Meeting of ${escaped(began.slice(0, 10))}, ${escaped(began.slice(11, 16))} to ${escaped(until.slice(11, 16))}</h2>
<dl><dt>Site</dt><dd>${escaped(platform)}</dd>
<dt>Log</dt><dd><code>${escaped(log)}</code>, ${size} entries</dd>
<dt>Root of all entries</dt><dd><code>${escaped(`${size} ${root}`)}</code></dd>
<dt>Hash of the last entry</dt><dd><code>${escaped(head)}</code></dd></dl>
${answers(facts)}${asked(facts)}${recorded(facts, why)}${law(facts)}${used(facts)}`;
}

function nameOf({ telling }: ReportFacts, key: ReportFacts['people'][number]): string {
  return isolatedName(telling.nameOf(key)) || key;
}

/** The tag of a chat line is for programs: the exact words are in the log. */
function withoutTag(words: string): string {
  return words.replace(/\s*\[atr1 [^\]]*\]/g, '').trim();
}

function answers(facts: ReportFacts): string {
  const own = facts.answers.map(({ participant, entry, words, time, index }) => {
    const what = `${SAID[entry.answer]}${entry.person > 1 ? ` (person ${entry.person} at this place)` : ''}`;
    const purposes = entry.purposes.length > 0 ? entry.purposes.join(', ') : '–';
    const said = withoutTag(words);
    const how = `${HOW_STRONG[entry.grade]}${said === '' ? '' : `: “${isolated(said)}”`}`;
    return { index, cells: [nameOf(facts, participant), what, purposes, how, time.slice(11, 19), `${index}`] };
  });
  const guardians = facts.guardians.map(({ entry, purposes, time, index }) => {
    const who = `A guardian of ${nameOf(facts, entry.participant)}, who is under age`;
    const what = [SAID[entry.answer], purposes.join(', ') || '–', GUARDIAN_HOW[entry.channel]];
    return { index, cells: [who, ...what, time.slice(11, 19), `${index}`] };
  });
  const rows = [...own, ...guardians].sort((a, b) => a.index - b.index).map(({ cells }) => cells);
  const answered = new Set(facts.answers.map(({ participant }) => participant));
  const silent = facts.people.filter((key) => !answered.has(key)).map((key) => nameOf(facts, key));
  const shown = silent.length > SILENT_SHOWN ? `${silent.length} people` : silent.join(', ');
  return `<h3>Who answered what</h3>
${rows.length > 0 ? table(['Who', 'Answer', 'For', 'How it was given', 'When', 'Entry'], rows) : '<p>There is no answer in what was asked for.</p>\n'}${
  silent.length > 0 ? `<p class="soft">No answer of their own here: ${escaped(shown)}.</p>\n` : ''
}`;
}

/** More names than that nobody reads: who they are is in the timeline. */
const SILENT_SHOWN = 300;

function asked({ asks, telling }: ReportFacts): string {
  const each = asks.map(({ entry, time, index }) => {
    const purposes = entry.purposes
      .map(({ purpose, required }) => `${purpose}${required ? '' : ' (by choice)'}`)
      .join(', ');
    const text = telling.notices.get(entry.ask);
    return `<p>${escaped(time.slice(11, 19))}, entry ${index}: to record ${escaped(MEDIA_WORDS[entry.media])} for ${escaped(purposes)}; kept ${entry.keepDays} days, names and words ${entry.proofDays} days. Notice in language <code>${escaped(entry.notice.language)}</code>, version ${entry.notice.version}, SHA-256 <code>${escaped(entry.notice.hash)}</code>.</p>
${text === undefined ? '<p class="soft">The text of the notice is erased.</p>' : `<blockquote dir="auto">${escaped(text)}</blockquote>`}\n`;
  });
  return `<h3>What was asked</h3>\n${each.join('') || '<p>Nothing was asked.</p>\n'}`;
}

function recorded({ stretches }: ReportFacts, why: (reason: Reason) => string): string {
  const each = stretches.map((one) => {
    const open = one.to === null && one.ms === 0;
    const kept = one.deleted ? 'deleted since, with its key' : open ? 'running' : `${Math.round(one.ms / 1000)} s kept`;
    return [one.from.slice(11, 19), one.to?.slice(11, 19) ?? 'still open', `${one.people}`, kept, reasonsOf(one, why)];
  });
  if (each.length === 0) return '<h3>What was recorded</h3>\n<p>Nothing.</p>\n';
  return `<h3>What was recorded, and why not the rest</h3>
<p>Recording ran only between these moments. Everything else in the meeting was not recorded.</p>
${table(['From', 'To', 'People who had agreed', 'Recording', 'Why it ended'], each)}`;
}

function reasonsOf({ reasons }: ReportedStretch, why: (reason: Reason) => string): string {
  return reasons.map(why).join('; ') || '–';
}

function law({ requirement, decision }: ReportFacts): string {
  if (!requirement)
    return '<h3>What the law asked</h3>\n<p>No rules were asked in this meeting, so everybody had to agree.</p>\n';
  const own =
    requirement.floor === 'product'
      ? 'Ask to Record itself asks everybody, whatever the law asks.'
      : 'The host had chosen to ask no more than the law does.';
  const says = `<p>In the end, what was needed was ${escaped(FORM_WORDS[requirement.form])}. ${own} By the rules (version ${requirement.pack}) the law alone asked for ${escaped(FORM_WORDS[requirement.law.form])}.</p>\n`;
  const rows = (decision?.reasons ?? []).map((one) => {
    const seen = { primary: 'read in the text itself', secondary: 'read in a guide', none: 'not looked up' }[one.seen];
    return [
      GROUND_WORDS[one.ground],
      one.name ?? one.place ?? '–',
      one.statutes.join('; ') || '–',
      `${one.source} (${seen}${one.reviewed === null ? '' : `, ${one.reviewed}`})`,
    ];
  });
  const without = '<p class="soft">The statutes behind it are not known to this version of the rules.</p>\n';
  return `<h3>What the law asked</h3>\n${says}${rows.length > 0 ? table(['Because', 'Place', 'Statutes', 'Where it was read'], rows) : without}`;
}

/** Each purpose by itself, as each was agreed to by itself. */
function used({ uses }: ReportFacts): string {
  const rows = uses.map((use) => {
    const purpose = ('purpose' in use.entry && use.entry.purpose) || '–';
    return [use.time.slice(0, 16).replace('T', ' '), usedFor(use), purpose, isolated(use.who) || '–', `${use.index}`];
  });
  if (rows.length === 0) return '<h3>What it was used for</h3>\n<p>It was never opened, saved or exported.</p>\n';
  return `<h3>What it was used for</h3>
<p>Purposes are not user accounts: who it was is what they called themselves. What has no purpose is the log itself, which proves what was agreed to.</p>
${table(['When', 'What', 'For', 'Who', 'Entry'], rows)}`;
}

const OPENED = {
  played: 'opened to be played',
  saved: 'opened to be saved',
  copied: 'opened for a voice-masked copy',
  reviewed: 'its review was opened',
} as const;

function usedFor({ entry }: ReportedUse): string {
  if (entry.kind === 'accessed') return OPENED[entry.how];
  return entry.kind === 'reviewed' ? 'its review was worked on' : `left as ${entry.format}`;
}
