import { shootCall } from '../generic/shoot-call.ts';
import { enterRoom } from './stand-in.ts';

await shootCall('whereby', (look) => enterRoom('/monday', look));
