import { spawnSync } from 'node:child_process';

/** Builds the extension into dist/ without a word; what the build printed is shown only when it failed. */
export function buildExtension(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  throw new Error('The extension could not be built; the reason stands above.');
}
