import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Elements whose sound waits for a gesture, because the page was joined without a click. */
export const waiting = signal<ReadonlySet<HTMLVideoElement>>(new Set());

export function playWaiting(): void {
  for (const video of waiting.value) void video.play();
  waiting.value = new Set();
}

export function Picture({ stream, own, cover }: { stream: MediaStream; own: boolean; cover: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // Chromium turns the muted attribute into a default only; the own voice must never be heard back.
    element.muted = own;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        waiting.value = new Set(waiting.value).add(element);
      }
    });
    return () => {
      element.srcObject = null;
    };
  }, [stream, own]);
  // biome-ignore lint/a11y/useMediaCaption: a live picture of a call, for which there are no captions.
  return <video ref={video} class={cover ? 'cover' : ''} autoplay playsInline />;
}
