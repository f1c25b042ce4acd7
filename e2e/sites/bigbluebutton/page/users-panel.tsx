import { useSignal } from '@preact/signals';
import type { Member } from '../../room.ts';
import { own, room, switches, test, toggle, told, version, you } from './state.ts';
import { word } from './words.ts';

/** A page of rows is drawn when it is scrolled to; until then there are as many rows without anybody. */
export function UsersPanel() {
  const drawn = useSignal(1);
  const { counter, pageRows } = switches.value;
  const members = told.value;
  const count = members.length.toLocaleString('en-US');
  return (
    <aside class="panel users" {...test('userListPanel')}>
      <header {...test(counter && version === '3.1' ? 'userListTitle' : undefined)}>
        <h2>
          {counter && version === '3.0' ? (
            <span data-test-users-count={members.length}>{`${word('users')} (${count})`}</span>
          ) : (
            `${word('users')}${counter ? ` (${count})` : ''}`
          )}
        </h2>
        <button type="button" aria-label={word('close')} onClick={() => toggle('users')}>
          −
        </button>
      </header>
      <Waiting />
      <div
        class="rows"
        role="list"
        onScroll={() => {
          drawn.value += 1;
        }}
      >
        {members.map((member, index) =>
          index < drawn.value * pageRows ? (
            <Row key={`row ${index}`} member={member} index={index} />
          ) : (
            <div class="row skeleton" key={`row ${index}`} />
          ),
        )}
      </div>
    </aside>
  );
}

/** Only moderators see who wants to come in. */
function Waiting() {
  const { waiting } = room.value;
  if (!own.value?.host || waiting.length === 0) return null;
  return (
    <div class="waiting">
      <h3>{word('waiting')}</h3>
      {waiting.map(({ id, name }) => (
        <p key={id}>
          {name}
          <button type="button" {...test('acceptGuest')}>
            {word('accept')}
          </button>
        </p>
      ))}
    </div>
  );
}

function Row({ member, index }: { readonly member: Member; readonly index: number }) {
  const isOwn = member.id === you.value;
  const avatar = test(member.host ? 'moderatorAvatar' : 'viewerAvatar');
  return (
    <div class="row" id={`user-index-${index}`} tabIndex={-1} {...test(isOwn ? 'userListItemCurrent' : 'userListItem')}>
      <div class="face" data-test-avatar="userAvatar">
        <div {...avatar}>{member.name.slice(0, 2).toLowerCase()}</div>
      </div>
      <div class="names">
        <div>
          {isOwn ? (
            <strong>
              {member.name}
              {'\u00a0'}
              {`(${word('you')})`}
            </strong>
          ) : (
            <span>{member.name}</span>
          )}
        </div>
        <div class="soft" {...test(version === '3.1' ? 'userNameSubs' : undefined)}>
          {member.host && word('moderator')}
          {/^\+?\d/.test(member.name) && word('phone')}
        </div>
      </div>
    </div>
  );
}
