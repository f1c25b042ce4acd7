import { serveChecks, type ToChecker } from './checker.ts';

const serve = serveChecks((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToChecker>) => serve(data));
