import { useParams, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';

const CasePage = lazy(async () => ({ default: (await import('./case-page/case-page.tsx')).CasePage }));

type CaseSearch = { party?: string; step?: number };

/** Reads the address and hands the case page plain values; another case starts with a fresh page. */
export const CaseRoute = () => {
  const { caseId } = useParams({ strict: false }) as { caseId?: string };
  const { party, step } = useSearch({ strict: false }) as CaseSearch;
  if (caseId === undefined) return null;
  return <CasePage key={caseId} caseId={caseId} partyId={party ?? null} step={typeof step === 'number' ? step : null} />;
};
