import { beforeAll, describe, expect, test } from 'vitest';
import { saveRows } from '../../../hub/db/case-rows.ts';
import { openMemory } from '../../../hub/db/memory.ts';
import type { CaseRow, Json } from '../../../shared/sync/case-view.ts';
import type { Operation } from '../../../shared/sync/change.ts';
import type { Entity } from '../../../shared/sync/entity.ts';
import type { Field } from '../../../shared/sync/field.ts';
import type { Verdict } from '../../../shared/sync/verdict.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { assign, insert, register, set, transition } from '../support/operations.ts';
import { caseEntities, sampleFields, sampleOf } from '../support/samples.ts';
import { createWorld, type Colleague, type World } from '../support/world.ts';

/**
 * What each role may do, written down a second time and by hand: S surveyor, H handler, P supervisor. A small letter: on a closed
 * case, too. Whoever adds an entity says here who may write it.
 */
const insertBy: Readonly<Record<string, string>> = {
  case: 'SHP',
  injuredParty: 'SHP',
  contactLog: 'shp',
  question: 'shp',
  disclosure: 'shp',
  promise: 'shp',
  fact: 'SHP',
  statement: 'SHP',
  drift: 'SHP',
  diagnosis: 'SHP',
  treatmentEstimate: 'SHP',
  doubt: 'SHP',
  injuryMark: 'SHP',
  treatmentEvent: 'SHP',
  calculationBasis: 'HP',
  partyBasis: 'HP',
  damageItem: 'SHP',
  deduction: 'HP',
  bill: 'SHP',
  calculation: 'HP',
  offer: 'HP',
  offerAcceptance: 'HP',
  negotiation: 'shp',
  payment: 'HP',
  satisfaction: 'shp',
  determination: 'HP',
  escalation: 'SHP',
  escalationRemark: 'SHP',
  scenarioSet: 'SHP',
  stepEvent: 'SHP',
  paper: 'SHP',
  paperRequest: 'SHP',
  document: 'shp',
  attachment: 'shp',
  advance: 'SHP',
  mediationRound: 'shp',
  unmasking: 'shp',
  undoing: 'SHP',
  assignment: 'HP',
  resolution: 'shp',
  voiding: 'SHP',
  complaint: 'SHP',
};

/** Who may move a state; decisions about money only the supervisor. Where nothing stands: whoever may insert. */
const moveBy = (entity: string, to: string): string => {
  if (entity === 'case') return 'hp';
  if (entity === 'damageItem') return 'HP';
  if (entity === 'promise' || entity === 'doubt') return 'SHP';
  if (entity === 'escalation') return ['approved', 'approved-less', 'returned', 'refused'].includes(to) ? 'P' : 'SHP';
  if (entity === 'advance') return ['approved', 'not-yet'].includes(to) ? 'P' : 'SHP';
  return insertBy[entity] ?? '';
};

/** Values a person may change after the row was made, with who may. */
const setBy = (entity: string, name: string): string => {
  if (entity === 'case' && (name === 'ownerName' || name === 'branch')) return 'HP';
  const reviewed = ['allowedFen', 'covered', 'coveredNote', 'amountFair', 'amountFairNote', 'papersComplete', 'papersNote', 'clause'];
  if (entity === 'damageItem' && reviewed.includes(name)) return 'HP';
  if (entity === 'bill' && name === 'allowed') return 'HP';
  return insertBy[entity] ?? '';
};

const letterOf = { surveyor: 's', handler: 'h', supervisor2: 'p' } as const;
type Inside = keyof typeof letterOf;
const inside = Object.keys(letterOf) as Inside[];
const outside: readonly Colleague[] = ['surveyor2', 'surveyorWest', 'handlerWest', 'supervisorFar', 'admin'];

const mayBy = (letters: string, who: Inside, closed: boolean): boolean =>
  letters.includes(letterOf[who]) || (!closed && letters.includes(letterOf[who].toUpperCase()));

