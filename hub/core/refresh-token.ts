const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/;

/** A refresh token names its session and carries 256 random bits; the hub keeps only its hash. */
export const writeRefresh = (sessionId: string, secret: Uint8Array): string => `${sessionId}.${Buffer.from(secret).toString('base64url')}`;

/** The session a token claims to belong to; null for a text that is no token. */
export const readRefresh = (token: string): string | null => pattern.exec(token)?.[1] ?? null;
