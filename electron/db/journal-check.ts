import type { Reads } from './handles.ts';
import { activeDevice, chainHash, emptyHash, journalAfter, type JournalRow } from './journal.ts';

/**
 * `chain-broken`: an entry was changed, or one before it is gone. `mid-gap`: a device's numbers are not 1, 2, 3 …; those of an
 * earlier id of this file only grow, because what the hub had lost of them went on under the next id.
 */
export type JournalFinding = { seq: number; code: 'chain-broken' | 'mid-gap' | 'counter-behind' };

type Chain = { hash: Uint8Array; mid: number; seq: number };

/** Walks the chain of hashes and the dense numbers of what was written here, and compares the end with the device's counters. */
export const checkJournal = (db: Reads): JournalFinding[] => {
  const findings: JournalFinding[] = [];
  const chains = new Map<string, Chain>();
  const present = activeDevice(db)?.deviceId;
  for (let page = journalAfter(db, 0); page.length > 0; page = journalAfter(db, page.at(-1)?.seq ?? 0)) {
    for (const row of page) {
      if (row.origin === 'hub') continue;
      const dense = row.deviceId === present;
      chains.set(row.deviceId, follow(chains.get(row.deviceId), { row, dense, findings }));
    }
  }
  const devices = db.all<{ id: string; mid: number; seq: number; hash: Uint8Array }>(
    'SELECT device_id AS id, last_mid AS mid, last_seq AS seq, last_hash AS hash FROM devices',
  );
  for (const device of devices) {
    const end = chains.get(device.id) ?? { hash: emptyHash, mid: 0, seq: device.seq };
    const same = Buffer.compare(device.hash, end.hash) === 0 && device.mid === end.mid && device.seq >= end.seq;
    if (!same) findings.push({ seq: end.seq, code: 'counter-behind' });
  }
  return findings;
};

type Next = { row: JournalRow; dense: boolean; findings: JournalFinding[] };

const follow = (before: Chain | undefined, { row, dense, findings }: Next): Chain => {
  const previous = before ?? { hash: emptyHash, mid: 0, seq: 0 };
  // What was given back to the hub keeps its place and its hash only.
  const whole = row.origin === 'here';
  if (whole && Buffer.compare(chainHash(previous.hash, row), row.hash) !== 0) findings.push({ seq: row.seq, code: 'chain-broken' });
  const follows = row.mid === null || (dense ? row.mid === previous.mid + 1 : row.mid > previous.mid);
  if (!follows) findings.push({ seq: row.seq, code: 'mid-gap' });
  return { hash: row.hash, mid: row.mid ?? previous.mid, seq: row.seq };
};
