import { z } from 'zod';
import { exchanges, digestHeader } from '../../shared/sync/messages.ts';
import { hubProblemSchema } from '../../shared/sync/hub-problems.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import { adminMessages } from './admin-messages.ts';

const schemaOf = (schema: z.ZodType): object => z.toJSONSchema(schema, { unrepresentable: 'any' });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const problems = { default: { description: 'A problem', ...json(schemaOf(hubProblemSchema)) } };
const withoutToken: readonly string[] = ['login', 'refresh', 'surrender'];

const post = (summary: string, { request, reply, open }: { request: z.ZodType; reply?: z.ZodType; open: boolean }): object => ({
  post: {
    summary,
    security: open ? [] : [{ bearer: [] }],
    requestBody: { required: true, ...json(schemaOf(request)) },
    responses: {
      200: {
        description: 'The answer',
        headers: { [digestHeader]: { description: 'SHA-256 of the body before compression', schema: { type: 'string' } } },
        ...json(reply ? schemaOf(reply) : { type: 'object' }),
      },
      ...problems,
    },
  },
});

const adminPaths: Readonly<Record<keyof typeof adminMessages, string>> = {
  addPerson: '/admin/people/add',
  changePerson: '/admin/people/change',
  keepRegion: '/admin/regions',
  keepBranch: '/admin/branches',
  revokeDevice: '/admin/devices/revoke',
  publish: '/admin/documents',
  beginEpoch: '/admin/epoch',
};

/** The contract as OpenAPI 3.1, made from the same schemas that check the messages. */
export const openApi = (): object => ({
  openapi: '3.1.0',
  info: { title: 'Liubu hub', version: String(protocolVersion) },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  paths: Object.fromEntries([
    ...Object.entries(exchanges).map(([name, { path, request, reply }]) => [
      path,
      post(name, { request, reply, open: withoutToken.includes(name) }),
    ]),
    ...Object.entries(adminMessages).map(([name, request]) => [
      adminPaths[name as keyof typeof adminPaths],
      post(name, { request, open: false }),
    ]),
  ]),
});

/** A page without scripts: path, name and the two schemas of every exchange. */
export const openApiPage = (): string => {
  const rows = Object.entries((openApi() as { paths: Record<string, { post: { summary: string } }> }).paths).map(
    ([path, one]) =>
      `<details><summary><code>POST ${path}</code> ${one.post.summary}</summary><pre>${escaped(JSON.stringify(one.post, null, 2))}</pre></details>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Liubu hub</title><h1>Liubu hub, protocol ${protocolVersion}</h1>
<p><a href="/openapi.json">openapi.json</a></p>${rows.join('\n')}</html>`;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
