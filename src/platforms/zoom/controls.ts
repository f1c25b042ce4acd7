import type { Mute, SiteRecording } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';

/** Names of icons are the same in every language. Grade 2. */
const LEAVE = [
  '.footer__leave-btn-container button, .footer__leave-btn',
  'button:has(svg[class^="SvgLeave"], svg[class^="SvgEnd"])',
];
/** Grade 2. */
const RECORDING = '.recording-indication__recording-container';
/** What the button would do next is its icon: the microphone that it would mute is live. Grade 3, seen 2026-07. */
const MICROPHONE = '.join-audio-container__btn';
const LIVE = 'svg[class^="SvgAudioMute"], .audio-level-indicator, .audio-voip-active-icon';
const MUTED = 'svg[class^="SvgAudioUnmute"]';

export function leaving(view: Document): Element | null {
  return first(view, LEAVE);
}

export function controls(page: Document, view: Document): Element[] {
  const views = new Set([page, view]);
  return [...views].flatMap((one) => [
    ...one.querySelectorAll(
      'button, [role="button"], [role="toolbar"], #wc-footer, input, textarea, [contenteditable="true"]',
    ),
  ]);
}

/** Before the sound of the computer is joined there is nothing to mute. */
export function mute(view: Document): Mute {
  const button = view.querySelector(MICROPHONE);
  if (!button) return 'unknown';
  if (button.querySelector(MUTED)) return 'muted';
  return button.querySelector(LIVE) ? 'live' : 'unknown';
}

export function recording(view: Document): SiteRecording {
  const mark = view.querySelector(RECORDING);
  return mark && isShown(mark) ? 'on' : 'off';
}
