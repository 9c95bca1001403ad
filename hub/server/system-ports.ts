import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { jwtVerify, SignJWT } from 'jose';
import { v7 } from 'uuid';
import type { Ids, Random } from '../../shared/kernel/ports.ts';
import { accessSeconds } from '../core/sessions.ts';
import type { Claims, HubClock, Passwords, Tokens } from '../core/ports.ts';

/** The real machine behind the ports; made by the entry file and by tests of the server. */
export const systemClock: HubClock = { now: () => new Date().toISOString() };

export const systemIds: Ids = { next: () => v7() };

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

/** OWASP's second choice of argon2id: 19 MiB, two passes. `@node-rs/argon2` makes argon2id by default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argonPasswords: Passwords = {
  hash: (password) => hash(password, cost),
  verify: (stored, password) => verify(stored, password).catch(() => false),
};

const issuer = 'liubu-hub';
const audience = 'liubu-device';

/** Short tokens signed with a secret that all nodes of a hub share. */
export const jwtTokens = (secret: Uint8Array, clock: HubClock): Tokens => ({
  sign: ({ personId, deviceId, sessionId }) => {
    const now = Math.floor(Date.parse(clock.now()) / 1_000);
    return new SignJWT({ device: deviceId, session: sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + accessSeconds)
      .sign(secret);
  },
  read: async (token) => {
    try {
      const { payload } = await jwtVerify(token, secret, { issuer, audience, algorithms: ['HS256'], currentDate: new Date(clock.now()) });
      return claimsOf(payload);
    } catch {
      return null;
    }
  },
});

const claimsOf = (payload: Record<string, unknown>): Claims | null => {
  const { sub, device, session } = payload;
  return typeof sub === 'string' && typeof device === 'string' && typeof session === 'string'
    ? { personId: sub, deviceId: device, sessionId: session }
    : null;
};
