import { describe, expect, test } from 'vitest';
import { meetingOf } from './address.ts';

const THREAD = '19:meeting_YWRh@thread.v2';
const once = encodeURIComponent(THREAD);

describe('the meeting in an address of Teams', () => {
  test.each([
    ['of a link', `https://teams.microsoft.com/l/meetup-join/${once}/0?context=%7b%22Tid%22%7d`, THREAD],
    ['behind the hash', `https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/${THREAD}/0?x=1`, THREAD],
    [
      'within a launcher’s own',
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#/l/meetup-join/${once}/0?c=d`)}&type=meetup-join`,
      THREAD,
    ],
    ['of a short link', 'https://teams.live.com/meet/9312345678?p=secret', '9312345678'],
    ['with a lone percent sign', 'https://teams.live.com/meet/9312345678?p=100%', '9312345678'],
    ['that has lost it', 'https://teams.live.com/v2/', null],
    ['of a chat', 'https://teams.microsoft.com/l/message/19:abc@thread.v2/17', null],
    ['of a launcher without one', 'https://teams.microsoft.com/dl/launcher/launcher.html?type=meetup-join', null],
    ['of nothing', '', null],
  ])('%s', (_name, address, meeting) => {
    expect(meetingOf(address)).toBe(meeting);
  });
});
