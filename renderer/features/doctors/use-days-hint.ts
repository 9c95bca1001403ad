import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { periodKinds, type PeriodKind } from '../../../shared/doctors/reference-periods.ts';
import { periodView } from './period-view.ts';

/** The reference period of one kind of damage in words, for the form of a damage item; undefined where the standard says nothing. */
export const useDaysHint = (file: CaseFile, partyId: string | null): ((kind: string) => string | undefined) => {
  const { t } = useTranslation();
  const ranges = useMemo(() => (partyId === null ? null : periodView(file, partyId).governing), [file, partyId]);
  return (kind) => {
    const range = periodKinds.includes(kind as PeriodKind) ? (ranges?.[kind as PeriodKind] ?? null) : null;
    if (range === null) return undefined;
    const words = t('doctors.periods.hint', { min: range.min, max: range.max, icd10: range.icd10 });
    return [words, range.several ? t('doctors.periods.several') : '', range.verified ? '' : t('doctors.periods.unverified')]
      .filter(Boolean)
      .join(' ');
  };
};
