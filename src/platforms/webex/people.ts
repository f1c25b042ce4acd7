import { isShown } from '../page/first.ts';
import { wholeNumber } from '../page/number.ts';
import type { SiteRoster } from '../platform.ts';
import { ownName } from './own-name.ts';

/** Grade 3, all. */
export const ROW = '.participants-list-item';
const NAME = '[data-test="participant-name"]';
/** "Participants (3)", over the open list. Its words are in the light DOM, what draws them in a shadow root. */
const TITLE = 'mdc-text[tagname="h2"]';

/**
 * Who is in the call. There are no ids: a person is a name. Webex counts over the open list only, so without it nobody new would be seen, and
 * nothing is remembered. Whether a long list is in the page as a whole is not known: the count tells.
 */
export class People {
  private own: string | null = null;
  private known: { readonly own: string | null; readonly others: ReadonlySet<string> } = {
    own: null,
    others: new Set(),
  };

  constructor(
    private readonly page: Document,
    private readonly view: () => Document,
  ) {}

  /** One's own name, and those of everybody else, as they were read last. */
  names(): { readonly own: string | null; readonly others: ReadonlySet<string> } {
    return this.known;
  }

  read(): SiteRoster {
    const view = this.view();
    this.own ??= ownName(this.page) ?? ownName(view);
    const { own } = this;
    const rows = [...view.querySelectorAll(ROW)].filter((row) => isShown(row) && !row.parentElement?.closest(ROW));
    const names = rows.map((row) => row.querySelector(NAME)?.textContent.trim() ?? '');
    const self = ownRow(names, own);
    const people = names.map((name, n) => ({
      id: null,
      name: n === self && own ? own : name,
      self: n === self,
      host: null,
    }));
    const counter = rows.length > 0 ? counted(view) : null;
    if (people.length > 0)
      this.known = { own, others: new Set(people.filter((one) => !one.self).map(({ name }) => name)) };
    const whole = people.length > 0 && people.length === counter && names.every((name) => name !== '');
    return {
      people,
      completeness: whole ? 'complete' : people.length > 0 ? 'partial' : 'unknown',
      counter,
      source: 'dom',
      aside: 0,
    };
  }
}

/** The one row with one's own name, with or without something in brackets behind it. Where two have it, neither is taken for oneself. */
function ownRow(names: readonly string[], own: string | null): number | null {
  if (own === null) return null;
  const found = names.flatMap((name, n) =>
    name === own || (name.startsWith(`${own} (`) && name.endsWith(')')) ? [n] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Where two numbers stand over panels the larger one holds: one too many keeps the gate shut, one too few could open it. */
function counted(view: Document): number | null {
  const counts = [...view.querySelectorAll(TITLE)]
    .filter(isShown)
    .map(({ textContent }) => wholeNumber(textContent))
    .filter((count) => count !== null);
  return counts.length > 0 ? Math.max(...counts) : null;
}
