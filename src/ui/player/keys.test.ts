import { expect, test } from 'vitest';
import { deedOf } from './keys.ts';

const view = { at: 60_000, total: 100_000, speed: 1 };
const press = (key: string, on: Parameters<typeof deedOf>[1] = 'other', more = {}) =>
  deedOf({ key, altKey: false, ctrlKey: false, metaKey: false, ...more }, on, view);

test.each([
  ['ArrowLeft', 55_000],
  ['ArrowRight', 65_000],
  ['j', 50_000],
  ['l', 70_000],
  ['0', 0],
  ['7', 70_000],
  ['Home', 0],
  ['End', 100_000],
])('%s goes to %i ms', (key, at) => {
  expect(press(key)).toEqual({ do: 'seek', at });
});

test('it stays within the recording', () => {
  expect(deedOf({ key: 'l', altKey: false, ctrlKey: false, metaKey: false }, 'other', { ...view, at: 99_000 })).toEqual(
    {
      do: 'seek',
      at: 100_000,
    },
  );
});

test('k and Space play and pause, m mutes, < and > change the speed', () => {
  expect(press('k')).toEqual({ do: 'toggle' });
  expect(press(' ')).toEqual({ do: 'toggle' });
  expect(press('m')).toEqual({ do: 'mute' });
  expect(press('i')).toEqual({ do: 'mark-in' });
  expect(press('o')).toEqual({ do: 'mark-out' });
  expect(press('<')).toEqual({ do: 'speed', speed: 0.75 });
  expect(press('>')).toEqual({ do: 'speed', speed: 1.25 });
});

test('what takes a key itself keeps it', () => {
  expect(press(' ', 'pressable')).toBeNull();
  expect(press('ArrowLeft', 'radio')).toBeNull();
  expect(press('k', 'radio')).toEqual({ do: 'toggle' });
  for (const key of ['k', '1', 'ArrowLeft', ' ']) expect(press(key, 'list')).toBeNull();
});

test('shortcuts of the browser, and other keys, are not ours', () => {
  for (const held of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }])
    expect(press('l', 'other', held)).toBeNull();
  for (const key of ['q', 'Tab', 'Enter', 'F5']) expect(press(key)).toBeNull();
});
