import { serveChecks } from './checker.ts';
import type { ToChecker } from './talk.ts';
import { unlock } from './unlock.ts';

const serve = serveChecks((message) => postMessage(message), unlock);
addEventListener('message', ({ data }: MessageEvent<ToChecker>) => serve(data));
