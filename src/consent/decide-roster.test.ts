import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { NAME_MAX, type Roster, type RosterPerson } from '../model/roster.ts';
import { decideRoster } from './decide-roster.ts';
import { blankDirectory, type Disclosed, learn } from './directory.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, CEM, HOST } = told;
type Known = readonly [Entry, Disclosed];
const row = (name: string, id: string | null = null, self = false): RosterPerson => ({ id, name, self });
const HOST_ROW = row('Host', 'h', true);
const host: Known = [told.joined(HOST), { name: 'Host', site: 'h' }];
const withId = (key: ParticipantKey, name: string, site: string): Known => [told.joined(key), { name, site }];
const nameless = (key: ParticipantKey, name: string): Known => [told.joined(key, { stable: false }), { name }];

/** What a reading changes when these are in the meeting by the log and the list before was as long as they are many. */
function decided(known: readonly Known[], people: readonly RosterPerson[], how: Partial<Roster> = {}, last?: Entry) {
  const rows = last ?? told.read(people.length, { counter: how.counter === undefined ? people.length : how.counter });
  const entries = told.logOf(told.opened, ...known.map(([entry]) => entry), rows);
  const directory = blankDirectory();
  known.forEach(([, disclosed], i) => {
    const logged = entries[i + 1];
    if (logged) learn(directory, logged, disclosed);
  });
  let n = 0;
  const fresh = { participant: () => `pNew${++n}` as ParticipantKey, doubt: () => 'd' as never };
  const roster: Roster = { people, completeness: 'complete', counter: people.length, source: 'dom', ...how };
  const state = told.stateOf(...entries.map(({ entry }) => entry));
  return decideRoster(state, directory, roster, fresh).drafts;
}
const kinds = (drafts: ReturnType<typeof decided>) =>
  drafts.map(({ entry }) => ('participant' in entry ? `${entry.kind} ${entry.participant}` : entry.kind));

describe('a new row is a late joiner', () => {
  test('with a site id: known again by it', () => {
    expect(decided([host], [HOST_ROW, row('Ana', 'a')])).toEqual([
      {
        entry: { kind: 'participant-joined', participant: 'pNew1', self: false, stable: true },
        subject: 'pNew1',
        disclosures: { name: 'Ana', site: 'a' },
      },
    ]);
  });

  test('without one: only the name is there', () => {
    expect(decided([host], [HOST_ROW, row('Ana')])).toEqual([
      {
        entry: { kind: 'participant-joined', participant: 'pNew1', self: false, stable: false },
        subject: 'pNew1',
        disclosures: { name: 'Ana' },
      },
    ]);
  });

  test('the host’s own first row, and rows in a partial list', () => {
    expect(decided([], [HOST_ROW])).toMatchObject([{ entry: { self: true } }]);
    expect(kinds(decided([host], [row('Ana', 'a')], { completeness: 'partial' }))).toContain(
      'participant-joined pNew1',
    );
  });

  test('a second one of the same name, and the same name under another id, are somebody new', () => {
    expect(kinds(decided([host, nameless(ANA, 'Ana')], [HOST_ROW, row('Ana'), row('Ana')]))).toEqual([
      'participant-joined pNew1',
    ]);
    expect(kinds(decided([host, withId(ANA, 'Ana', 'a')], [HOST_ROW, row('Ana', 'b')]))).toEqual([
      'participant-joined pNew1',
      `participant-left ${ANA}`,
    ]);
  });

  test('who has an id is not the one without, and the host’s name or id is not the host', () => {
    expect(kinds(decided([host, withId(ANA, 'Ana', 'a')], [HOST_ROW, row('Ana'), row('Ana', 'a')]))).toEqual([
      'participant-joined pNew1',
    ]);
    expect(kinds(decided([host], [HOST_ROW, row('Host', 'h')]))).toEqual(['participant-joined pNew1']);
    const unnamed: Known = [told.joined(HOST), { name: 'Host' }];
    for (const rows of [
      [HOST_ROW, row('Host')],
      [row('Host'), HOST_ROW],
    ])
      expect(kinds(decided([unnamed], rows))).toEqual(['participant-joined pNew1']);
    expect(kinds(decided([host, withId(ANA, 'Ana', 'a')], [HOST_ROW, row('Ana')]))).toEqual([
      'participant-joined pNew1',
      `participant-left ${ANA}`,
    ]);
  });

  test('the very same id is back: the same person, not one who is still here', () => {
    const gone: Known[] = [host, withId(ANA, 'Ana', 'a'), withId(BEN, 'Ben', 'b'), [told.left(ANA), {}]];
    expect(kinds(decided(gone, [HOST_ROW, row('Ben', 'b'), row('Ana', 'a')]))).toEqual([`participant-joined ${ANA}`]);
    const unnamed: Known[] = [host, nameless(ANA, 'Ana'), [told.left(ANA), {}]];
    expect(kinds(decided(unnamed, [HOST_ROW, row('Ana')]))).toEqual(['participant-joined pNew1']);
  });
});

