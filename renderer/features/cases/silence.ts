import type { CaseLine } from '../../../shared/cases/contract.ts';

/** Full days since the last contact; null while there was none. */
export const silenceDays = (line: Pick<CaseLine, 'lastContactAt'>, nowAt: string): number | null =>
  line.lastContactAt === null ? null : Math.max(0, Math.floor((Date.parse(nowAt) - Date.parse(line.lastContactAt)) / 86_400_000));
