import { teams } from '../../../src/platforms/teams.ts';
import { start } from '../start.ts';

start(teams);
