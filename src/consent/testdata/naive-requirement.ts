import type { EntryOf } from '../../model/entry.ts';
import { FORMS, type Form } from '../../model/requirement.ts';
import { requirementOf } from '../../policy/requirement.ts';
import { all, cameBack, type Entries, last, liveYeses, tiles, wantsMore } from './naive-gate.ts';

/** The promises about what the rules ask, read straight from the list of entries like those of naive-gate.ts. Only the rules themselves are believed. */
type Tile = ReturnType<typeof tiles>[number];
const IMPLIED = 'implied-by-continuing-after-notice';
const strictest = (...forms: Form[]): Form => FORMS[Math.max(...forms.map((form) => FORMS.indexOf(form)))] ?? 'written';
const isAs = (form: Form, asked: Form) => FORMS.indexOf(form) >= FORMS.indexOf(asked);

/** By each word that counts, the newest that was said of each device; one's own does not outlive one's absence. */
function placesOf(entries: Entries, { keys }: Tile): EntryOf<'place-stated'>[] {
  return [...keys].flatMap((key) => {
    const stated = all(entries, 'place-stated').filter(({ entry }) => entry.participant === key);
    const isSelf = all(entries, 'participant-joined').some(({ entry }) => entry.participant === key && entry.self);
    const own = stated.findLast(({ entry }) => entry.by === 'participant');
    const host = stated.findLast(({ entry }) => entry.by === 'host');
    const lives = own !== undefined && (isSelf || own.index > cameBack(entries, key));
    return [...(lives ? [own.entry] : []), ...(host ? [host.entry] : [])];
  });
}

function isSaid(entries: Entries, { keys }: Tile, what: 'minor' | 'employee' | 'phone'): boolean {
  return [...keys].some((key) =>
    (['participant', 'host'] as const).some((by) => {
      const said = all(entries, 'person-described').filter(({ entry: e }) => e.participant === key && e.by === by);
      return said.at(-1)?.entry[what] === true;
    }),
  );
}

/** What is asked of everybody now, and whether it is the law's minimum. */
export function asksNow(entries: Entries): { form: Form; rule: string; minimum: boolean; duty: string } | null {
  const settled = last(entries, 'meeting-described')?.entry;
  const here = tiles(entries);
  if (!settled || here.length === 0) return null;
  const asked = last(entries, 'asked')?.entry;
  const hosts = all(entries, 'participant-joined').filter(({ entry }) => entry.self);
  const law = requirementOf(
    {
      participants: here.map((tile, n) => {
        const stated = placesOf(entries, tile);
        // Where somebody lives counts like where they are.
        const lives = stated.flatMap(({ residence }) => (residence ? { code: residence, known: 'host' as const } : []));
        return {
          id: `${n}`,
          at: [...stated.flatMap(({ places, known }) => places.map((code) => ({ code, known }))), ...lives],
          residence: null,
          recorder: hosts.some(({ entry }) => tile.keys.has(entry.participant)),
          minor: isSaid(entries, tile, 'minor'),
          employee: isSaid(entries, tile, 'employee'),
        };
      }),
      ...settled,
      media: asked?.media === 'sound' ? ['audio'] : ['video'],
      purposes: asked?.purposes.map(({ purpose }) => purpose) ?? null,
    },
    settled.atLeast ? { atLeast: settled.atLeast } : {},
  );
  const minimum = settled.floor === 'legal-minimum' && law.noLegalMinimum.length === 0;
  return {
    form: minimum ? law.form : strictest(law.form, 'explicit'),
    rule: minimum ? law.rule : 'all-party',
    minimum,
    duty: law.announcement,
  };
}

export function theLogSaysWhatIsAsked(entries: Entries): string {
  const now = asksNow(entries);
  const set = last(entries, 'requirement-set')?.entry;
  if (!now) return set ? 'something is asked although nothing was settled' : '';
  const says = { form: set?.form, rule: set?.rule, minimum: set?.floor === 'legal-minimum', duty: set?.announcement };
  return JSON.stringify(says) === JSON.stringify(now)
    ? ''
    : `${JSON.stringify(says)}, and it is ${JSON.stringify(now)}`;
}

function askedOf(entries: Entries, tile: Tile): Form {
  const form = strictest(asksNow(entries)?.form ?? 'explicit', IMPLIED);
  return form === IMPLIED && isSaid(entries, tile, 'phone') ? 'explicit' : form;
}

/** Going on under a looser rule is nothing under a stricter one. */
function isBinding(entries: Entries, { index, entry }: ReturnType<typeof liveYeses>[number], asked: Form): boolean {
  const form = entry.form ?? 'explicit';
  const [then, now] = [asksNow(entries.slice(0, index)), asksNow(entries)];
  const rules = ['one-party', 'notice', 'all-party'];
  const looser = rules.indexOf(then?.rule ?? 'one-party') < rules.indexOf(now?.rule ?? 'one-party');
  return isAs(form, asked) && !(form === IMPLIED && looser);
}

