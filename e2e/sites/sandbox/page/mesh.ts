import { type DataConnection, Peer } from 'peerjs';
import { sparing } from './sparing.ts';
import { parseWord, type Word } from './wire.ts';

export interface Place {
  readonly id: string;
  readonly order: number;
  readonly number: number;
}

export interface MeshEvents {
  /** The data connection to another one is open: the moment to say hello. */
  connected(id: string): void;
  word(id: string, word: Word): void;
  stream(id: string, stream: MediaStream): void;
  gone(id: string): void;
  /** The way to the signalling server is lost for good. */
  lost(): void;
}

/** How long a call may take before it is made again, ms, and how often. */
const DIAL_MS = 3000;
const DIALS = 10;

/**
 * A full mesh over PeerJS: one data and one media connection with each of the others. Whoever comes later dials, so each
 * pair is dialled once. An id lives for one join; who comes back has a new one.
 */
export class Mesh {
  private readonly lines = new Map<string, DataConnection>();
  /** The line that was begun last with each: one that was given up can come up later all the same, and leads nowhere. */
  private readonly newest = new Map<string, DataConnection>();
  /** Ids live for one join: who has gone does not come back under the same one. */
  private readonly departed = new Set<string>();
  private started = false;
  private left = false;

  private constructor(
    private readonly peer: Peer,
    private readonly stream: MediaStream,
    private readonly events: MeshEvents,
  ) {
    peer.on('connection', (line) => this.adopt(line));
    peer.on('call', (call) => {
      call.on('stream', (remote) => events.stream(call.peer, remote));
      call.answer(stream, { sdpTransform: sparing });
    });
    // Errors about one other browser arrive as its connection closing; only losing the server matters here.
    peer.on('error', () => undefined);
    peer.on('disconnected', () => {
      if (!this.left) events.lost();
    });
  }

  /** Takes a place in the room. Others may call from then on, but nobody is reported before `start`. */
  static async join(room: string, account: string, stream: MediaStream, events: MeshEvents) {
    const id = `${room}_${crypto.randomUUID().slice(0, 8)}${account && `-${account}`}`;
    const peer = new Peer(id, {
      host: location.hostname,
      port: Number(location.port),
      path: '/signal',
      secure: location.protocol === 'https:',
      config: { iceServers: [] },
      debug: 0,
    });
    await new Promise<void>((resolve, reject) => {
      peer.once('open', () => resolve());
      peer.once('error', reject);
    });
    const mesh = new Mesh(peer, stream, events);
    const response = await fetch(`/room/${room}/members`);
    const members = (await response.json()) as Place[];
    const place = members.find((member) => member.id === id);
    if (!place) throw new Error('The room does not know this browser.');
    return { mesh, place, earlier: members.filter((member) => member.order < place.order) };
  }

  /** Calls everyone who came before, and reports who has called meanwhile. */
  start(earlier: readonly Place[]): void {
    this.started = true;
    for (const id of this.lines.keys()) this.events.connected(id);
    for (const { id } of earlier) this.dial(id, DIALS);
  }

  /** A call that comes through to nobody is made again: offers and candidates can be lost while both sides are just coming in. */
  private dial(id: string, left: number): void {
    if (this.left || left === 0 || this.lines.has(id) || this.departed.has(id)) return;
    const line = this.peer.connect(id, { serialization: 'json', reliable: true });
    this.adopt(line);
    const call = this.peer.call(id, this.stream, { sdpTransform: sparing });
    call.on('stream', (remote) => this.events.stream(id, remote));
    setTimeout(() => {
      if (this.lines.has(id)) return;
      line.close();
      call.close();
      this.dial(id, left - 1);
    }, DIAL_MS);
  }

  private adopt(line: DataConnection): void {
    const id = line.peer;
    this.newest.set(id, line);
    line.on('open', () => {
      if (this.newest.get(id) !== line) return line.close();
      this.lines.set(id, line);
      if (this.started) this.events.connected(id);
    });
    line.on('data', (data) => {
      const word = parseWord(data);
      if (word) this.events.word(id, word);
    });
    line.on('error', () => line.close());
    line.on('close', () => {
      // A line that never came up, and one that another has replaced, says nothing about who is there.
      if (this.lines.get(id) !== line) return;
      this.lines.delete(id);
      this.departed.add(id);
      this.events.gone(id);
    });
  }

  reaches(id: string): boolean {
    return this.lines.has(id);
  }

  send(id: string, word: Word): void {
    void this.lines.get(id)?.send(word);
  }

  broadcast(word: Word): void {
    for (const id of this.lines.keys()) this.send(id, word);
  }

  leave(): void {
    this.left = true;
    this.peer.destroy();
  }
}
