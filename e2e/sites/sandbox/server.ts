import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PeerServer } from 'peer';
import { siteAssets } from './bundle.ts';
import { Members } from './members.ts';

export interface Sandbox {
  /** `http://sandbox.localhost:PORT`: loopback in Chromium, and a secure context. */
  readonly origin: string;
  readonly port: number;
  /** The one URL of a room: lobby, call and left. */
  roomUrl(room: string, query?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
}

const ROOM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** As strict as the strictest of the real meeting sites, Trusted Types included. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self' ws:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types sandbox',
].join('; ');

/**
 * Serves the sandbox meeting: the page, PeerJS signalling under `/signal`, and the members of a room.
 * PeerServer's own timers cannot be stopped, so a process that only wanted the sandbox ends with process.exit().
 */
export async function startSandbox({ port = 0, host = '127.0.0.1' }: SandboxOptions = {}): Promise<Sandbox> {
  const assets = await siteAssets();
  const { site, server } = await listen(port, host);
  const members = new Members(site);

  site.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  });
  site.get('/room/:room/members', (request, response) => {
    response.json(members.in(request.params.room));
  });
  site.get('/room/:room', (request, response, next) => {
    const page = assets.get('/index.html');
    if (!page || !ROOM.test(request.params.room)) return next();
    response.type(page.type).send(page.body);
  });
  site.get('/assets/:file', (request, response, next) => {
    const asset = assets.get(request.path);
    if (!asset) return next();
    response.type(asset.type).send(asset.body);
  });
  site.get('/', (_request, response) => response.redirect('/room/demo'));

  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const bound = (server.address() as AddressInfo).port;
  const origin = `http://sandbox.localhost:${bound}`;
  return {
    origin,
    port: bound,
    roomUrl: (room, query = {}) => {
      const search = new URLSearchParams(query).toString();
      return `${origin}/room/${room}${search && `?${search}`}`;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Open WebSockets would keep the server listening forever.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(port: number, host: string): Promise<{ site: ReturnType<typeof PeerServer>; server: Server }> {
  return new Promise((resolve, reject) => {
    const site = PeerServer({ port, host, path: '/signal' }, (server) => resolve({ site, server: server as Server }));
    // Also stays on for later: a browser that vanishes in mid-message is reported here and must not end the process.
    site.on('error', reject);
  });
}
