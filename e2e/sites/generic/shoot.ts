import { shootCall } from './shoot-call.ts';
import { enter } from './stand-in.ts';

await shootCall('generic', (look) => enter(look));
