import type { PanelView } from '../../model/panel.ts';

export interface ListNeed {
  readonly reason: 'roster-unknown' | 'roster-partial' | 'counter-differs';
  /** Everybody was seen and the list has been closed since: nobody is missing, and the host only says so. */
  readonly counted: boolean;
  readonly names: readonly string[];
  readonly rows: number;
}

/** What the list of people still needs before recording; null when nothing. */
export function listNeed({ because, people, roster }: PanelView): ListNeed | null {
  const reason = because.find((one) => one.reason in NEEDS)?.reason as ListNeed['reason'] | undefined;
  if (!reason) return null;
  const names = people.filter((person) => person.present).map((person) => person.name);
  const rows = roster?.rows ?? names.length;
  const counted = reason === 'roster-partial' && roster?.counter === rows && names.length === rows;
  return { reason, counted, names, rows };
}

const NEEDS: Readonly<Record<ListNeed['reason'], true>> = {
  'roster-unknown': true,
  'roster-partial': true,
  'counter-differs': true,
};
