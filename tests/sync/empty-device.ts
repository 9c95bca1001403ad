import { connectMemory } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations.ts';

/** The pages of a new file, made once: migrating it hundreds of times would be most of a run. */
export const emptyDevice = (): Uint8Array => {
  const connection = connectMemory(null);
  migrate(connection, ':memory:', migrations);
  const image = connection.image();
  connection.close();
  return image;
};