const writer = (person: string) => [1, person, '2026-11-01T00:00:00.000Z'] as const;

describe('rights: only what the table allows is accepted', () => {
  let world: World;
  let openCase: string;
  let closedCase: string;
  const devices = new Map<Colleague, TestDevice>();
  beforeAll(async () => {
    world = await createWorld(openMemory());
    for (const name of [...inside, ...outside]) devices.set(name, await signIn(world, name));
    const surveyor = device('surveyor');
    [openCase, closedCase] = [await register(surveyor), await register(surveyor)];
    await device('handler').does(closedCase, transition('case', closedCase, ['open', 'closed'], { closingReason: '结' }));
  });

  const device = (name: Colleague): TestDevice => devices.get(name)!;
  const cases = (): [string, boolean][] => [
    [openCase, false],
    [closedCase, true],
  ];

  /** Puts a row there as if earlier changes had left it so. */
  const place = async (caseId: string, entity: Entity, state: string | null): Promise<string> => {
    const made = writer(world.people.supervisor);
    const fields: Record<string, Json> = { ...(sampleFields(entity) as Record<string, Json>), ...extra(entity.name) };
    if (entity.states && state !== null) fields[entity.states.field] = state;
    const row: CaseRow = { entity: entity.name, id: newId(), fields, writers: {}, made, last: made, voidReason: null };
    await world.ports.db.transaction((tx) => saveRows(tx, [{ caseId, row }]));
    return row.id;
  };

  /** Requests are complete, so that the role alone decides. */
  const extra = (entity: string): Record<string, Json> => {
    if (entity === 'escalation') return { ask: '请批准', kind: 'accommodation', amountFen: 1_000 };
    return entity === 'advance'
      ? { basis: 'agreed', itemGroup: 'medical', amountFen: 1_000, payTo: 'hospital', openReason: '急', confirmed: ['urgent'] }
      : {};
  };

  const inserted = async (caseId: string, entity: Entity): Promise<Operation> => {
    const fields = sampleFields(entity);
    if (entity.name === 'case') return insert('case', caseId, fields);
    if (entity.name === 'assignment') return assign(world.people.surveyor, world.people.surveyor);
    if (entity.name === 'deduction')
      return insert('deduction', newId(), { ...fields, itemId: await place(caseId, byName('damageItem'), 'open') });
    const log = entity.name === 'voiding' ? await place(caseId, byName('contactLog'), null) : '';
    return insert(
      entity.name,
      newId(),
      entity.name === 'voiding' ? { targetEntity: 'contactLog', targetId: log, reason: '错', restores: false } : fields,
    );
  };

  const byName = (name: string): Entity => caseEntities.find((one) => one.name === name)!;

  const isIn = ({ verdict }: Verdict): boolean => verdict === 'accepted' || verdict === 'late';
  const codeOf = (verdict: Verdict): string => ('code' in verdict ? verdict.code : verdict.verdict);

  test('every entity says who may write it', () => {
    expect(caseEntities.map(({ name }) => name).filter((name) => insertBy[name] === undefined)).toEqual([]);
  });

  test.each(caseEntities.map((entity) => [entity.name, entity] as const))('insert %s', async (name, entity) => {
    const wrong: string[] = [];
    for (const who of inside) {
      for (const [known, closed] of cases()) {
        const caseId = name === 'case' ? newId() : known;
        const verdict = await device(who).does(caseId, await inserted(caseId, entity));
        const allowed = mayBy(insertBy[name]!, who, name !== 'case' && closed);
        const answer = isIn(verdict) ? 'in' : codeOf(verdict);
        const right = allowed ? answer === 'in' : answer === 'forbidden' || answer === 'case-closed';
        if (!right) wrong.push(`${who} ${closed} ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(caseEntities.map((entity) => [entity.name, entity] as const))('set of %s', async (name, entity) => {
    const initial = entity.states?.initial ?? null;
    const wrong: string[] = [];
    for (const [field, definition] of Object.entries(entity.fields) as [string, Field][]) {
      for (const who of inside) {
        for (const [caseId, closed] of cases()) {
          const id = name === 'case' ? caseId : await place(caseId, entity, initial);
          const value = sampleOf({ ...definition, schema: definition.schema }) as string;
          const verdict = await device(who).does(caseId, set(name, id, { ver: 1 }, { [field]: value }));
          const allowed = definition.merge === 'set' && mayBy(setBy(name, field), who, closed);
          // Fields of the case have been written by others before: there an allowed value may still be a conflict.
          const right = allowed ? isIn(verdict) || name === 'case' : !isIn(verdict);
          if (!right) wrong.push(`${field} ${who} ${closed} ${codeOf(verdict)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  const withStates = caseEntities.filter(({ states, name }) => states && name !== 'case');

  test.each(withStates.map((entity) => [entity.name, entity] as const))('moves of %s', async (name, entity) => {
    const states = (entity.fields[entity.states!.field] as Field).schema as unknown as { options: string[] };
    const wrong: string[] = [];
    let accepted = 0;
    for (const from of states.options) {
      for (const to of states.options) {
        for (const who of inside) {
          for (const [caseId, closed] of cases()) {
            const id = await place(caseId, entity, from);
            const facts = factsFor(name, to);
            const verdict = await device(who).does(caseId, transition(name, id, [from, to], facts, { ver: 1 }));
            const known = entity.states!.moves[from]?.includes(to) ?? false;
            const allowed = known && mayBy(moveBy(name, to), who, closed);
            if (isIn(verdict) && !allowed) wrong.push(`${from} ${to} ${who} ${closed}`);
            if (isIn(verdict)) accepted += 1;
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    // A statement cannot be frozen without a seal; everything else has moved at least once.
    expect(accepted > 0).toBe(name !== 'statement');
  });

  const factsFor = (entity: string, to: string): object => {
    if (entity === 'escalation' && to === 'approved') return { decidedFen: 1_000 };
    if (entity === 'escalation' && to === 'approved-less') return { decidedFen: 500, decisionReason: '过高' };
    if (entity === 'escalation') return to === 'returned' || to === 'refused' ? { decisionReason: '不够' } : {};
    if (entity !== 'advance') return {};
    return to === 'approved' ? { decidedFen: 1_000, decidedWay: 'hospital' } : to === 'not-yet' ? { toAdd: '发票' } : {};
  };

  test('nobody outside of the scope gets anything in, and hears of no case', async () => {
    for (const who of outside) {
      for (const entity of caseEntities.filter(({ name }) => name !== 'case')) {
        const verdict = await device(who).does(openCase, await inserted(openCase, entity));
        expect([who, entity.name, verdict]).toEqual([
          who,
          entity.name,
          { mid: verdict.mid, verdict: 'refused', code: 'case-unknown', facts: {} },
        ]);
      }
      const id = newId();
      const made = await device(who).does(id, insert('case', id, { reportNumber: 'R' }));
      expect([who, made.verdict]).toEqual([who, who === 'admin' ? 'refused' : 'accepted']);
    }
  });

  test('the kind of a change gives no right', async () => {
    const surveyor = device('surveyor');
    const offer = byName('offer');
    const change = surveyor.change(openCase, [insert('offer', newId(), sampleFields(offer))], { kind: 'record-contact' });
    expect((await surveyor.push(change)).verdicts).toMatchObject([{ verdict: 'refused', code: 'forbidden' }]);
  });
});

describe('decisions about money', () => {
  let world: World;
  let handler: TestDevice;
  let supervisor: TestDevice;
  let caseId: string;
  beforeAll(async () => {
    world = await createWorld(openMemory());
    [handler, supervisor] = [await signIn(world, 'handler'), await signIn(world, 'supervisor')];
    caseId = await register(await signIn(world, 'surveyor'));
  });

  /** A submitted request; answers its id and the version of its last write. */
  const requested = async (amountFen: number, by = handler): Promise<{ id: string; ver: number }> => {
    const id = newId();
    await by.does(caseId, insert('escalation', id, { ask: '请批准', kind: 'over-authority', amountFen }));
    const sent = await by.does(caseId, transition('escalation', id, ['draft', 'submitted']));
    return { id, ver: 'ver' in sent ? sent.ver : 0 };
  };
  const approve = (id: string, amountFen: number, base?: { ver: number }): Operation =>
    transition('escalation', id, ['submitted', 'approved'], { decidedFen: amountFen }, base);

  test('[SY-14] a decision names what it decides on, and counts for nothing else', async () => {
    const { id, ver } = await requested(1_000);
    expect(await supervisor.does(caseId, approve(id, 1_000))).toMatchObject({ code: 'base-missing' });
    await supervisor.does(caseId, transition('escalation', id, ['submitted', 'returned'], { decisionReason: '补充' }, { ver }));
    await handler.does(caseId, set('escalation', id, { ver: ver - 1 }, { amountFen: 4_000_000 }));
    await handler.does(caseId, transition('escalation', id, ['returned', 'submitted']));
    expect(await supervisor.does(caseId, approve(id, 4_000_000, { ver }))).toMatchObject({ verdict: 'conflict' });
    expect(await supervisor.does(caseId, approve(id, 4_000_000, { ver: ver + 3 }))).toMatchObject({ verdict: 'accepted' });
  });

  test('[SY-34] nobody approves above the published limit, or their own request', async () => {
    const over = await requested(5_000_001);
    expect(await supervisor.does(caseId, approve(over.id, 5_000_001, over))).toMatchObject({
      code: 'over-authority',
      facts: { limitFen: 5_000_000 },
    });
    const own = await requested(1_000, supervisor);
    expect(await supervisor.does(caseId, approve(own.id, 1_000, own))).toMatchObject({ code: 'own-request' });
    const fitting = await requested(5_000_000);
    expect(await supervisor.does(caseId, approve(fitting.id, 5_000_000, fitting))).toMatchObject({ verdict: 'accepted' });
  });

  test('[SY-34] two superiors decide on the same request: one decision counts, the other one hears so', async () => {
    const other = await signIn(world, 'supervisor2');
    const { id, ver } = await requested(1_000);
    expect(await supervisor.does(caseId, approve(id, 1_000, { ver }))).toMatchObject({ verdict: 'accepted' });
    const refusal = transition('escalation', id, ['submitted', 'refused'], { decisionReason: '不符' }, { ver });
    expect(await other.does(caseId, refusal)).toMatchObject({
      verdict: 'conflict',
      fields: [{ field: null, value: 'approved', byPersonId: world.people.supervisor }],
    });
  });

  test('[SY-33] what was sent is not rewritten under the eyes of the one who decides', async () => {
    const { id, ver } = await requested(1_000);
    expect(await handler.does(caseId, set('escalation', id, { ver: ver - 1 }, { amountFen: 9_000 }))).toMatchObject({
      code: 'wrong-state',
    });
  });

  test('[SY-34] an offer above the own limit goes out only under a later decision of superiors', async () => {
    const offered = async (): Promise<string> => {
      const id = newId();
      await handler.does(caseId, insert('offer', id, { version: 1, amountFen: 2_000_000 }));
      return id;
    };
    const first = await offered();
    const put = (id: string): Operation => transition('offer', id, ['draft', 'put'], { putAt: '2026-11-01' });
    expect(await handler.does(caseId, put(first))).toMatchObject({ code: 'over-authority', facts: { limitFen: 1_000_000 } });
    const { id, ver } = await requested(2_000_000);
    await supervisor.does(caseId, approve(id, 2_000_000, { ver }));
    expect(await handler.does(caseId, put(await offered()))).toMatchObject({ code: 'over-authority' });
    expect(await handler.does(caseId, put(first))).toMatchObject({ verdict: 'accepted' });
  });
});
