import { Alert } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../shared/escalations/model.ts';
import { compareScenarios, type ScenarioColumn } from '../../shared/scenarios/compare.ts';
import type { ScenarioFile } from '../../shared/scenarios/contract.ts';
import { movedSince, setOfRequest } from '../../shared/scenarios/of-request.ts';
import { ScenarioPicture } from '../features/scenarios/scenario-picture.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useCore } from './core-context.ts';
import { WayTable } from './way-table.tsx';

type Props = { row: Escalation; /** What stands there when nobody compared anything. */ none: ReactNode };

const noRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

/** The comparison the request rests on, computed in the window from the case as it stands. */
const columnsFor = (row: Escalation, file: ScenarioFile | undefined): readonly ScenarioColumn[] | null => {
  const set = file === undefined ? null : setOfRequest(row, file.sets);
  if (file === undefined || set === null || file.ownVehicle === null || row.partyId === null) return null;
  const { input, pack, ownVehicle } = file;
  const ways = { rates: set.rates ?? noRates, scenarios: set.scenarios ?? [] };
  const compared = compareScenarios({ input, pack, victimId: row.partyId, ownVehicle, ...ways });
  return compared.ok ? compared.columns : null;
};

/** The request was sent with other figures than the case gives now: both are said. */
const Moved = ({ row, columns }: { row: Escalation; columns: readonly ScenarioColumn[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = movedSince(row.scenarios, columns);
  if (moved.length === 0) return null;
  const lines = moved.map(({ way, sentFen, nowFen, sentDays, nowDays }) =>
    t('scenarios.request.moved', {
      way: t(`scenarios.way.${way}`),
      sent: format.money(sentFen),
      now: format.money(nowFen),
      sentDays,
      nowDays,
    }),
  );
  return <Alert type="warning" showIcon title={t('scenarios.request.movedTitle')} description={lines.join(' ')} />;
};

/** 三种走法 of a request: computed from its comparison where it has one, else as they were typed. */
export const RequestWays = ({ row, none }: Props) => {
  const { queries } = useCore();
  const { caseId, partyId } = row;
  const mayHaveSet = partyId !== null && (row.scenarioSetId !== null || (row.scenarios ?? []).length === 0);
  const input = { caseId: caseId ?? '', partyId: partyId ?? '' };
  const { data, isLoading } = useQuery(queries.scenarios.open.queryOptions({ input, enabled: mayHaveSet }));
  const columns = columnsFor(row, data);
  if (columns !== null)
    return (
      <>
        <Moved row={row} columns={columns} />
        <ScenarioPicture columns={columns} />
      </>
    );
  if (isLoading && (row.scenarios ?? []).length === 0) return null;
  return (row.scenarios ?? []).length === 0 ? none : <WayTable scenarios={row.scenarios} />;
};
