import { expect, test } from 'vitest';
import type { PostState } from '../../src/consent/state.ts';
import type { SendOutcome } from '../../src/model/chat.ts';
import type { AskId, PostId } from '../../src/model/id.ts';
import { joinParts } from '../../src/model/tag-post.ts';
import { arrivedWith } from './echoes.ts';

const post = (id: string, outcome: SendOutcome | null): PostState => ({
  post: id as PostId,
  says: 'notice',
  ask: 'aAAAAAAAAAAAA' as AskId,
  people: [],
  index: 0,
  at: 0,
  outcome,
});
const text = () => joinParts(['one, and', 'two\nmore', 'three']);

test('a message that was pasted in parts has arrived with the last of them, whatever their order', () => {
  const there = new Map<PostId, Set<number>>();
  const posts = [post('m1', 'refused')];
  expect(arrivedWith('one,  and', posts, text, there)).toEqual([]);
  expect(arrivedWith('three', posts, text, there)).toEqual([]);
  expect(arrivedWith('three', posts, text, there), 'twice the same part is one').toEqual([]);
  expect([...(there.get('m1' as PostId) ?? [])]).toEqual([0, 2]);
  expect(arrivedWith('two more', posts, text, there)).toEqual(['m1']);
});

test('one of a single message has arrived at once; one that had arrived before does not arrive again', () => {
  expect(arrivedWith('May we?', [post('m1', 'unsure'), post('m2', null)], () => 'May we?', new Map())).toEqual([
    'm1',
    'm2',
  ]);
  expect(arrivedWith('May we?', [post('m1', 'echoed')], () => 'May we?', new Map())).toEqual([]);
  expect(arrivedWith('Hello', [post('m1', null)], () => 'May we?', new Map())).toEqual([]);
});
