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
