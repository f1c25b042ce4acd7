import { expect, test } from '@playwright/test';
import { languageName } from '../../src/ui/words/language-name.ts';
import { clickInClosedRoot } from '../browser/closed-root.ts';
import { presses, reads, sees } from './banner.ts';
import { ask } from './panel.ts';
import { chat, LONG, logOf, only, Party, READING_MS, records, rests, says } from './party.ts';

test('a question in German and Turkish: asked, read, answered and stopped in the languages of those who are there', async () => {
  test.setTimeout(180_000);
  const party = await Party.start();
  try {
    const host = await party.host('Host');
    // In an English browser, with the extension.
    const ben = await party.guest('Ben');
    const cem = await party.stranger('Cem');
    await says(host, 'Ready to ask');
    await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
    await host.panel.getByLabel('Language of the question').selectOption({ label: languageName('de') });
    await host.panel.getByLabel('And also in').selectOption({ label: languageName('tr') });
    await ask(host, { needed: ['quality'], optional: ['training'] });
    for (const question of ['Dürfen wir aufnehmen?', 'Kaydedebilir miyiz?'])
      await cem.page.getByText(question).last().waitFor({ timeout: LONG });
    await reads(ben, 'may we record this conversation?');
    await says(host, 'Waiting for 2 of 3');

    // By the button in a banner; everybody reads it in the chat. Who wants it again so soon has it above.
    const notice = { css: 'details:not(.where) summary' };
    await sees(ben, notice);
    await clickInClosedRoot(ben.page, notice);
    await presses(ben, 'Ask for all details in the chat');
    await cem.page.getByText('Verantwortlich für die Aufzeichnung').waitFor({ timeout: LONG });
    await reads(ben, 'Verantwortlich für die Aufzeichnung');
    await chat(cem, 'ayrıntılar');
    await cem.page.waitForTimeout(READING_MS);
    const wanted = only(await logOf(host), 'details-wanted');
    expect(wanted.map(({ language }) => language)).toEqual(['de']);

    await chat(cem, 'Kabul ediyorum');
    await says(host, 'Waiting for 1 of 3');
    await presses(ben, 'Agree');
    await records(host);
    const yeses = only(await logOf(host), 'answered').map(({ shown, grade }) => [
      grade,
      shown?.map(({ language }) => language),
    ]);
    expect(yeses).toEqual([
      ['signed', ['de']],
      ['chat', ['de', 'tr']],
      ['signed', ['en']],
    ]);
    await cem.page.getByText('Die Aufnahme läuft').waitFor({ timeout: LONG });

    await chat(cem, 'kaydı durdurun');
    await rests(host, 'A yes was taken back');
    await cem.page.getByText('Die Aufnahme ist aus').waitFor({ timeout: LONG });
  } finally {
    await party.end();
  }
});
