import type { Base, Operation } from '../../../shared/sync/change.ts';
import { newId, type TestDevice } from './device.ts';

type Fields = Extract<Operation, { op: 'insert' }>['fields'];

export const insert = (entity: string, id: string, fields: object): Operation => ({ op: 'insert', entity, id, fields: fields as Fields });

export const set = (entity: string, id: string, base: Base, values: Record<string, string | number | boolean | null>): Operation => ({
  op: 'set',
  entity,
  id,
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, base }])),
});

export const transition = (entity: string, id: string, [from, to]: [string, string], facts: object = {}, base?: Base): Operation => ({
  op: 'transition',
  entity,
  id,
  from,
  to,
  facts: facts as Fields,
  ...(base && { base }),
});

export const log = (over: object = {}): Operation =>
  insert('contactLog', newId(), {
    partyId: null,
    step: 1,
    counterpart: 'insured',
    counterpartName: '张三',
    channel: 'phone',
    outcome: 'reached',
    contactAt: '2026-11-01T00:00:00.000Z',
    mood: 3,
    body: '说明了不赔项目。',
    ...over,
  });

/** Registers a case and answers its id. */
export const register = async (device: TestDevice, over: object = {}): Promise<string> => {
  const caseId = newId();
  const verdict = await device.does(caseId, insert('case', caseId, { reportNumber: `R-${caseId.slice(-6)}`, ...over }));
  if (verdict.verdict !== 'accepted') throw new Error(`register: ${JSON.stringify(verdict)}`);
  return caseId;
};

export const assign = (fromPersonId: string | null, toPersonId: string | null, branchId: string | null = null): Operation =>
  insert('assignment', newId(), { fromPersonId, toPersonId, branchId, reason: '换人' });
