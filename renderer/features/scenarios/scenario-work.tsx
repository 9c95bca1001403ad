import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioColumn } from '../../../shared/scenarios/compare.ts';
import type { ScenarioFile } from '../../../shared/scenarios/contract.ts';
import type { ScenarioWay } from '../../../shared/scenarios/model.ts';
import { scenarioSentences } from '../../../shared/scenarios/sentences.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { ScenarioBar, ScenarioStarters } from './scenario-bar.tsx';
import { newDraft, withScenario, type ScenarioDraft } from './scenario-draft.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { ScenarioPicture, useSentences } from './scenario-picture.tsx';
import { ScenarioProblems } from './scenario-problems.tsx';
import { ScenarioRatesFields } from './scenario-rates.tsx';
import styles from './scenarios.module.css';
import { useScenarios } from './use-scenarios.ts';

/** Computed ways that go into a request, with the set they come from. */
export type UsedWays = { setId: string | null; columns: readonly ScenarioColumn[]; notes: readonly string[] };

type Props = {
  file: ScenarioFile;
  caseId: string;
  partyId: string;
  mayWrite: boolean;
  onUse: ((used: UsedWays) => void) | null;
  onSaved: () => unknown;
};

/** The set in view: comparison above, what is put in below. */
export const ScenarioWork = ({ file, caseId, partyId, mayWrite, onUse, onSaved }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const say = useSentences();
  const [way, setWay] = useState<ScenarioWay>('settle-now');
  const [saving, setSaving] = useState(false);
  const { draft, setDraft, comparison, isBehind } = useScenarios(file, partyId);
  const start = (template: 'elderly' | null): void =>
    setDraft(newDraft(t(template === null ? 'scenarios.panel.newName' : 'scenarios.panel.elderly'), template));
  const save = async (kept: ScenarioDraft): Promise<void> => {
    const { setId, name, template, rates, scenarios } = kept;
    // Whoever saves has seen on screen that somebody else changed the set: it is kept over theirs.
    const seen = file.sets.find(({ id }) => id === setId)?.rev ?? kept.seen;
    const values = { ...(setId === null ? { partyId: partyId as never, template } : {}), name, rates, scenarios: [...scenarios] };
    setSaving(true);
    let id = '';
    const problem = await attempt(async (api) => {
      ({ id } = await api.scenarios.save({ caseId, setId, seen, values }));
    });
    setSaving(false);
    if (problem !== null) return toast.failed(problemText(t, problem));
    toast.done(t('scenarios.panel.saved'));
    await onSaved();
    setDraft({ ...kept, setId: id, changed: false });
  };
  if (file.ownVehicle === null) return <EmptyState title={t('scenarios.panel.title')} text={t('scenarios.panel.noVehicle')} />;
  if (draft === null)
    return (
      <EmptyState
        title={t('scenarios.panel.none')}
        text={t('scenarios.panel.noneText')}
        actions={mayWrite ? <ScenarioStarters onStart={start} /> : null}
      />
    );
  const scenario = draft.scenarios.find((one) => one.way === way) ?? draft.scenarios[0];
  const columns = comparison?.ok === true ? comparison.columns : null;
  const [base] = columns ?? [];
  const notes = (columns ?? []).map((column) => (base === undefined ? '' : scenarioSentences(column, base).map(say).join('')));
  return (
    <>
      <ScenarioBar
        sets={file.sets}
        draft={draft}
        mayWrite={mayWrite}
        saving={saving}
        onDraft={setDraft}
        onStart={start}
        onSave={() => void save(draft)}
        onUse={onUse === null || columns === null ? null : () => onUse({ setId: draft.setId, columns, notes })}
      />
      {draft.template === 'elderly' ? <p className={styles['second']}>{t('scenarios.panel.elderlyText')}</p> : null}
      {isBehind ? (
        <Alert
          type="warning"
          showIcon
          title={t('scenarios.panel.behind')}
          action={
            <Button size="small" onClick={() => setDraft(null)}>
              {t('scenarios.panel.takeTheirs')}
            </Button>
          }
        />
      ) : null}
      {comparison?.ok === false ? <ScenarioProblems problems={comparison.problems} draft={draft} /> : null}
      {columns === null ? null : <ScenarioPicture columns={columns} />}
      <Segmented
        size="small"
        aria-label={t('scenarios.panel.edit')}
        value={scenario?.way ?? way}
        options={draft.scenarios.map((one) => ({ value: one.way, label: t(`scenarios.way.${one.way}`) }))}
        onChange={(next) => setWay(next as ScenarioWay)}
      />
      {scenario === undefined ? null : (
        <ScenarioEditor
          scenario={scenario}
          readOnly={!mayWrite}
          onChange={(changes) => setDraft(withScenario(draft, scenario.way, changes))}
        />
      )}
      <ScenarioRatesFields rates={draft.rates} readOnly={!mayWrite} onChange={(rates) => setDraft({ ...draft, rates, changed: true })} />
      {mayWrite ? null : <p className={styles['second']}>{t('scenarios.panel.readOnly')}</p>}
    </>
  );
};
