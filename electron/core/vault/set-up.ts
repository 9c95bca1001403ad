import { rmSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import type { Role } from '../../../shared/people/model.ts';
import { defaultKdfCost, fileKey, masterKeyBytes, sealByPasscode, sealByRecovery, writeKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import { formatRecoveryKey, recoveryKeyBytes } from '../../db/recovery-key.ts';
import { currentPersonKey } from '../open-session.ts';
import { problemOfCommit } from '../problem-of-commit.ts';
import { finishSetUp, type DataFiles } from '../../db/data-files.ts';
import { storePorts } from '../store-ports.ts';
import type { CoreOptions } from '../core-options.ts';

export type SetUpInput = { passcode: string; personName: string; role: Role; branch: string };

/** Makes keys and an empty file with its first person. The recovery key is returned once and kept nowhere. */
export const setUpFiles = async (
  options: CoreOptions,
  files: DataFiles,
  input: SetUpInput,
): Promise<Result<{ master: Uint8Array; recoveryKey: string }, Problem>> => {
  const { random } = options;
  const master = random.bytes(masterKeyBytes);
  const secret = random.bytes(recoveryKeyBytes);
  const passcode = await sealByPasscode(master, input.passcode, { random, cost: options.kdfCost ?? defaultKdfCost });
  for (const ending of ['', '-wal', '-shm']) rmSync(`${files.databaseNew}${ending}`, { force: true });
  const made = makeDatabase(options, files, { master, input });
  if (!made.ok) return made;
  writeKeys(files.dataDir, { format: 1, passcode, recovery: sealByRecovery(master, secret, random) });
  finishSetUp(files);
  return ok({ master, recoveryKey: formatRecoveryKey(secret) });
};

type First = { master: Uint8Array; input: SetUpInput };

const makeDatabase = (options: CoreOptions, files: DataFiles, { master, input }: First): Result<null, Problem> => {
  const key = fileKey(master, 'database');
  const store = openStore(
    { path: files.databaseNew, key, mode: 'create' },
    storePorts(options, () => undefined),
  );
  if (!store.ok) return err(problem(store.error));
  try {
    const id = options.ids.next();
    const fields = { name: input.personName, role: input.role, branch: input.branch || null, active: true };
    const person = store.value.commit({ kind: 'add-person', caseId: null, ops: [{ op: 'insert', entity: 'person', id, fields }] }, null);
    if (!person.ok) return err(problemOfCommit(store.value.read, person.error));
    const chosen = store.value.commitLocal((db) =>
      db.run('INSERT INTO settings (key, value) VALUES (?, ?)', currentPersonKey, JSON.stringify(id)),
    );
    return chosen.ok ? ok(null) : err(problem(chosen.error.fault));
  } finally {
    store.value.close();
  }
};
