import type { FailureCode } from '../../model/failure.ts';

/** none → opening → (ready | failed). src: one file with all recorded stretches, one after the other. */
export type Playback =
  | { readonly state: 'none' }
  | { readonly state: 'opening' }
  | { readonly state: 'ready'; readonly src: string; readonly picture: boolean }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** none → running → (done | failed | none when cancelled). share: 0..1. */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly name: string }
  | { readonly state: 'failed'; readonly code: FailureCode };
