import { allContentPieces, leftContent } from '../../electron/db/content-rows.ts';
import { droppedContent } from '../../electron/db/evict-case.ts';
import { liveOf, type Run } from './run.ts';
import type { SimDevice } from './sim-device.ts';
import { sha256Of } from './sim-hub.ts';
import type { Violation } from './violation.ts';

/** What lines at the hub promise and the hub has not got. */
export const missingFiles = async ({ hub, options }: Run): Promise<string[]> => {
  if (!options.photos) return [];
  const cases = await hub.query<{ id: string }>('SELECT case_id AS id FROM case_heads UNION SELECT case_id FROM quarantine');
  const missing = await Promise.all(cases.map(({ id }) => hub.desk.missingOf(id, sha256Of)));
  return missing.flat();
};

/** [I14] A file that a line names is at the hub, whole and with its hash; on a device lies none that nothing names. */
export const checkFiles = async (run: Run): Promise<Violation[]> => {
  const missing = (await missingFiles(run)).filter((sha256) => !run.lostFiles.has(sha256));
  const holders = (sha256: string): string => run.devices.flatMap(({ name, blobs }) => (blobs.has(sha256) ? [name] : [])).join(' ');
  return [
    ...missing.map((sha256): Violation => ({
      invariant: 'I14',
      kind: 'lost',
      detail: `a line names ${sha256.slice(0, 8)}, the hub has not got it (${holders(sha256)})`,
    })),
    ...(run.options.photos ? await strays(run) : []),
  ];
};

/** A file whose case is gone must be gone, too; what one's own changes name stays while they are here. */
const strays = async (run: Run): Promise<Violation[]> => {
  // A file whose line was never written, because the process ended between the two, is dropped by the next repair.
  const rows = await run.hub.query<{ text: string }>(
    'SELECT body AS text FROM entries UNION ALL SELECT change_text FROM verdicts WHERE change_text IS NOT NULL',
  );
  const written = rows.map(({ text }) => text).join(' ');
  return liveOf(run).flatMap((device) =>
    strayFiles(device)
      .filter(({ sha256 }) => written.includes(sha256))
      .map(({ violation }) => violation),
  );
};

const strayFiles = ({ name, store: { read }, blobs }: SimDevice): { sha256: string; violation: Violation }[] => {
  const own = read
    .all<{ ops: string }>("SELECT ops FROM journal WHERE origin = 'here'")
    .map(({ ops }) => ops)
    .join(' ');
  const named = new Set([...allContentPieces(read), ...leftContent(read)].map(({ sha256 }) => sha256).concat(droppedContent(read)));
  const stray = blobs.names().filter((sha256) => !named.has(sha256) && !own.includes(sha256));
  return stray.map((sha256) => ({
    sha256,
    violation: { invariant: 'I14', kind: 'leaked', detail: `${name} still holds ${sha256.slice(0, 8)}, which nothing names` },
  }));
};
