import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { ListOrder } from '../model/observation.ts';
import { decide } from './decide.ts';
import { blankDirectory, type Disclosed, learn } from './directory.ts';
import { advance } from './fold.ts';
import { gate } from './gate.ts';
import { HEARD_NOTHING } from './heard.ts';
import * as told from './testdata/told.ts';

const { ANA, BEN, HOST } = told;
const NOBODY = told.read(0, { completeness: 'unknown', counter: null });
const written = (rows: number) => told.read(rows, { counter: null, source: 'host' });

/** A log in the making: what the host orders is decided and taken in, and the entries that it gave are told. */
function meeting(...begin: readonly (Entry | readonly [Entry, Disclosed])[]) {
  const state = told.stateOf();
  const directory = blankDirectory();
  let n = 0;
  const fresh = { participant: () => `pNew${++n}` as ParticipantKey, doubt: () => 'd' as never };
  const take = (entry: Entry, disclosed: Disclosed = {}) => {
    const logged = { index: state.size, at: told.T0 + state.size * 1000, seen: '', entry };
    advance(state, logged);
    learn(directory, logged, disclosed);
  };
  for (const one of begin) 'kind' in one ? take(one) : take(...one);
  const see = (seen: Parameters<typeof decide>[2]) => {
    const { drafts } = decide(state, directory, seen, HEARD_NOTHING, fresh);
    for (const { entry, disclosures } of drafts) take(entry, disclosures);
    return drafts.map(({ entry }) => ('participant' in entry ? `${entry.kind} ${entry.participant}` : entry.kind));
  };
  return {
    state,
    directory,
    order: (order: ListOrder) => see({ what: 'order', order, at: 0, key: 'k' }),
    page: (completeness: 'unknown' | 'partial', rows = 0, counter: number | null = null) => {
      const people = Array.from({ length: rows }, (_, i) => ({ id: `s${i}`, name: `P${i}`, self: false }));
      return see({ what: 'roster', roster: { people, completeness, counter, source: 'dom' }, at: 0, key: 'k' });
    },
    reasons: () => {
      const verdict = gate(state);
      return verdict.may === 'record' ? [] : verdict.because.map(({ reason }) => reason);
    },
    names: () =>
      [...state.people.values()]
        .filter((p) => p.present && !p.self)
        .map((p) => directory.people.get(p.participant)?.name),
  };
}
const begun = () => meeting(told.opened, [told.joined(HOST), { name: '' }], told.armed, NOBODY);

describe('a list that the host writes', () => {
  test('is a reading of the roster like any other, and is vouched for with it', () => {
    const m = begun();
    expect(m.reasons()).toContain('roster-unknown');
    expect(m.order({ do: 'write-down', names: ['Ana', ' Ben '] })).toEqual([
      'participant-joined pNew3',
      'participant-joined pNew4',
      'roster-read',
      'roster-confirmed',
    ]);
    expect(m.names()).toEqual(['Ana', 'Ben']);
    expect(m.state.roster).toEqual({ completeness: 'complete', rows: 3, counter: null, source: 'host' });
    expect(m.state.confirmed).toEqual({ rows: 3, counter: null });
    expect(m.reasons()).not.toContain('roster-unknown');
    expect(m.reasons()).not.toContain('roster-partial');
  });

  test('has each name once: two of one name could not be told apart', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana', 'Ana', '', '  '] });
    expect(m.names()).toEqual(['Ana']);
    expect(m.order({ do: 'write-down', names: ['Ana '] })).toEqual([]);
    m.order({ do: 'write-down', names: ['Ana', 'Ben'] });
    expect(m.names()).toEqual(['Ana', 'Ben']);
  });

  test('of nobody but the host vouches for nothing', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana'] });
    const [ana] = [...m.state.people.values()].filter((p) => !p.self);
    const crossed = m.order({ do: 'cross-out', participant: ana?.participant as ParticipantKey });
    expect(crossed).toContain(`participant-left ${ana?.participant}`);
    expect(crossed).not.toContain('roster-confirmed');
    expect(m.reasons()).toContain('roster-partial');
    expect(m.order({ do: 'list-right' })).toEqual([]);
  });

  test('of nobody is not right by being called right: nobody has been written down', () => {
    const m = begun();
    expect(m.order({ do: 'list-right' })).toEqual([]);
    expect(m.reasons()).toContain('roster-unknown');
  });

  test('leaves the host’s own name as it is', () => {
    const m = meeting(told.opened, [told.joined(HOST), { name: 'Hannah' }], told.armed, NOBODY);
    expect(m.order({ do: 'write-down', names: ['Ana'] })).not.toContain(`participant-renamed ${HOST}`);
    expect(m.directory.people.get(HOST)?.name).toBe('Hannah');
  });

  test('somebody added is a late joiner, somebody crossed out has left, and the others stay who they are', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana', 'Ben'] });
    expect(m.order({ do: 'write-down', names: ['Cem'] }).filter((e) => e.startsWith('participant'))).toHaveLength(1);
    const ben = [...m.state.people.values()].find((p) => m.directory.people.get(p.participant)?.name === 'Ben');
    expect(m.order({ do: 'cross-out', participant: ben?.participant as ParticipantKey })).toEqual([
      `participant-left ${ben?.participant}`,
      'roster-read',
      'roster-confirmed',
    ]);
    expect(m.names()).toEqual(['Ana', 'Cem']);
    // Written down again it is somebody new: nobody knows that it is the same Ben.
    m.order({ do: 'write-down', names: ['Ben'] });
    expect(ben?.present).toBe(false);
    expect(m.names()).toEqual(['Ana', 'Cem', 'Ben']);
  });

  test('a new name for the same person keeps the person, and takes nobody else’s name', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana', 'Ben'] });
    const ana = [...m.state.people.values()].find((p) => !p.self)?.participant as ParticipantKey;
    expect(m.order({ do: 'rename', participant: ana, name: 'Anna' })).toEqual([
      `participant-renamed ${ana}`,
      'roster-confirmed',
    ]);
    expect(m.names()).toEqual(['Anna', 'Ben']);
    for (const name of ['Ben', ' ']) expect(m.order({ do: 'rename', participant: ana, name })).toEqual([]);
    expect(m.order({ do: 'rename', participant: BEN, name: 'Cem' })).toEqual([]);
    expect(m.order({ do: 'cross-out', participant: HOST })).toEqual([]);
  });
});

