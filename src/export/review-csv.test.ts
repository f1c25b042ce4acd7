import { expect, test } from 'vitest';
import type { LogId } from '../model/id.ts';
import type { ScoredLine } from '../model/review-summary.ts';
import type { Use } from '../model/use.ts';
import { REVIEW_COLUMNS, reviewCsv } from './review-csv.ts';
import { useCsv } from './use-csv.ts';

const log = 'lAAAAAAAAAAAA' as LogId;
const HOSTILE = '=HYPERLINK("http://x","y")';
const line: ScoredLine = {
  log,
  meeting: 'blue-river',
  openedAt: 0,
  total: 0.625,
  body: {
    v: 1,
    is: 'scores',
    card: {
      name: '+cmd',
      criteria: [
        { name: '@SUM(A1)', scale: '1-5', weight: 1 },
        { name: 'Tone', scale: 'yes-no', weight: 3 },
      ],
    },
    scores: [3, null],
    agent: HOSTILE,
    text: 'first\r\n=1+1;-2',
    by: '-Rosa',
    at: 1000,
  },
};

test('one row a criterion, and no cell is a formula', () => {
  const rows = reviewCsv([line]);
  expect(rows.startsWith('\ufeff"meeting_opened","log_id"')).toBe(true);
  const [, tone] = rows.split('\r\n"1970').slice(1).length === 2 ? rows.split('\r\n"1970').slice(1) : ['', ''];
  expect(tone).toContain('"Tone","yes-no","3","","62.5"');
  expect(rows).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(rows).toContain(`"'+cmd"`);
  expect(rows).toContain(`"'@SUM(A1)"`);
  expect(rows).toContain(`"'-Rosa"`);
  expect(rows).toContain(`"first\r\n'=1+1;'-2"`);
  expect(rows).not.toMatch(/(^|[,;\n])"?[=+@|-]/m);
});

test('a score is the one that was given, and a card without one has no total', () => {
  expect(reviewCsv([line])).toContain(`"'@SUM(A1)","1-5","1","3","62.5"`);
  expect(reviewCsv([{ ...line, total: null }])).toContain('"Tone","yes-no","3","","","');
  expect(reviewCsv([{ ...line, total: 0 }])).toContain('"Tone","yes-no","3","","0.0","');
});

test('a use leads to its log and its entry, and says of a log that is gone no more than its id', () => {
  const use: Use = { log, index: 7, at: 0, did: 'played', what: '', copy: false, purpose: null, who: null };
  const known = { log, meeting: 'x', platform: 'sandbox', openedAt: 5000, uses: [] };
  const [head, one, other, end] = useCsv([use, { ...use, log: 'lBBBBBBBBBBBB' as LogId }], [known]).split('\r\n');
  expect(head).toContain('"log_id","entry_index"');
  expect(one).toBe(`"1970-01-01T00:00:00.000Z","","played","","","","1970-01-01T00:00:05.000Z","sandbox","${log}","7"`);
  expect(other).toBe('"1970-01-01T00:00:00.000Z","","played","","","","","","lBBBBBBBBBBBB","7"');
  expect(end).toBe('');
});

test('nothing scored is a head alone', () => {
  expect(reviewCsv([])).toBe(`\ufeff${REVIEW_COLUMNS.map((one) => `"${one}"`).join(',')}\r\n`);
});

test('uses name nobody but who opened it, and no cell is a formula', () => {
  const use: Use = { log, index: 7, at: 0, did: 'played', what: '', copy: false, purpose: 'quality', who: HOSTILE };
  const rows = useCsv(
    [
      use,
      { ...use, did: 'left', what: 'json', purpose: null, who: null },
      { ...use, did: 'unmade', what: 'by-hand', copy: true, purpose: null, who: null },
    ],
    [{ log, meeting: '=secret', platform: 'sandbox', openedAt: 0, uses: [] }],
  );
  expect(rows).toContain(`"quality","played","","","'=HYPERLINK(""http://x"",""y"")"`);
  expect(rows).toContain('"","left","","json",""');
  expect(rows).toContain('"","unmade","yes","by-hand",""');
  expect(rows).not.toContain('secret');
});
