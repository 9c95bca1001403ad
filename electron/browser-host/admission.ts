import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Random } from '../../shared/kernel/ports.ts';

/** Why a request is turned away, as an HTTP status. 421: not our Host (DNS rebinding). 403: another page. 401: no ticket. */
export type Refusal = 401 | 403 | 421;

/**
 * Decides who may talk to the host. A 256-bit token, taken once by URL, becomes a strict cookie; every request must carry the
 * exact Host, and a foreign Origin or a cross-site fetch is refused. Source: electron.md §2.2.
 */
export class Admission {
  readonly #random: Random;
  readonly #cookie: string;
  #token: string;
  #port = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#cookie = secret(random);
    this.#token = secret(random);
  }

  listensOn(port: number): void {
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The address to open in a browser; it works once. */
  address(): string {
    return `${this.origin}/?token=${this.#token}`;
  }

  /** Exchanges the token of the address for the cookie; a used token is replaced at once. */
  redeem(token: string): string | null {
    if (!equal(token, this.#token)) return null;
    this.#token = secret(this.#random);
    return `${this.#cookieName()}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Null when the request comes from our own page in an admitted browser. */
  refusal(request: IncomingMessage): Refusal | null {
    const elsewhere = this.refusalOfPlace(request);
    return elsewhere ?? (this.#hasCookie(request) ? null : 401);
  }

  /** Checks where a request comes from, before any ticket is looked at. */
  refusalOfPlace(request: IncomingMessage): Refusal | null {
    if (request.headers.host !== `127.0.0.1:${this.#port}`) return 421;
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.origin) return 403;
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none' ? null : 403;
  }

  /** A cookie name of its own per port: cookies do not tell ports apart. */
  #cookieName(): string {
    return `liubu-${this.#port}`;
  }

  #hasCookie(request: IncomingMessage): boolean {
    const prefix = `${this.#cookieName()}=`;
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return pairs.some((pair) => pair.startsWith(prefix) && equal(pair.slice(prefix.length), this.#cookie));
  }
}

const secret = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url');

/** Compares in constant time; hashing first makes the lengths equal. */
const equal = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
