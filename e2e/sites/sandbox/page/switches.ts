import { signal } from '@preact/signals';

/** One way in which a real meeting site is awkward: its name in the URL, the value that turns it on, and what it does. */
export interface Switch {
  readonly key: string;
  readonly on: string;
  readonly title: string;
  readonly effect: string;
}

export const SWITCHES = [
  { key: 'ids', on: 'off', title: 'No participant ids', effect: 'No participant or sender id in the page.' },
  { key: 'chat', on: 'names', title: 'Name-only chat', effect: 'Messages carry the sender’s name, but no id.' },
  { key: 'nomsgids', on: 'on', title: 'No message ids', effect: 'Messages carry no id.' },
  {
    key: 'panels',
    on: 'exclusive',
    title: 'One panel at a time',
    effect: 'People or Chat; the other is not in the page.',
  },
  { key: 'virtual', on: 'on', title: 'Virtual people list', effect: 'Only rows in view exist, and rows are re-used.' },
  { key: 'replay', on: 'on', title: 'Replayed chat', effect: 'Earlier messages are sent to whoever joins late.' },
  { key: 'edit', on: 'on', title: 'Messages can be edited', effect: 'Own messages change in place.' },
  { key: 'late', on: '2000', title: 'Late people list', effect: 'Who joins is heard at once, listed 2 seconds later.' },
  { key: 'counter', on: 'off', title: 'No counter', effect: 'The number of people is not shown.' },
  { key: 'refusechat', on: 'on', title: 'Chat refused', effect: 'Messages sent here vanish without a word.' },
  { key: 'flicker', on: 'on', title: 'Flickering rows', effect: 'Rows of the people list are made anew every second.' },
  { key: 'mute', on: 'unknown', title: 'Mute not readable', effect: 'The page does not tell who is muted.' },
] as const satisfies readonly Switch[];

export type SwitchKey = (typeof SWITCHES)[number]['key'];

const query = new URLSearchParams(location.search);

/** What the address says besides the switches. */
export const address = {
  room: location.pathname.split('/')[2] ?? '',
  name: query.get('name') ?? '',
  /** Of whoever is signed in: the same in every room. Letters and digits. */
  account: (query.get('account') ?? '').replace(/[^a-z0-9]/g, ''),
  autojoin: query.get('autojoin') === '1',
  media: query.get('media') === 'real' ? ('real' as const) : ('sample' as const),
  ownPictureOnly: query.get('pictures') === 'own',
  hearOwn: query.get('hear') === 'own',
};

const valuesIn = (search: URLSearchParams): Readonly<Partial<Record<SwitchKey, string>>> =>
  Object.fromEntries(SWITCHES.flatMap(({ key }) => (search.has(key) ? [[key, search.get(key) ?? '']] : [])));
const values = signal(valuesIn(query));
// An address that changes under the page, by going back or by a test, turns the switches without leaving the call.
addEventListener('popstate', () => {
  values.value = valuesIn(new URLSearchParams(location.search));
});

export function isOn(key: SwitchKey): boolean {
  const value = values.value[key];
  return key === 'late' ? lateness() > 0 : SWITCHES.some((one) => one.key === key && one.on === value);
}

/** How many milliseconds late a join is shown. */
export const lateness = (): number => Math.max(0, Number(values.value.late) || 0);

/** Turns a switch and keeps the address true, so that it can be reloaded or sent to someone. */
export function turn(key: SwitchKey, on: boolean): void {
  const { [key]: _, ...others } = values.value;
  const value = SWITCHES.find((one) => one.key === key)?.on;
  values.value = on && value !== undefined ? { ...others, [key]: value } : others;
  const url = new URL(location.href);
  for (const { key: name } of SWITCHES) {
    const current = values.value[name];
    if (current === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, current);
  }
  history.replaceState(null, '', url);
}
