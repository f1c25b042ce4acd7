import { offscreenEval } from '../../browser/targets.ts';
import type { Host } from '../../journeys/party.ts';

const LIMIT_MS = 20_000;

/** When recorders of a host's browser ran and when they were inactive, noted where it happens: in the offscreen document itself. */
export class Recorders {
  private constructor(private readonly host: Host) {}

  static async of(host: Host): Promise<Recorders> {
    await host.panel.evaluate(() => {
      globalThis.recorders = { starts: [], stops: [] };
      new BroadcastChannel('bench').onmessage = ({ data }: MessageEvent<{ list: 'starts' | 'stops'; at: number }>) =>
        globalThis.recorders[data.list].push(data.at);
    });
    await offscreenEval(host.context, NOTING);
    return new Recorders(host);
  }

  /** How many times recorders have started or stopped so far. */
  count(list: 'starts' | 'stops'): Promise<number> {
    return this.host.panel.evaluate((list) => globalThis.recorders[list].length, list);
  }

  /** When the next one after `known` did, ms UTC on the offscreen document's clock. */
  next(list: 'starts' | 'stops', known: number): Promise<number> {
    return this.host.panel.evaluate(
      async ({ list, known, limit }) => {
        for (const until = Date.now() + limit; Date.now() < until; ) {
          const at = globalThis.recorders[list][known];
          if (at !== undefined) return at;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        throw new Error(`${list}: nothing happened. The panel says: ${document.querySelector('h1')?.textContent}`);
      },
      { list, known, limit: LIMIT_MS },
    );
  }

  /** Waits until a recorder runs. */
  running(): Promise<void> {
    return this.host.panel.evaluate(async (limit) => {
      const { starts, stops } = globalThis.recorders;
      for (const until = Date.now() + limit; starts.length === stops.length; ) {
        if (Date.now() > until)
          throw new Error(`No recorder. The panel says: ${document.querySelector('h1')?.textContent}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }, LIMIT_MS);
  }
}

const NOTING = `(() => {
  const channel = new BroadcastChannel('bench');
  const { start, stop } = MediaRecorder.prototype;
  const note = (list) => channel.postMessage({ list, at: Date.now() });
  MediaRecorder.prototype.start = function (...args) {
    const started = () => {
      // The event of a recorder that was stopped before its first frame comes too, and starts nothing.
      if (this.unnoted || this.state !== 'recording') return;
      this.noted = true;
      note('starts');
    };
    this.addEventListener('start', started, { once: true });
    return start.apply(this, args);
  };
  MediaRecorder.prototype.stop = function (...args) {
    stop.apply(this, args);
    if (this.noted && this.state === 'inactive') note('stops');
  };
  return true;
})()`;

declare global {
  var recorders: { readonly starts: number[]; readonly stops: number[] };
}
