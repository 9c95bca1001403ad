import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

export type CasePlace = { partyId?: string | null; step?: number | null };

export type Go = {
  today(): void;
  cases(): void;
  case(caseId: string, place?: CasePlace): void;
  escalations(escalationId?: string): void;
  review(caseId: string, partyId?: string | null): void;
  import(): void;
  settings(): void;
  sync(view?: string): void;
  handOver(caseId: string): void;
};

/** The only place besides the routes that knows addresses. */
export const useGo = (): Go => {
  const navigate = useNavigate();
  return useMemo(() => {
    const to = (path: string, search: Record<string, string | number> = {}): void => void navigate({ to: path, search: search as never });
    return {
      today: () => to('/'),
      cases: () => to('/cases'),
      case: (caseId, place = {}) =>
        to(`/cases/${caseId}`, {
          ...(place.partyId === undefined || place.partyId === null ? {} : { party: place.partyId }),
          ...(place.step === undefined || place.step === null ? {} : { step: place.step }),
        }),
      escalations: (escalationId) => to('/escalations', escalationId === undefined ? {} : { id: escalationId }),
      review: (caseId, partyId) => to(`/review/${caseId}`, partyId == null ? {} : { party: partyId }),
      import: () => to('/import'),
      settings: () => to('/settings'),
      sync: (view) => to('/sync', view === undefined ? {} : { view }),
      handOver: (caseId) => to(`/hand-over/${caseId}`),
    };
  }, [navigate]);
};
