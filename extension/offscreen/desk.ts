import type { OffscreenReply, OpenOrder, RecorderOrder, RevokeOrder } from '../../src/messages/worker-to-offscreen.ts';
import { Failure } from '../../src/model/failure.ts';
import { Recording, type RecordingPorts } from './recording.ts';

/** Takes the worker's orders. One conversation at a time; an epoch that is still settling does not hold up the next one. */
export class Desk {
  readonly #ports: RecordingPorts;
  readonly #recordings = new Set<Recording>();
  /** Epochs that may never start (again): a revocation can overtake the order to open. */
  readonly #revoked = new Set<string>();

  constructor(ports: RecordingPorts) {
    this.#ports = ports;
  }

  handle(order: RecorderOrder): Promise<OffscreenReply> {
    switch (order.order) {
      case 'open':
        return this.#open(order);
      case 'revoke':
        this.#revoke(order);
        return done;
      case 'microphone':
        this.#running()?.setMicrophone(order.on);
        return done;
      case 'status':
        return Promise.resolve({ ok: true, value: this.#status() });
      default:
        return order satisfies never;
    }
  }

  async #open(order: OpenOrder): Promise<OffscreenReply> {
    if (this.#revoked.has(order.epoch)) return { ok: false, code: 'cancelled' };
    const running = this.#running();
    if (running && running.log !== order.log) return { ok: false, code: 'unexpected' };
    // A new epoch of the same conversation: whatever the old one rested on is over.
    running?.revoke({ drain: false, cutAfter: null });
    const recording = new Recording(order, this.#ports);
    this.#recordings.add(recording);
    recording.over.signal.addEventListener('abort', () => this.#recordings.delete(recording), { once: true });
    try {
      return { ok: true, value: await recording.open() };
    } catch (error) {
      this.#recordings.delete(recording);
      console.warn('not opened:', error);
      return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
    }
  }

  #revoke({ epoch, ...ending }: RevokeOrder): void {
    this.#revoked.add(epoch);
    for (const recording of this.#recordings) if (recording.epoch === epoch) recording.revoke(ending);
  }

  #running(): Recording | undefined {
    return [...this.#recordings].find(({ state }) => state === 'opening' || state === 'recording');
  }

  #status(): {
    readonly state: 'idle' | 'opening' | 'recording' | 'sealing';
    readonly epoch: Recording['epoch'] | null;
  } {
    const shown = this.#running() ?? [...this.#recordings].at(-1);
    if (!shown || shown.state === 'over') return { state: 'idle', epoch: null };
    return { state: shown.state, epoch: shown.epoch };
  }
}

const done: Promise<OffscreenReply> = Promise.resolve({ ok: true, value: null });
