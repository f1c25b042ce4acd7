import type { PeerServerEvents } from 'peer';

/** One browser in a room. Order counts joins from 1; number is the lowest free one, for bands and clock strips. */
export interface Member {
  readonly id: string;
  readonly order: number;
  readonly number: number;
}

/** What PeerServer knows of a connected browser. */
interface Client {
  getId(): string;
  send<Message>(message: Message): void;
}

/** A participant id is `<room>_<random>`, with `-<account>` after it for whoever has one: PeerJS accepts it, and the room can be told from it. */
const roomOf = (id: string): string => id.slice(0, id.lastIndexOf('_'));

/**
 * Who is in which room, kept from PeerServer's own events. A newcomer asks once and calls everyone before it, so each
 * pair is dialled exactly once. When a browser vanishes, the others get PeerJS's LEAVE message, which closes their
 * connections to it at once, even where the data channel did not get to say goodbye.
 */
export class Members {
  private readonly present = new Map<string, Member & { readonly client: Client }>();
  private joins = 0;

  constructor(signalling: PeerServerEvents) {
    signalling.on('connection', (client) => this.join(client));
    signalling.on('disconnect', (client) => this.leave(client));
  }

  /** In order of joining. */
  in(room: string): Member[] {
    return this.clientsIn(room).map(({ id, order, number }) => ({ id, order, number }));
  }

  private clientsIn(room: string) {
    return [...this.present.values()].filter((member) => roomOf(member.id) === room);
  }

  private join(client: Client): void {
    const id = client.getId();
    if (this.present.has(id)) return;
    const taken = new Set(this.in(roomOf(id)).map((member) => member.number));
    let number = 1;
    while (taken.has(number)) number++;
    this.present.set(id, { id, order: ++this.joins, number, client });
  }

  private leave(client: Client): void {
    const id = client.getId();
    if (!this.present.delete(id)) return;
    for (const other of this.clientsIn(roomOf(id))) other.client.send({ type: 'LEAVE', src: id, dst: other.id });
  }
}
