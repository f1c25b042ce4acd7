import { room } from './state.ts';

/** A chat that goes on shows so many of its messages. */
const SHOWN = 200;

/** So many changes a second, people and words by turns: a line, a rename, a line, somebody leaves and another comes. Gives their number. */
export async function churn(perSecond: number, seconds: number): Promise<number> {
  const from = performance.now();
  let done = 0;
  while (done < perSecond * seconds) {
    for (const due = ((performance.now() - from) / 1000) * perSecond; done < due; done++) change(done);
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  return done;
}

function change(n: number): void {
  const { members, lines } = room.value;
  const i = 1 + (n % (members.length - 1));
  const member = members[i];
  if (!member) return;
  if (n % 2 === 0) {
    const line = {
      id: `churn/${n}`,
      from: member.id,
      name: member.name,
      at: Date.now(),
      text: `What people say in meetings, ${n}`,
    };
    room.value = { ...room.value, lines: [...lines, line].slice(-SHOWN) };
    return;
  }
  const other =
    n % 4 === 1 ? { ...member, name: `${member.name.split(',')[0]}, ${n}` } : { ...member, id: `${member.id}+` };
  room.value = { ...room.value, members: members.with(i, other) };
}
