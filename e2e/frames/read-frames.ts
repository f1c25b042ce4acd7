import { spawn, spawnSync } from 'node:child_process';
import { FFMPEG, FFPROBE } from '../media/ffmpeg.ts';
import { type Picture, readAll } from '../sites/sandbox/clock.ts';

/** What one recorded frame shows: the page's own clock (ms UTC), and the numbers of those whose clocks are in it. */
export interface Shown {
  readonly own: number | null;
  readonly people: readonly number[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The page draws its own clock in the header as number 0. */
const PAGE = 0;

export function sizeOf(file: string): Size {
  const asked = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height', '-of', 'json', file];
  const { stdout } = spawnSync(FFPROBE, asked, { encoding: 'utf8' });
  const { streams } = JSON.parse(stdout) as { streams?: readonly Size[] };
  if (!streams?.[0]) throw new Error(`${file} has no picture`);
  return streams[0];
}

/** Every single frame of a file, in order: none is dropped, none doubled to fill a rate. */
export async function* shownIn(file: string, { width, height } = sizeOf(file)): AsyncGenerator<Shown> {
  const scale = `scale=${width}:${height}`;
  const grey = ['-map', '0:v:0', '-vsync', '0', '-vf', scale, '-pix_fmt', 'gray', '-f', 'rawvideo', '-'];
  const decoder = spawn(FFMPEG, ['-v', 'error', '-i', file, ...grey], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    decoder.once('close', resolve);
    decoder.once('error', reject);
  });
  const bytes = width * height;
  let rest = Buffer.alloc(0);
  for await (const piece of decoder.stdout) {
    rest = Buffer.concat([rest, piece as Buffer]);
    for (; rest.length >= bytes; rest = rest.subarray(bytes))
      yield look({ width, height, data: rest.subarray(0, bytes) });
  }
  if ((await ended) !== 0 || rest.length > 0) throw new Error(`${file} could not be read to its end`);
}

function look(picture: Picture): Shown {
  const strips = readAll(picture);
  return {
    own: strips.find(({ number }) => number === PAGE)?.ms ?? null,
    people: strips.map(({ number }) => number).filter((number) => number !== PAGE),
  };
}