describe('known rows', () => {
  test('by id, by name, and oneself: nothing changes', () => {
    const known = [host, withId(ANA, 'Ana', 'a'), nameless(BEN, 'Ben')];
    expect(decided(known, [row('Ben'), row('Ana', 'a'), HOST_ROW])).toEqual([]);
  });

  test('another name under the same id is a rename', () => {
    expect(decided([host, withId(ANA, 'Ana', 'a')], [HOST_ROW, row('Anna', 'a')])).toEqual([
      { entry: { kind: 'participant-renamed', participant: ANA }, subject: ANA, disclosures: { name: 'Anna' } },
    ]);
  });

  test('a long name is cut once and then known; half a character is mended', () => {
    const long = `${'x'.repeat(NAME_MAX - 1)}😀`;
    const [draft] = decided([host], [HOST_ROW, row(long)]);
    const name = draft?.disclosures.name ?? '';
    expect(name).toBe(`${'x'.repeat(NAME_MAX - 1)}\ufffd`);
    expect(decided([host, nameless(ANA, name)], [HOST_ROW, row(long)])).toEqual([]);
    expect(decided([host, withId(ANA, name, 'a')], [HOST_ROW, row(long, 'a')])).toEqual([]);
  });
});

describe('a missing row is a leave only in a whole list', () => {
  const known = [host, withId(ANA, 'Ana', 'a'), nameless(BEN, 'Ben')];
  test('complete, and the site’s own count agrees or is not shown', () => {
    const gone = [`participant-left ${ANA}`, `participant-left ${BEN}`];
    expect(kinds(decided(known, [HOST_ROW]))).toEqual(gone);
    expect(kinds(decided(known, [HOST_ROW], { counter: null }))).toEqual(gone);
    expect(decided(known, [HOST_ROW])[0]).toEqual({
      entry: { kind: 'participant-left', participant: ANA },
      subject: null,
      disclosures: {},
    });
  });

  test.each<[string, Partial<Roster>, RosterPerson[]]>([
    ['partial', { completeness: 'partial' }, [HOST_ROW]],
    ['unknown', { completeness: 'unknown' }, []],
    ['another count', { counter: 3 }, [HOST_ROW]],
    ['an empty list', {}, []],
  ])('not when it is %s', (_what, how, people) => {
    expect(kinds(decided(known, people, how)).filter((kind) => kind.startsWith('participant-left'))).toEqual([]);
  });

  test('sites leave one’s own row out: the host has not left', () => {
    expect(kinds(decided(known, [row('Ana', 'a'), row('Ben')]))).toEqual([]);
  });

  test('of several people of one name somebody left: nobody can say who, so all are gone and who stays is new', () => {
    const twins = [host, nameless(ANA, 'Bob'), nameless(BEN, 'Bob'), nameless(CEM, 'Dov')];
    expect(kinds(decided(twins, [HOST_ROW, row('Bob'), row('Dov')]))).toEqual([
      'participant-joined pNew1',
      `participant-left ${ANA}`,
      `participant-left ${BEN}`,
    ]);
    expect(decided(twins, [HOST_ROW, row('Bob'), row('Bob'), row('Dov')])).toEqual([]);
  });

  test('a row with an id or the host’s own is no row of theirs', () => {
    const twins = [host, nameless(ANA, 'Bob'), nameless(BEN, 'Bob')];
    expect(kinds(decided(twins, [row('Bob', 'h', true), row('Bob'), row('Bob', 'x')]))).toEqual([
      `participant-renamed ${HOST}`,
      'participant-joined pNew1',
      'participant-joined pNew2',
      `participant-left ${ANA}`,
      `participant-left ${BEN}`,
    ]);
  });

  test('in a partial list nobody of one name is taken for gone', () => {
    const twins = [host, nameless(ANA, 'Bob'), nameless(BEN, 'Bob')];
    expect(kinds(decided(twins, [HOST_ROW, row('Bob')], { completeness: 'partial' }))).toEqual(['roster-read']);
  });

  test('people of one name with ids are told apart by them', () => {
    const twins = [host, withId(ANA, 'Bob', 'a'), withId(BEN, 'Bob', 'b')];
    expect(kinds(decided(twins, [HOST_ROW, row('Bob', 'b')]))).toEqual([`participant-left ${ANA}`]);
  });

  test('a host of the same name is not one of several', () => {
    const twins: Known[] = [[told.joined(HOST), { name: 'Bob' }], nameless(ANA, 'Bob')];
    expect(kinds(decided(twins, [row('Bob', null, true)]))).toEqual([`participant-left ${ANA}`]);
    expect(kinds(decided(twins, [row('Bob', null, true), row('Bob')]))).toEqual([]);
  });
});

