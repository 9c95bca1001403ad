import { metaValue, setMeta, setMetaOnce } from '../db/meta-rows.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations.ts';
import type { HubPorts } from './ports.ts';

/**
 * Brings the store up to date and gives the hub its id and first epoch, once. `readMark` says which server holds the data, and in
 * which tables; when others do (a standby was promoted, a backup was put back), a new epoch begins. Source: SPEC [SY-50].
 */
export const prepareHub = async (ports: HubPorts, readMark: () => Promise<string>): Promise<void> => {
  await migrate(ports.db, migrations);
  const serverMark = await readMark();
  await ports.db.transaction(async (tx) => {
    await setMetaOnce(tx, 'hub', ports.ids.next());
    await setMetaOnce(tx, 'epoch', ports.ids.next());
    await setMetaOnce(tx, 'server', serverMark);
    if ((await metaValue(tx, 'server')) === serverMark) return;
    await setMeta(tx, 'server', serverMark);
    await setMeta(tx, 'epoch', ports.ids.next());
    ports.log('hub.new-epoch');
  });
};

/** After a backup of which the store itself shows nothing, such as a disk put back: every device confirms all it holds. */
export const renewEpoch = async (ports: HubPorts): Promise<void> => {
  await ports.db.transaction((tx) => setMeta(tx, 'epoch', ports.ids.next()));
  ports.log('hub.new-epoch');
};
