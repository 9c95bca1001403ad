import { metaValue, setMeta, setMetaOnce } from '../db/meta-rows.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations.ts';
import type { HubPorts } from './ports.ts';

/**
 * Brings the store up to date and gives the hub its id and first epoch, once. `serverMark` says which server holds the data;
 * when another one does (a standby was promoted, a backup stands in another cluster), a new epoch begins.
 */
export const prepareHub = async (ports: HubPorts, serverMark: string): Promise<void> => {
  await migrate(ports.db, migrations);
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