describe('rows that are forged to be the host’s own', () => {
  const known = [host, withId(ANA, 'Ana', 'a')];
  const forged = { ...row('Ana', 'a'), self: true };

  test.each([
    ['below the host’s', [HOST_ROW, forged]],
    ['above the host’s', [forged, HOST_ROW]],
  ])('%s: somebody whom we know stays who they are', (_where, rows) => {
    expect(decided(known, rows)).toEqual([]);
  });

  test('in place of the host’s: they stay who they are as well', () => {
    expect(decided(known, [forged], { counter: 1 })).toEqual([]);
    expect(kinds(decided(known, [forged, row('Host', 'h')]))).toEqual(['participant-joined pNew1']);
  });

  test('of somebody new: one of the people, who is waited for, and who is gone with the row', () => {
    const eve = { ...row('Eve', 'e'), self: true };
    expect(decided(known, [HOST_ROW, row('Ana', 'a'), eve])[0]?.entry).toMatchObject({ self: false, stable: true });
    expect(kinds(decided([...known, withId(BEN, 'Eve', 'e')], [HOST_ROW, row('Ana', 'a')]))).toContain(
      `participant-left ${BEN}`,
    );
  });

  test('by name only: the known name stays who it is; a host of the same name as somebody else is the host', () => {
    const ana = nameless(ANA, 'Ana');
    expect(decided([host, ana], [row('Ana', null, true), row('Host', null, true)])).toEqual([]);
    const twin: Known = [told.joined(HOST), { name: 'Ana' }];
    expect(decided([twin, ana], [row('Ana', null, true), row('Ana')])).toEqual([]);
  });
});

