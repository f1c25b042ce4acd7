import { enter, failure, ownName, toLobby } from './meeting.ts';

export function Left() {
  return (
    <main class="left">
      <h1>You left the meeting</h1>
      {failure.value && (
        <p class="failure" role="alert">
          {failure.value}
        </p>
      )}
      <p class="hint">Whoever rejoins is a new participant: the same name, another id.</p>
      <div class="left-actions">
        <button type="button" class="primary" data-control="rejoin" onClick={() => void enter(ownName.value)}>
          Rejoin
        </button>
        <button type="button" class="secondary" data-control="lobby" onClick={toLobby}>
          Back to the lobby
        </button>
      </div>
    </main>
  );
}
