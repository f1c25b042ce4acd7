import * as v from 'valibot';

/** What participants tell each other over PeerJS data connections. Who speaks is the connection's peer, never a field. */
const message = v.strictObject({
  id: v.string(),
  senderId: v.string(),
  senderName: v.string(),
  text: v.string(),
  at: v.number(),
  edited: v.boolean(),
});

const status = { name: v.string(), muted: v.boolean(), camera: v.boolean() };

const word = v.variant('kind', [
  v.strictObject({
    kind: v.literal('hello'),
    number: v.number(),
    order: v.number(),
    wantsHistory: v.boolean(),
    /** The other's hello did not come: say it (again). */
    unheard: v.boolean(),
    ...status,
  }),
  v.strictObject({ kind: v.literal('status'), ...status }),
  v.strictObject({ kind: v.literal('chat'), id: v.string(), text: v.string(), at: v.number() }),
  v.strictObject({ kind: v.literal('edit'), id: v.string(), text: v.string() }),
  v.strictObject({ kind: v.literal('wipe') }),
  v.strictObject({ kind: v.literal('history'), messages: v.array(message) }),
]);

export type Message = v.InferOutput<typeof message>;
export type Word = v.InferOutput<typeof word>;

/** Null for anything that is not one of ours. */
export function parseWord(input: unknown): Word | null {
  const result = v.safeParse(word, input);
  return result.success ? result.output : null;
}
