import { expect, test, vi } from 'vitest';
import { Readings } from './readings.ts';

const row = (name: string) => ({ name }) as unknown as Element & { name: string };
const reading = () => {
  const read = vi.fn((one: Element) => (one as unknown as { name: string }).name);
  return { read, readings: new Readings(read) };
};

test('while nobody says what was touched, every row is read each time', () => {
  const { read, readings } = reading();
  const rows = [row('Ana'), row('Ben')];
  readings.of(rows);
  expect(readings.of(rows)).toEqual(['Ana', 'Ben']);
  expect(read).toHaveBeenCalledTimes(4);
});

test('watched, only what was touched is read, and everything now and then', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  const { read, readings } = reading();
  const end = new AbortController();
  readings.watch(end.signal);
  const [ana, ben] = [row('Ana'), row('Ben')];
  readings.of([ana, ben]);
  ana.name = 'Anna';
  expect(readings.of([ana, ben])).toEqual(['Ana', 'Ben']);
  readings.forget(ana);
  expect(readings.of([ana, ben])).toEqual(['Anna', 'Ben']);
  expect(read).toHaveBeenCalledTimes(3);
  ben.name = 'Benno';
  clock.mockReturnValue(11_000);
  expect(readings.of([ana, ben])).toEqual(['Anna', 'Benno']);
  end.abort();
  ben.name = 'Ben';
  expect(readings.of([ana, ben]), 'whoever watched is gone').toEqual(['Anna', 'Ben']);
  clock.mockRestore();
});