describe('the reading itself', () => {
  const before = told.read(1, { counter: 1 });
  const people = [HOST_ROW];
  test('is noted when it is another one than before', () => {
    expect(decided([host], people, {}, before)).toEqual([]);
    expect(decided([host], people, {}, told.armed)).toEqual([
      { entry: told.read(1, { counter: 1 }), subject: null, disclosures: {} },
    ]);
    expect(kinds(decided([host], people, { completeness: 'partial' }, before))).toEqual(['roster-read']);
    expect(kinds(decided([host], people, { counter: 2 }, before))).toEqual(['roster-read']);
    expect(kinds(decided([host], people, { counter: null }, before))).toEqual(['roster-read']);
    expect(kinds(decided([host], people, {}, told.read(2, { counter: 1 })))).toEqual(['roster-read']);
  });

  test('is noted when the host has written it or the page shows one again, not when the page is read another way', () => {
    const written = told.read(1, { counter: 1, source: 'host' });
    expect(kinds(decided([host], people, { source: 'host' }, before))).toEqual(['roster-read']);
    expect(kinds(decided([host], people, { source: 'dom' }, written))).toEqual(['roster-read']);
    expect(decided([host], people, { source: 'host' }, written)).toEqual([]);
    expect(decided([host], people, { source: 'api' }, before)).toEqual([]);
  });

  test('of a page that shows nothing does not undo the list that the host has written; anything shown counts', () => {
    const written = told.read(1, { counter: null, source: 'host' });
    const nothing = { completeness: 'unknown', counter: null } as const;
    expect(decided([host], [], nothing, written)).toEqual([]);
    expect(kinds(decided([host], [], nothing, before))).toEqual(['roster-read']);
    expect(kinds(decided([host], [], nothing, told.armed))).toEqual(['roster-read']);
    expect(kinds(decided([host], [], { ...nothing, counter: 2 }, written))).toEqual(['roster-read']);
    expect(kinds(decided([host], [], { ...nothing, completeness: 'partial' }, written))).toEqual(['roster-read']);
    expect(kinds(decided([host], [HOST_ROW, row('Ana')], nothing, written))).toEqual([
      'participant-joined pNew1',
      'roster-read',
    ]);
  });
});

describe('where the site’s count moved, a name without an id is somebody new, who is still waited for', () => {
  const known = [host, nameless(ANA, 'Ana'), nameless(BEN, 'Ben')];
  const moved = { completeness: 'partial', counter: 4 } as const;
  const sawAll = told.read(3);
  const sawSome = told.read(2, { completeness: 'partial', counter: 3 });

  test('out of sight in that moment: taken for gone, and for come anew', () => {
    expect(decided(known, [HOST_ROW, row('Ben')], moved, sawAll).slice(0, 2)).toEqual([
      { entry: { kind: 'participant-left', participant: ANA }, subject: null, disclosures: {} },
      {
        entry: { kind: 'participant-joined', participant: 'pNew1', self: false, stable: false },
        subject: 'pNew1',
        disclosures: { name: 'Ana' },
      },
    ]);
  });

  test('when the reading before had not everybody, whoever is in sight is new as well, and is there once', () => {
    expect(kinds(decided(known, [HOST_ROW, row('Ben')], moved, sawSome))).toEqual([
      'participant-joined pNew1',
      `participant-left ${ANA}`,
      'participant-joined pNew2',
      `participant-left ${BEN}`,
      'roster-read',
    ]);
  });

  test('a row with an id, or the host’s own, is not the one who was out of sight', () => {
    const one = [host, nameless(ANA, 'Ana')];
    expect(kinds(decided(one, [row('Ana', 'h', true), row('Ana', 'x')], moved, sawSome))).toEqual([
      `participant-renamed ${HOST}`,
      'participant-joined pNew1',
      `participant-left ${ANA}`,
      'participant-joined pNew2',
      'roster-read',
    ]);
  });

  test('of two of one name, one row stands for one of them', () => {
    const twins = [host, nameless(ANA, 'Bob'), nameless(BEN, 'Bob')];
    expect(kinds(decided(twins, [HOST_ROW, row('Bob')], moved, sawSome))).toEqual([
      'participant-joined pNew1',
      `participant-left ${ANA}`,
      `participant-left ${BEN}`,
      'participant-joined pNew2',
      'roster-read',
    ]);
  });
});

test('of whom the directory knows nothing, nobody is known again, and nothing breaks', () => {
  const state = told.stateOf(told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), told.left(BEN));
  const fresh = { participant: () => 'pNew' as ParticipantKey, doubt: () => 'd' as never };
  const people = [HOST_ROW, row('Ana'), row('Ben', 'b')];
  const roster: Roster = { people, completeness: 'partial', counter: null, source: 'dom' };
  expect(kinds([...decideRoster(state, blankDirectory(), roster, fresh).drafts])).toEqual([
    `participant-renamed ${HOST}`,
    'participant-joined pNew',
    'participant-joined pNew',
    'roster-read',
  ]);
});
