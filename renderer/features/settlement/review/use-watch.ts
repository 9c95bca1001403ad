import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import reference from '../../../../resources/reference-periods/ga-t-1193-2014.json';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { PeriodEntry } from '../../../../shared/doctors/reference-periods.ts';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import type { Finding } from '../../../../shared/settlement/checks/finding.ts';
import { reviewFindings } from '../../../../shared/settlement/checks/review-findings.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import { settlementWarnings, type SettlementWarning } from '../../../../shared/settlement/file/warnings.ts';
import { findingWords } from '../bills/bill-notes.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { useEngineWords } from '../engine-words.ts';
import { basisGaps, deductionGaps, type Gap } from './gaps.ts';
import type { Watched } from './watched.ts';

// Shipped with the app and checked against its schema by the tests.
const periods = reference.entries as unknown as readonly PeriodEntry[];

type Input = {
  readonly file: CaseFile;
  readonly settlement: SettlementFile;
  readonly partyId: string;
  readonly live: LiveSettlement | null;
  readonly rows: readonly SheetRow[];
  readonly now: string;
};

const whatOf = (warning: SettlementWarning, place: (field: string) => string): string => {
  if (warning.code === 'figure.unverified')
    return [warning.figure.region, warning.figure.year, warning.figure.value].filter(Boolean).join(' ');
  return warning.code === 'basis.unverified' ? place(warning.field) : '';
};

const gapWords = ({ code, count, place }: Gap, t: TFunction): Watched => ({
  key: code,
  tone: code === 'not-told' ? 'warning' : 'error',
  text: t(`settlement.gap.${code}`, { count }),
  place,
});

const ofFinding = (one: Finding, kindOf: (itemId: string) => string, t: TFunction): Watched => ({
  key: `${one.code} ${one.itemId ?? ''} ${one.billIds.join()}`,
  tone: 'warning',
  text: [one.itemId === null ? '' : kindOf(one.itemId), findingWords(t, one)].filter(Boolean).join(' · '),
  place: one.itemId === null ? { entity: 'bill', id: null } : { entity: 'damageItem', id: one.itemId },
});

/** What the stored case makes a reviewer look at: bills and days that do not fit, time that runs, values nobody verified. */
export const useWatch = ({ file, settlement, partyId, live, rows, now }: Input): readonly Watched[] => {
  const { t } = useTranslation();
  const words = useEngineWords();
  const findings = useMemo(
    () => reviewFindings({ ...file, ...settlement, periods }).filter((one) => one.partyId === partyId),
    [file, settlement, partyId],
  );
  const warnings = useMemo(() => {
    const { pack, packInForce } = settlement;
    if (pack === null || live === null) return [];
    const site = { today: chinaDateOf(now), pack, inForce: packInForce };
    return settlementWarnings({ ...file, ...settlement }, live, site).filter((one) => one.partyId === null || one.partyId === partyId);
  }, [file, settlement, live, now, partyId]);
  const gaps = useMemo(
    () => [...basisGaps(settlement, partyId), ...deductionGaps(rows)].map((gap) => gapWords(gap, t)),
    [settlement, partyId, rows, t],
  );
  return useMemo(() => {
    const kindOf = (itemId: string): string => t(`damages.kind.${file.items.find(({ id }) => id === itemId)?.kind ?? 'other'}`);
    return [
      ...gaps,
      ...findings.map((one) => ofFinding(one, kindOf, t)),
      ...warnings.map((one, i): Watched => ({
        key: `${one.code} ${i}`,
        tone: 'warning',
        text: t(`settlement.warning.${one.code}`, { ...one, what: whatOf(one, words.place) }),
        place: { entity: 'calculationBasis', id: null },
      })),
    ];
  }, [gaps, findings, warnings, file.items, t, words]);
};
