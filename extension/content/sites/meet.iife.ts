import { meet } from '../../../src/platforms/meet.ts';
import { start } from '../start.ts';

start(meet);
