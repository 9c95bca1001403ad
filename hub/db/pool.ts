import pg from 'pg';

/**
 * Connections to the server. One that breaks is replaced, also while it is lent out: whoever uses it learns it from the query
 * that fails. Without these listeners a server that dies would end the node with it.
 */
export const openPool = (settings: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool(settings);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
