import { expect, test } from 'vitest';
import type { MeetingTab } from './meeting.ts';
import { standing } from './standing.ts';

const page = (frame: number, platform: string, place: MeetingTab['place']) =>
  ({ frame, platform, place }) as MeetingTab;

const around = page(0, 'generic', 'elsewhere');
const frame = page(4, 'jitsi', 'call');

test('alone, a page stands for its tab', () => {
  expect(standing([around], undefined)).toBe(around);
  expect(standing([frame], around)).toBe(frame);
  expect(standing([], around)).toBeNull();
});

test('a frame in a call comes before the page around it', () => {
  expect(standing([around, frame], undefined)).toBe(frame);
  expect(standing([around, frame], around)).toBe(frame);
});

test('a call that an adapter knows comes before streams that only play', () => {
  expect(standing([page(0, 'generic', 'call'), frame], undefined)).toBe(frame);
});

test('of two calls the page’s own comes first, and of two frames the one that stands', () => {
  const own = page(0, 'meet', 'call');
  expect(standing([frame, own], frame)).toBe(own);
  const second = page(5, 'jitsi', 'call');
  expect(standing([frame, second], second)).toBe(second);
  expect(standing([frame, second], frame)).toBe(frame);
});

test('a call that was left goes on standing for the tab until another one is entered', () => {
  const left = page(4, 'jitsi', 'left');
  expect(standing([around, left], left)).toBe(left);
  expect(standing([around, left], undefined)).toBe(around);
  const gone = page(4, 'jitsi', 'left');
  expect(standing([around], gone)).toBe(around);
});