describe('the page, where the host has written the list', () => {
  test('says that it shows nobody as often as it likes', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana'] });
    expect(m.page('unknown')).toEqual([]);
    expect(m.reasons()).not.toContain('roster-unknown');
  });

  test('says that somebody may be missing: the host vouches for the list again', () => {
    const m = begun();
    m.order({ do: 'write-down', names: ['Ana'] });
    expect(m.page('partial')).toEqual(['roster-read']);
    expect(m.reasons()).toContain('roster-partial');
    m.page('unknown');
    expect(m.reasons()).toContain('roster-unknown');
    expect(m.order({ do: 'list-right' })).toEqual(['roster-read', 'roster-confirmed']);
    expect(m.reasons()).not.toContain('roster-unknown');
    expect(m.names()).toEqual(['Ana']);
  });

  test('counts somebody, or lists somebody: its word stands, and the host can write nothing', () => {
    for (const [rows, counter] of [
      [0, 3],
      [1, null],
    ] as const) {
      const m = begun();
      m.order({ do: 'write-down', names: ['Ana'] });
      expect(m.page('partial', rows, counter)).toContain('roster-read');
      expect(m.order({ do: 'list-right' })).toEqual([]);
      expect(m.order({ do: 'write-down', names: ['Ben'] })).toEqual([]);
    }
  });
});

test('nothing is written while the host is not in the call or the page is out of sight, and a gap ends the host’s word', () => {
  for (const gap of [{ kind: 'meeting-left', how: 'left' }, { kind: 'watch-lost' }] as const) {
    const back: Entry = gap.kind === 'watch-lost' ? { kind: 'watch-regained' } : { kind: 'meeting-returned' };
    const m = meeting(
      told.opened,
      [told.joined(HOST), { name: '' }],
      [told.joined(ANA), { name: 'Ana', site: 'written:x' }],
    );
    m.order({ do: 'list-right' });
    expect(m.state.confirmed).toEqual({ rows: 2, counter: null });
    const after = meeting(
      told.opened,
      [told.joined(HOST), { name: '' }],
      [told.joined(ANA), { name: 'Ana', site: 'written:x' }],
      written(2),
      told.confirmed(2, null),
      gap,
    );
    expect(after.order({ do: 'list-right' })).toEqual([]);
    const returned = meeting(
      told.opened,
      [told.joined(HOST), { name: '' }],
      [told.joined(ANA), { name: 'Ana', site: 'written:x' }],
      written(2),
      told.confirmed(2, null),
      gap,
      back,
    );
    expect(returned.reasons()).toContain('roster-unknown');
    expect(returned.names()).toEqual(['Ana']);
    expect(returned.order({ do: 'list-right' })).toEqual(['roster-read', 'roster-confirmed']);
  }
});
