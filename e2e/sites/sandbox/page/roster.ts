import { computed, effect, signal } from '@preact/signals';
import { participants } from './meeting.ts';
import { isOn, lateness } from './switches.ts';

const now = signal(Date.now());

/** Those whom the people list and the counter show: with the `late` switch, a join is kept back for a while. */
export const roster = computed(() => {
  const wait = lateness();
  return participants.value.filter(({ self, since }) => self || wait === 0 || now.value - since >= wait);
});

effect(() => {
  const wait = lateness();
  // Who has long been here stays in the list when the switch is turned in mid-call.
  now.value = Date.now();
  const due = participants.value.filter(({ self }) => !self).map(({ since }) => since + wait - Date.now());
  const timers = due
    .filter((ms) => ms > 0)
    .map((ms) =>
      setTimeout(() => {
        now.value = Date.now();
      }, ms + 1),
    );
  return () => timers.forEach(clearTimeout);
});

/** Changes every second while the `flicker` switch is on: part of the key of each row. */
export const flicker = signal(0);

effect(() => {
  if (!isOn('flicker')) return;
  const timer = setInterval(() => {
    flicker.value++;
  }, 1000);
  return () => clearInterval(timer);
});
