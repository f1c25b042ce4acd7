import { describe, expect, test } from 'vitest';
import { Chatting } from './testdata/chatting.ts';

/** A meeting that records, with everybody's yes. */
async function recording(atNumbers = false): Promise<Chatting> {
  const meeting = await Chatting.open(atNumbers);
  await meeting.join('Ana', 'Ben');
  await meeting.ask();
  for (const name of ['Ana', 'Ben']) await meeting.say(name, 'I agree');
  await meeting.starts();
  expect(meeting.recording).toBe(true);
  return meeting;
}
const why = (meeting: Chatting) => /\[atr1 off \S+ (\w+)\]/.exec(meeting.posted.at(-1) ?? '')?.[1];

describe('words in the chat', () => {
  test.each(['pause recording', 'please pause', 'Bitte pausieren', '録音を一時停止してください', 'pausa, por favor'])(
    '“%s” pauses at once, and everybody is told',
    async (words) => {
      const meeting = await recording();
      await meeting.say('Ana', words);
      expect(meeting.recording).toBe(false);
      expect(meeting.revoked).toMatchObject([{ drain: true, cutAfter: null, reasons: ['paused'] }]);
      expect(meeting.state.pause).toMatchObject({ cause: 'chat', participant: meeting.key('Ana') });
      const { pause } = meeting.state;
      expect(meeting.session.texts.get(pause?.index ?? -1)).toMatchObject({ words });
      await meeting.seal();
      await meeting.posts();
      expect(why(meeting)).toBe('paused');
    },
  );

  test('of somebody whom nobody knows do so too', async () => {
    const meeting = await recording();
    await meeting.say('Xaver', 'pause please');
    expect(meeting.recording).toBe(false);
    expect(meeting.state.pause).toMatchObject({ cause: 'chat', participant: null });
    expect(meeting.session.texts.get(meeting.state.pause?.index ?? -1)).toMatchObject({ sender: 'Xaver' });
  });

  test('let nothing go on again: only the host’s order does', async () => {
    const meeting = await recording();
    await meeting.say('Ana', 'pause');
    await meeting.seal();
    for (const words of ['resume recording', 'I agree', 'go on', 'pause']) await meeting.say('Ana', words);
    await meeting.say('Host', 'resume recording');
    await meeting.look();
    expect(meeting.recording).toBe(false);
    await meeting.order({ do: 'resume' });
    expect(meeting.recording).toBe(true);
    expect(meeting.state.pause).toBeNull();
  });

  test('that quote a pause, or one of our posts about it, pause nothing', async () => {
    const meeting = await recording();
    await meeting.say('Ana', 'pause');
    await meeting.seal();
    await meeting.posts();
    const told = meeting.posted.at(-1) ?? '';
    await meeting.order({ do: 'resume' });
    for (const line of ['> pause\nok?', told, told.replace(/\s*\[atr1[^\]]*\]/, '')]) await meeting.say('Ben', line);
    await meeting.say('Host', told);
    expect(meeting.recording).toBe(true);
  });
});

describe('a payment number', () => {
  test('is only talk while the host has not settled otherwise', async () => {
    const meeting = await recording();
    await meeting.say('Ana', '4111 1111 1111 1111');
    expect(meeting.recording).toBe(true);
  });

  test('pauses, and the last moments before it go', async () => {
    const meeting = await recording(true);
    await meeting.say('Ana', 'it is 4111 1111 1111 1111');
    expect(meeting.recording).toBe(false);
    const lag = meeting.state.opened?.lagMs ?? Number.NaN;
    expect(meeting.revoked).toMatchObject([{ drain: false, cutAfter: meeting.now - lag, reasons: ['paused'] }]);
    expect(meeting.state.pause).toMatchObject({ cause: 'card-number', participant: null });
    expect(JSON.stringify([...meeting.session.texts.values()])).not.toContain('1111');
  });

  test('in two messages pauses with the second, and no piece of it is kept', async () => {
    const meeting = await recording(true);
    await meeting.say('Ana', '4111 1111');
    expect(meeting.recording).toBe(true);
    await meeting.say('Ana', '1111 1111');
    expect(meeting.recording).toBe(false);
    expect(meeting.state.pause).toMatchObject({ cause: 'card-number', participant: null });
    expect(JSON.stringify([...meeting.session.texts.values()])).not.toContain('1111');
  });

  test('of the host’s own pauses too, and beside a no the no counts', async () => {
    const own = await recording(true);
    await own.say('Host', 'transfer to DE89370400440532013000');
    expect(own.state.pause).toMatchObject({ cause: 'account-number' });
    const no = await recording(true);
    await no.say('Ben', 'stop recording, this is GB29 NWBK 6016 1331 9268 19');
    expect(no.recording).toBe(false);
    await no.seal();
    await no.order({ do: 'resume' });
    expect(no.recording, 'Ben took his yes back').toBe(false);
    expect(JSON.stringify([...no.session.texts.values()])).not.toMatch(/NWBK/);
  });
});
