import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exchanges, loneMessages } from '../../../shared/sync/messages.ts';
import { protocolHash, protocolVersion } from '../../../shared/sync/protocol-version.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' });

test('[SY-71] the protocol version is pinned to the message schemas: change a schema, raise the version, add its line', () => {
  const all = [
    ...Object.entries(exchanges).map(([name, { path, request, reply }]) => [name, path, schemaOf(request), schemaOf(reply)]),
    ...Object.entries(loneMessages).map(([name, schema]) => [name, schemaOf(schema)]),
  ];
  const hash = createHash('sha256')
    .update(JSON.stringify([protocolVersion, all]))
    .digest('hex');
  expect(hash).toBe(protocolHash);
});