export function everyAnswerIsAsBindingAsAsked(entries: Entries): string {
  for (const tile of tiles(entries)) {
    const asked = askedOf(entries, tile);
    for (let person = 1; person <= tile.people; person++)
      if (!liveYeses(entries, tile.keys, person).some((yes) => isBinding(entries, yes, asked)))
        return `person ${person} at ${[...tile.keys].join('+')} has no ${asked} yes`;
  }
  return '';
}

export function guardiansHaveAgreed(entries: Entries): string {
  const asked = last(entries, 'asked')?.entry;
  if (!asked) return '';
  for (const tile of tiles(entries).filter((one) => isSaid(entries, one, 'minor'))) {
    const newest = [...tile.keys].flatMap((key) => {
      const said = all(entries, 'guardian-answered').findLast(({ entry }) => entry.participant === key);
      return said && said.index > cameBack(entries, key) ? said.entry : [];
    });
    const agreed = newest.some((said) => {
      const about = all(entries, 'asked').find(({ entry }) => entry.ask === said.ask)?.entry;
      const form = said.channel === 'paper' ? 'written' : 'explicit';
      if (said.answer !== 'consented' || !about || !isAs(form, askedOf(entries, tile))) return false;
      const purposes = about.purposes.filter(({ required }) => required).map(({ purpose }) => purpose);
      return !wantsMore(asked, about, purposes);
    });
    const refused = newest.some((said) => said.answer === 'refused' && said.ask === asked.ask);
    if (!agreed || refused) return `no guardian has agreed for ${[...tile.keys].join('+')}`;
  }
  return '';
}

/** Going on is a yes only where the law's minimum is asked, and after that was told and had stood for as long as it was settled. */
export function everyImpliedYesWasWaitedFor(entries: Entries): string {
  for (const { index, at, entry } of all(entries, 'answered')) {
    if (entry.grade !== 'implied' && entry.form !== IMPLIED) continue;
    const before = entries.slice(0, index);
    const wait = last(before, 'meeting-described')?.entry.impliedAfterMs ?? Number.POSITIVE_INFINITY;
    const tile = tiles(before).find(({ keys }) => keys.has(entry.participant));
    const now = asksNow(before);
    if (!tile || !now?.minimum || askedOf(before, tile) !== IMPLIED) return `entry ${index}: more is asked of them`;
    const told = before.flatMap((logged) => {
      if (logged.entry.kind !== 'post-seen' || logged.entry.outcome !== 'echoed') return [];
      const { post } = logged.entry;
      const ordered = all(before, 'post-ordered').find(({ entry: o }) => o.post === post);
      const then = ordered && asksNow(before.slice(0, ordered.index));
      if (ordered?.entry.says !== 'going-on' || ordered.entry.ask !== entry.ask) return [];
      const same = then?.minimum === true && then.rule === now.rule && then.form === now.form;
      return same && ordered.entry.people.some((key) => tile.keys.has(key)) ? [logged] : [];
    });
    const here = all(before, 'participant-joined').findLast((one) => tile.keys.has(one.entry.participant));
    const gaps = all(before, 'watch-lost', 'meeting-left', 'watch-regained', 'meeting-returned', 'roster-read');
    const gap = gaps.findLast(
      ({ entry: e }) => e.kind !== 'roster-read' || (e.completeness !== 'complete' && e.completeness !== 'partial'),
    );
    const since = Math.max(told.at(-1)?.at ?? Number.POSITIVE_INFINITY, here?.at ?? 0, gap?.at ?? 0);
    if (at - since < wait)
      return `entry ${index}: implied ${at - since} ms after ${entry.participant} was told that it would be`;
  }
  return '';
}

/** Words that must be heard were not said: nothing runs until the host has pressed again. */
export function nothingRunsUnannounced(entries: Entries): string {
  const missed = last(entries, 'announcement-missed');
  const again = last(entries, 'resumed', 'asked');
  if (!missed || (again?.index ?? -1) > missed.index) return '';
  const duty = asksNow(entries)?.duty ?? 'recommended';
  if (duty === 'recommended') return '';
  const written = tiles(entries).every(({ keys, people }) =>
    Array.from({ length: people }, (_, n) => liveYeses(entries, keys, n + 1)).every((yeses) =>
      yeses.some(({ entry }) => entry.form === 'written'),
    ),
  );
  return duty === 'required' || !written ? 'the words that must be heard were not said' : '';
}
