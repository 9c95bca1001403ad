import head from '../../resources/standards/pack.json' with { type: 'json' };
import periods from '../../resources/standards/periods.json' with { type: 'json' };
import practice from '../../resources/standards/practice.json' with { type: 'json' };
import figures from '../../resources/standards/statistics.json' with { type: 'json' };
import type { StandardsPack } from '../../shared/damages/engine/standards-pack.ts';

/** The pack that comes with the app; tests hold the files to their schema. */
export const shippedPack = {
  id: head.id,
  version: head.version,
  issuedOn: head.issuedOn,
  figures,
  periods,
  practice,
} as unknown as StandardsPack;
