import { codeOf } from '../../src/model/code-of.ts';
import type { PlayerIntents } from '../../src/model/player.ts';
import { STILL } from '../../src/model/player.ts';
import { type Part, Player } from '../../src/player/player.ts';
import { playback, player } from './state.ts';

/** The one player of this page: at most one recording is open. */
let open: Player | null = null;

const intents: PlayerIntents = {
  attach: (element) => open?.attach(element),
  toggle: () => open?.toggle(),
  seek: (at) => open?.seek(at),
  setSpeed: (speed) => open?.setSpeed(speed),
  setVolume: (volume) => open?.setVolume(volume),
  setMuted: (muted) => open?.setMuted(muted),
  hear: (side) => open?.hear(side),
  skipPauses: (skip) => open?.skipPauses(skip),
  playWithout: (span) => open?.playWithout(span),
};

export const playing = {
  intents,

  /** Ready to be drawn; it begins to play when it has an element. */
  open(parts: readonly Part[], at: number): void {
    const failed = (error: unknown) => {
      console.error('the recording cannot be played on', error);
      playing.close();
      playback.value = { state: 'failed', code: codeOf(error) };
    };
    open = new Player(parts, at, (view) => (player.value = view), failed);
    player.value = open.view;
    playback.value = { state: 'ready' };
  },

  close(): void {
    open?.close();
    open = null;
    player.value = STILL;
  },
};
