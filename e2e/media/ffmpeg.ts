import { spawnSync } from 'node:child_process';
import ffmpegPackage from '@ffmpeg-installer/ffmpeg';
import ffprobePackage from '@ffprobe-installer/ffprobe';

/** The system's tool where there is one, else the binary that an npm package brings: tests need nothing but Node and a browser. */
function toolOr(name: string, bundled: string): string {
  return spawnSync(name, ['-version'], { stdio: 'ignore' }).status === 0 ? name : bundled;
}

export const FFMPEG = toolOr('ffmpeg', ffmpegPackage.path);
export const FFPROBE = toolOr('ffprobe', ffprobePackage.path);
