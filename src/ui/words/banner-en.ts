import type { Media, Purpose } from '../../model/ask.ts';
import type { AskedView, BannerTexts } from '../../model/banner.ts';

/** English texts of the banner. The worker sends them along with each view, so that the content bundle carries no language. */
export const bannerEn: BannerTexts = {
  title: '{asker} asks: may we record this conversation?',
  purposes: 'It is for:',
  optional: 'You choose, tick what you also allow:',
  free: 'Saying no costs you nothing: the meeting goes on without recording.',
  posted: 'Your answer is posted in the chat as yours.',
  company: 'Is anyone with you who can be heard?',
  companyCount: 'People here, with you',
  companyNext: '{agreed} of {people} here have agreed. The next person presses Agree.',
  agree: 'Agree',
  later: 'Not now',
  decline: 'Decline',
  withdraw: 'Withdraw',
  withdrawSure: 'Take your yes back? Recording stops at once.',
  withdrawYes: 'Yes, take it back',
  withdrawNo: 'Keep my yes',
  unverified: 'The words in the chat are not the ones that this notice stands for. Ask the host before you agree.',
  notSent: 'Not sent. Paste this into the chat, or say it aloud:',
  copy: 'Copy',
  copied: 'Copied',
  more: 'Show the whole notice',
  posting: 'Posting your answer in the chat…',
  agreed: 'You agreed.',
  declined: 'You said no.',
  withdrawn: 'You took your yes back.',
  laterAgain: 'Answer now',
  move: 'Move this (drag, or arrow keys)',
  region: 'Ask to Record',
};

/** What the worker puts together for one ask: sentences and names, {days} in whole days. */
export const askedEn = {
  purposes: {
    quality: 'checking and improving quality',
    training: 'training of staff',
    disputes: 'settling disputes',
    compliance: 'legal and regulatory duties',
    research: 'research',
    notes: 'meeting notes',
    publication: 'publication',
  } satisfies Record<Purpose, string>,
  what: {
    sound: 'Only the sound would be recorded.',
    'sound+picture': 'The sound and the picture that the host sees would be recorded.',
  } satisfies Record<Media, string>,
  keep: {
    one: 'The recording is kept for {days} day on the host’s computer, then deleted.',
    other: 'The recording is kept for {days} days on the host’s computer, then deleted.',
  },
  marks: {
    asked: 'Not recording yet',
    recording: 'Recording',
    paused: 'Recording is paused',
    stopped: 'Recording has stopped',
    ended: 'No recording',
  } satisfies Record<AskedView['mark'], string>,
  /** Nobody is left who could record. */
  hostLeft: 'The host has left: nothing is recorded',
} as const;
