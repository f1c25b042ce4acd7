import { meet } from '../../../src/platforms/meet.ts';
import { frameLine } from '../frame-line.ts';
import { start } from '../start.ts';

// Of an extension that has gone `start` itself leaves nothing.
start({
  ...meet,
  open: (page) =>
    meet.open(
      page,
      frameLine('page', () => undefined),
    ),
});
