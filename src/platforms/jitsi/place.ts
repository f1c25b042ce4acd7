import type { Place } from '../../model/roster.ts';
import type { Reading } from './reading.ts';

/** Longer than from one look at the page to the next, ms. */
const BETWEEN_MS = 1500;

/** Where we are, and in which room. Whoever moves to a breakout room has left the one before, and is asked anew there. */
export class Whereabouts {
  private was: string | null = null;
  private leftAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly page: Document,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Host, tenant and room; Jitsi takes no heed of capitals. A breakout room is one of its own. */
  meeting(breakout: string | null): string | null {
    const { hostname, pathname } = this.page.location;
    const path = decoded(pathname).toLowerCase().replace(/\/+$/, '');
    if (path === '' || /^\/(?:static|libs|css|images)\//.test(path)) return null;
    return `${hostname}${path}${breakout === null ? '' : ` ${breakout}`}`;
  }

  place(read: Reading['place'], meeting: string | null): Place {
    if (meeting === null) return 'elsewhere';
    if (read !== 'call') return read === 'out' && this.was !== null ? 'left' : 'lobby';
    if (this.was !== null && this.was !== meeting) this.leftAt = this.now();
    this.was = meeting;
    return this.now() - this.leftAt < BETWEEN_MS ? 'left' : 'call';
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    console.debug('an address that is not encoded as addresses are:', (error as Error).message);
    return path;
  }
}
