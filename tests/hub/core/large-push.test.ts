import { beforeEach, describe, expect, test } from 'vitest';
import { createHub } from '../../../hub/core/hub.ts';
import type { SqlDatabase } from '../../../hub/db/sql.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import type { WireChange } from '../../../shared/sync/wire-change.ts';
import { newId, signIn, type TestDevice } from '../support/device.ts';
import { insert, log, set } from '../support/operations.ts';
import { closeStores, stores } from '../support/stores.ts';
import { createWorld, type World } from '../support/world.ts';

closeStores();

/** More than three times what the hub sends to its store at once. */
const many = 650;
const [firstEdit, lastEdit] = [100, 640];
const wrong = [101, 202, 303, 404, 505, 606];

describe.each(stores)('a push of hundreds of changes on %s', (_, open) => {
  let world: World;
  let handler: TestDevice;
  let caseId: string;
  let changes: WireChange[];
  /** A case, then logs of it; two of them write the case again, the second over the first, and some are wrong. */
  beforeEach(async () => {
    world = await createWorld(await open());
    handler = await signIn(world, 'handler');
    caseId = newId();
    const opOf = (at: number) => {
      if (at === 0) return insert('case', caseId, { reportNumber: 'R-1', plate: 'A' });
      if (at === firstEdit) return set('case', caseId, { ver: 1 }, { plate: 'B' });
      if (at === lastEdit) return set('case', caseId, { mid: firstEdit + 1 }, { plate: 'C' });
      return wrong.includes(at) ? insert('contactLog', newId(), { mood: 9 }) : log();
    };
    changes = Array.from({ length: many }, (__, at) => handler.change(caseId, [opOf(at)]));
  });

  test('[SY-21] what is written in parts is one list, one verdict each, and the rows as the last one left them', async () => {
    const { verdicts, ack, stopped } = await handler.push(...changes);
    expect([ack, stopped, verdicts.length]).toEqual([many, null, many]);
    const refused = verdicts.filter(({ verdict }) => verdict !== 'accepted').map(({ mid, verdict }) => [mid - 1, verdict]);
    expect(refused).toEqual(wrong.map((at) => [at, 'refused']));
    await handler.pull();
    expect(handler.cases.get(caseId)?.ver).toBe(many - wrong.length);
    const stale = await handler.does(caseId, set('case', caseId, { ver: 1 }, { plate: 'D' }));
    expect(stale).toMatchObject({ verdict: 'conflict', fields: [{ field: 'plate', value: 'C' }] });
    expect((await handler.push(...changes)).verdicts).toEqual(verdicts);
  });

  test('[SY-30] a push that fails when its parts were sent leaves nothing of them', async () => {
    const { db } = world.ports;
    const failing: SqlDatabase = {
      ...db,
      transaction: (work) =>
        db.transaction(async (tx) => {
          await work(tx);
          throw new Error('disk');
        }),
    };
    const request = { protocol: protocolVersion, requestId: newId(), epoch: null, ackSeen: 0, changes };
    await expect(createHub({ ...world.ports, db: failing }).push(handler.who, request as never)).rejects.toThrow('disk');
    const { ack, verdicts } = await handler.push(...changes);
    expect([ack, verdicts[0]]).toEqual([many, { mid: 1, verdict: 'accepted', ver: 1 }]);
  });

  test('[SY-31] a gap in a later part: what stands before it counts, the rest does not', async () => {
    const cut = changes.toSpliced(420, 1);
    expect(await handler.push(...cut)).toMatchObject({ ack: 420, stopped: 'gap' });
    expect((await handler.push(...changes)).verdicts).toHaveLength(many);
  });
});
