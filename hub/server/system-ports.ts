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

/** A token found right stays right until it ends; so many are remembered, the oldest forgotten first. Sessions are looked up each time. */
const mostKnown = 10_000;

/** Short tokens signed with a secret that all nodes of a hub share. */
export const jwtTokens = (secret: Uint8Array, clock: HubClock): Tokens => {
  const known = new Map<string, { claims: Claims; until: number }>();
  return {
    sign: (claims) => signed(secret, clock, claims),
    read: async (token) => {
      const before = known.get(token);
      if (before && Date.parse(clock.now()) < before.until) return before.claims;
      known.delete(token);
      const found = await verified(secret, clock, token);
      if (found === null) return null;
      known.set(token, found);
      if (known.size > mostKnown) known.delete(known.keys().next().value ?? '');
      return found.claims;
    },
  };
};

const signed = (secret: Uint8Array, clock: HubClock, { personId, deviceId, sessionId }: Claims): Promise<string> => {
  const now = Math.floor(Date.parse(clock.now()) / 1_000);
  return new SignJWT({ device: deviceId, session: sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(personId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + accessSeconds)
    .sign(secret);
};

const verified = async (secret: Uint8Array, clock: HubClock, token: string): Promise<{ claims: Claims; until: number } | null> => {
  try {
    const { payload } = await jwtVerify(token, secret, { issuer, audience, algorithms: ['HS256'], currentDate: new Date(clock.now()) });
    const claims = claimsOf(payload);
    return claims && { claims, until: (payload.exp ?? 0) * 1_000 };
  } catch {
    return null;
  }
};
const claimsOf = (payload: Record<string, unknown>): Claims | null => {
  const { sub, device, session } = payload;
  return typeof sub === 'string' && typeof device === 'string' && typeof session === 'string'
    ? { personId: sub, deviceId: device, sessionId: session }
    : null;
};
