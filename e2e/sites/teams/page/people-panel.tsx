import { useSignal } from '@preact/signals';
import type { Member } from '../../room.ts';
import { liveRows, people, room, switches, toggle, you } from './state.ts';
import { comma, digits, say } from './words.ts';

const ROW = 48;

/** Not in the page while it is closed. A row element belongs to a slot, not to a person: scrolling gives it to somebody else. */
export function PeoplePanel() {
  const scrolled = useSignal(0);
  const members = people.value;
  const { rows, title } = switches.value;
  const host = members.find(({ id }) => id === you.value)?.host ?? false;
  const waiting = host ? room.value.waiting : [];
  const from = Math.min(Math.floor(scrolled.value / ROW), Math.max(0, members.length - rows));
  const count = members.length;
  return (
    <aside class="rail">
      <header>
        <h2>{say.people}</h2>
        <button
          type="button"
          data-tid="rail-header-close-button"
          aria-label={say.close}
          onClick={() => toggle('people')}
        >
          ✕
        </button>
      </header>
      <div
        role="tree"
        class="tree fui-FlatTree"
        aria-label={say.attendees}
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollTop;
        }}
      >
        {waiting.length > 0 && <Title section={1} text={`${say.lobby} (${digits(waiting.length)})`} />}
        {waiting.map((member) => (
          <div
            key={member.id}
            role="treeitem"
            tabIndex={-1}
            class="row"
            data-cid="roster-participant"
            data-tid={`participantsInLobby-${member.name}`}
            aria-label={member.name}
          >
            <span title={member.name}>{member.name}</span>
          </div>
        ))}
        <Title section={2} text={title ? `${say.inMeeting} (${digits(count)})` : say.inMeeting} />
        <div style={{ height: `${from * ROW}px` }} />
        {members.slice(from, from + rows).map((member, slot) => (
          <Row key={`slot ${slot}`} member={member} />
        ))}
        <div style={{ height: `${Math.max(0, count - from - rows) * ROW}px` }} />
        <Title section={3} text={`${say.invited} (${digits(1)})`} />
        <div
          role="treeitem"
          tabIndex={-1}
          class="row"
          data-cid="roster-participant"
          data-tid="participantsFromThread-Zoe"
          aria-label="Zoe"
        >
          <span title="Zoe">Zoe</span>
        </div>
      </div>
    </aside>
  );
}

function Title({ section, text }: { readonly section: number; readonly text: string }) {
  return (
    <div role="treeitem" tabIndex={-1} class="part">
      <span id={`roster-title-section-${section}`}>{text}</span>
    </div>
  );
}

function Row({ member }: { readonly member: Member }) {
  const { noIds } = switches.value;
  const kind = liveRows ? 'attendeesInMeeting-' : 'participantsInCall-';
  const id = (of: string) => (noIds ? {} : { id: `${of}-${member.id}` });
  const role = member.host ? say.organiser : say.guest;
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      class="row fui-TreeItem"
      data-cid="roster-participant"
      data-tid={`${kind}${member.name}`}
      aria-label={[member.name, role, say.unmuted].join(comma)}
    >
      <div {...id('calling-roster-item')} class="row">
        <div {...id('roster-avatar-img')}>
          <span title={member.name}>{member.name}</span>
        </div>
        {member.host ? (
          <span data-tid="ts-roster-organizer-status" class="soft">
            {role}
          </span>
        ) : (
          <span class="soft">({role})</span>
        )}
      </div>
    </div>
  );
}
