import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Receipt } from '../../src/log/receipt.ts';
import { ASK, NINE } from '../../src/log/testdata/meeting.ts';
import type { MyConsent } from '../../src/model/my-consent.ts';
import { type FromChecker, serveChecks } from './checker.ts';

const read = (name: string) => readFileSync(`src/verify/testdata/${name}.json`, 'utf8');
const [{ size, root } = { size: 0, root: '' }] = (JSON.parse(read('addendum')) as Receipt).roots;
const row = (ask: string) =>
  ({
    meeting: 'm',
    ask,
    roots: [{ at: NINE, epoch: 'e', size, hash: root }],
    answers: [],
    given: [],
  }) as unknown as MyConsent;

function said(file: File): Promise<FromChecker[]> {
  const posted: FromChecker[] = [];
  return new Promise((done) => {
    const post = (message: FromChecker) => {
      posted.push(message);
      if (message.what !== 'share') done(posted);
    };
    serveChecks(post)({ file, rows: [row(ASK), row('aAAAAAAAAAAAA')] });
  });
}

it('says how far it is, and then of which consents the file is and how it compares', async () => {
  const posted = await said(new File([read('addendum')], 'addendum.json'));
  expect(posted.at(-1)).toMatchObject({
    what: 'found',
    found: {
      kind: 'receipt',
      verdict: 'valid',
      text: read('addendum'),
      about: [{ row: { meeting: 'm', ask: ASK }, compared: 'same' }],
    },
  });
  const whole = await said(new File([read('meeting')], 'log.json'));
  const shares = whole.flatMap((one) => (one.what === 'share' ? [one.share] : []));
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual([...new Set(shares)].sort((one, other) => one - other));
  // An export can be as large as a disk: its text is not given back.
  expect(whole.at(-1)).toMatchObject({ found: { kind: 'export', text: null, about: [{ compared: 'fork' }] } });
});

it('says so of a file that cannot be read', async () => {
  const torn = new File([], 'gone.json');
  torn.text = () => Promise.reject(new Error('it went away'));
  expect(await said(torn)).toEqual([{ what: 'failed', why: 'Error: it went away' }]);
});
