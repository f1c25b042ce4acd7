import { isWithin, serveFrame } from '../../../src/platforms/meet/in-frame.ts';
import { frameLine } from '../frame-line.ts';

const end = new AbortController();
if (isWithin(document, 'https://meet.google.com'))
  serveFrame(
    document,
    frameLine('frame', () => end.abort()),
    end.signal,
  );
